import type { Snapshot } from '#workshop/snapshot.ts';

type Scene = 'blank' | 'paused' | 'finished' | 'lobby' | 'item' | 'results' | 'recorded' | 'between';

/** What the wall shows; blank wins, so that nothing appears behind the facilitator's back. */
export function sceneOf({ workshop, state, blank }: Snapshot): Scene {
  if (workshop === 'closed') return 'finished';
  if (blank) return 'blank';
  if (workshop === 'draft' || workshop === 'lobby') return 'lobby';
  if (workshop === 'paused') return 'paused';
  switch (state) {
    case 'briefing':
    case 'open':
    case 'closed':
      return 'item';
    case 'revealed':
    case 'discussion':
      return 'results';
    case 'recorded':
      return 'recorded';
    default:
      return 'between';
  }
}
