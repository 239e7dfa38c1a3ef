import { type Fault, fault } from '#shared/fault.ts';
import { currentState } from './progress.ts';
import type { ItemState, LogEntry, Workshop, WorkshopState } from './workshop.ts';
import type { Step } from './workshop-change.ts';

/** Why a command is refused; the present snapshot goes with all but the first two. */
export type CommandRefusal =
  | { reason: 'role' }
  | { reason: 'faulty'; faults: Fault[] }
  /** The same from the same one at the same revision has been done: to be answered as if it had been just now. */
  | { reason: 'repeated' }
  /** `last` is what happened meanwhile; undefined for a revision that is still to come. */
  | { reason: 'stale'; last: LogEntry | undefined }
  | { reason: 'illegal-step'; workshop: WorkshopState; item: ItemState | null };

/** What a command that may be given now does, or why it does not after all. */
export type StepDecision = { step: Step } | { refused: CommandRefusal };

export function faulty(...faults: Fault[]): { refused: CommandRefusal } {
  return { refused: { reason: 'faulty', faults } };
}

export function illegal(workshop: Workshop): { refused: CommandRefusal } {
  return { refused: { reason: 'illegal-step', workshop: workshop.state, item: currentState(workshop) } };
}

export function notOnAgenda(path: (string | number)[], itemId: string): Fault {
  return fault(path, `议程中没有“${itemId}”`, `"${itemId}" is not on the agenda`);
}
