import type { Decision } from '#shared/decision.ts';
import type { Workshop } from './workshop.ts';
import type { WorkshopChange } from './workshop-change.ts';

/**
 * A workshop that was running when the program stopped comes back paused, with everything as it was. The timer stands where it
 * stood at the last change: the room gets the time of the breakdown back.
 */
export function pauseAfterRestart(workshop: Workshop, at: string): Decision<WorkshopChange, 'not-running'> {
  if (workshop.state !== 'running') return { refused: 'not-running' };
  return {
    change: {
      ...{ type: 'commanded', at, by: '', role: 'system', command: 'pause', digest: '' },
      step: { step: 'paused', timerAt: workshop.changedAt },
    },
  };
}
