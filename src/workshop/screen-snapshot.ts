import { paperBallots } from './outcome.ts';
import { currentState, getProgress, lastRound, revealedRounds } from './progress.ts';
import type { Room } from './room.ts';
import { wallReasons } from './seen-reasons.ts';
import type { Snapshot } from './snapshot.ts';
import { objectionsOf } from './table.ts';
import { turnoutOf } from './turnout.ts';
import type { Outcome, Workshop } from './workshop.ts';

type ScreenField = 'code' | 'locked' | 'blank' | 'expected' | 'reasons' | 'objections' | 'paper' | 'turnout';

export function screenFields(room: Room): Pick<Snapshot, ScreenField> {
  const { workshop } = room;
  const { code, locked, blank, expected, current } = workshop;
  const { canLive, cannotLive } = current === null ? { canLive: 0, cannotLive: 0 } : objectionsOf(workshop, current);
  const outcome = shownOutcome(workshop);
  const reasons = outcome ? wallReasons(outcome) : [];
  const shown = { code, locked, blank, expected, reasons, objections: { canLive, cannotLive } };
  return { ...shown, paper: paperOf(workshop), turnout: turnoutOf(room) };
}

function paperOf(workshop: Workshop): number {
  const round = workshop.current === null ? undefined : lastRound(getProgress(workshop, workshop.current));
  return round ? paperBallots(round) : 0;
}

/** As revealed, for what is seen beside the results. */
export function shownOutcome(workshop: Workshop): Outcome | undefined {
  const { current } = workshop;
  const state = currentState(workshop);
  if (current === null || (state !== 'revealed' && state !== 'discussion' && state !== 'recorded')) return undefined;
  return revealedRounds(getProgress(workshop, current)).last?.outcome;
}
