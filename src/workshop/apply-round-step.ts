import { keepObjections } from './keep-objections.ts';
import { outcomeOf } from './outcome.ts';
import { getEntry, getProgress, lastRound, revealedRounds } from './progress.ts';
import { startTimer } from './timer.ts';
import type { ItemProgress, Round, Workshop } from './workshop.ts';
import type { Commanded, Step } from './workshop-change.ts';

const roundSteps = [
  'opened',
  'closed',
  'reopened',
  'revealed',
  'discussed',
  'voided',
  'counted',
  'reason-shown',
] as const;

type RoundStep = Extract<Step, { step: (typeof roundSteps)[number] }>;

export function isRoundStep(step: Step): step is RoundStep {
  return roundSteps.some(name => name === step.step);
}

/** Steps that concern the rounds of the current item. */
export function applyRoundStep(workshop: Workshop, step: RoundStep, stamp: Commanded): Workshop {
  const { current, timer, table } = workshop;
  if (current === null) throw new Error(`"${step.step}" needs an item on the table`);
  const progress = effectOf(workshop, getProgress(workshop, current), { step, stamp });
  return {
    ...workshop,
    items: { ...workshop.items, [current]: progress },
    timer: timerAfter(step, timer, stamp.at),
    // What people object to is not the value of another round.
    table: step.step === 'opened' ? { ...table, objections: {} } : table,
  };
}

function effectOf(
  workshop: Workshop,
  progress: ItemProgress,
  { step, stamp }: { step: RoundStep; stamp: Commanded },
): ItemProgress {
  const { at } = stamp;
  switch (step.step) {
    case 'opened':
      return {
        ...keepObjections(workshop, workshop.current ?? '', progress),
        ...{ state: 'open', rounds: [...progress.rounds, newRound(progress, at)] },
      };
    case 'closed':
      return { ...withLast(progress, { state: 'closed', closedAt: at }), state: 'closed' };
    case 'reopened':
      return { ...withLast(progress, { state: 'open' }), state: 'open' };
    case 'revealed': {
      const { scale } = getEntry(workshop, workshop.current ?? '');
      const outcome = outcomeOf(progress, { table: workshop.table, scale, departments: step.departments });
      return { ...withLast(progress, { state: 'revealed', revealedAt: at, outcome }), state: 'revealed' };
    }
    case 'discussed':
      return { ...progress, state: 'discussion' };
    case 'voided':
      return voided(progress, step.round, stamp);
    case 'counted': {
      const { counts, unknown } = step;
      return withRound(progress, step.round, { paper: { counts, unknown, by: stamp.by, at } });
    }
    case 'reason-shown':
      return withShownReason(progress, step);
  }
}

function newRound({ rounds }: ItemProgress, at: string): Round {
  return { round: rounds.length + 1, state: 'open', openedAt: at };
}

/** Back to the last round that counts, or to the beginning. An earlier round changes nothing of where the item is. */
function voided(progress: ItemProgress, round: number, { by, at, why = '' }: Commanded): ItemProgress {
  const isLast = lastRound(progress)?.round === round;
  const without = withRound(progress, round, { voided: { by, at, reason: why } });
  if (!isLast) return without;
  return { ...without, state: revealedRounds(without).last ? 'discussion' : 'briefing' };
}

function withShownReason(
  progress: ItemProgress,
  { round, index, shown }: Extract<RoundStep, { step: 'reason-shown' }>,
): ItemProgress {
  const outcome = progress.rounds.find(each => each.round === round)?.outcome;
  if (!outcome) return progress;
  const reasons = outcome.reasons.map((reason, at) => (at === index ? { ...reason, shown } : reason));
  return withRound(progress, round, { outcome: { ...outcome, reasons } });
}

function withLast(progress: ItemProgress, changes: Partial<Round>): ItemProgress {
  return withRound(progress, lastRound(progress)?.round, changes);
}

function withRound(progress: ItemProgress, number: number | undefined, changes: Partial<Round>): ItemProgress {
  const rounds = progress.rounds.map(round => (round.round === number ? { ...round, ...changes } : round));
  return { ...progress, rounds };
}

function timerAfter(step: RoundStep, timer: Workshop['timer'], at: string): Workshop['timer'] {
  switch (step.step) {
    case 'opened':
    case 'discussed':
      return step.seconds === undefined ? null : startTimer(step.seconds, at);
    case 'reason-shown':
    case 'counted':
      return timer;
    default:
      return null;
  }
}
