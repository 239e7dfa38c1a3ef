import { applyRoundStep, isRoundStep } from './apply-round-step.ts';
import { keepObjections } from './keep-objections.ts';
import { getEntry, getProgress, isVotedOn, restingState } from './progress.ts';
import { clearTable } from './table.ts';
import { extendTimer, resumeTimer, stopTimer } from './timer.ts';
import type { ItemProgress, Workshop } from './workshop.ts';
import type { Commanded, Step } from './workshop-change.ts';

type StepNamed<Name extends Step['step']> = Extract<Step, { step: Name }>;

/** What a command did to the workshop; its revision and log are counted by the caller. */
export function applyStep(workshop: Workshop, change: Commanded): Workshop {
  const { step, at } = change;
  if (isRoundStep(step)) return applyRoundStep(workshop, step, change);
  switch (step.step) {
    case 'started':
      return { ...workshop, state: 'lobby' };
    case 'briefed':
      return briefed(workshop, step);
    case 'recorded':
      return recorded(workshop, step);
    case 'undone':
      return undone(workshop, step, change);
    case 'left':
      return left(workshop, step, change);
    case 'paused':
      return {
        ...workshop,
        state: 'paused',
        timer: workshop.timer && stopTimer(workshop.timer, step.timerAt ?? at),
      };
    case 'resumed':
      return { ...workshop, state: 'running', timer: workshop.timer && resumeTimer(workshop.timer, at) };
    case 'extended':
      return { ...workshop, timer: extendTimer(workshop.timer, step.seconds, at) };
    case 'blanked':
      return { ...workshop, blank: step.on };
    case 'locked':
      return { ...workshop, locked: step.on };
    case 'finished':
      return { ...clearTable(workshop), state: 'closed', finishedAt: at, blank: false };
    case 'workshop-reopened': {
      const { finishedAt: _finishedAt, ...rest } = workshop;
      return { ...rest, state: 'paused', sitting: workshop.sitting + 1 };
    }
    case 'heads-expected':
      return { ...workshop, expected: step.heads };
    case 'key-issued':
      return { ...workshop, keys: { ...workshop.keys, [step.key]: step.hash } };
    case 'question-settled':
      return { ...workshop, questions: settled(workshop, step) };
    case 'arranged':
      return {
        ...workshop,
        agenda: step.agenda.map(({ item, minutes }) => ({ ...getEntry(workshop, item), minutes })),
        ...(step.day ? { day: step.day } : {}),
      };
  }
}

/** The first one makes the workshop running. */
function briefed(workshop: Workshop, { item }: StepNamed<'briefed'>): Workshop {
  const cleared = clearTable(workshop);
  const { left: _left, ...progress } = keepObjections(cleared, item, getProgress(cleared, item));
  return {
    ...cleared,
    ...{ state: 'running', current: item },
    items: { ...cleared.items, [item]: { ...progress, state: 'briefing' } },
  };
}

function recorded(workshop: Workshop, { item, opinion }: StepNamed<'recorded'>): Workshop {
  const present = getProgress(workshop, item);
  const isAmended = opinion.amends !== undefined;
  const progress = isAmended ? keepObjections(workshop, item, present) : present;
  const opinions = [...progress.opinions, opinion];
  const isCurrent = workshop.current === item;
  return {
    ...withItem(workshop, item, { ...progress, state: 'recorded', opinions }),
    timer: isCurrent ? null : workshop.timer,
    // An amended value is asked about anew.
    table: isCurrent && isAmended ? { ...workshop.table, objections: {} } : workshop.table,
  };
}

function undone(workshop: Workshop, { item }: StepNamed<'undone'>, { by, at }: Commanded): Workshop {
  const progress = getProgress(workshop, item);
  const last = progress.opinions.findLast(opinion => !opinion.undone);
  if (!last) throw new Error(`nothing is recorded for "${item}"`);
  const opinions = progress.opinions.map(opinion => (opinion === last ? { ...opinion, undone: { by, at } } : opinion));
  const next = { ...progress, opinions, state: last.from };
  // Of a figure people were asked before it was recorded, and still are.
  if (last.from !== 'recorded' && !isVotedOn(getEntry(workshop, item))) return withItem(workshop, item, next);
  const { earlierObjections } = keepObjections(workshop, item, progress);
  const kept = withItem(workshop, item, { ...next, ...(earlierObjections ? { earlierObjections } : {}) });
  return { ...kept, table: { ...workshop.table, objections: {} } };
}

/** A round that was not revealed never will be: it does not count. */
function left(workshop: Workshop, { item, as }: StepNamed<'left'>, { by, at, why }: Commanded): Workshop {
  const progress = getProgress(workshop, item);
  const rounds = progress.rounds.map(round =>
    round.voided || round.outcome ? round : { ...round, voided: { by, at, reason: why ?? as } },
  );
  const state = restingState(progress) === 'recorded' ? 'recorded' : as;
  return {
    ...withItem(workshop, item, { ...progress, rounds, state, ...(why === undefined ? {} : { left: why }) }),
    timer: workshop.current === item ? null : workshop.timer,
  };
}

function settled({ questions }: Workshop, { index, settled }: StepNamed<'question-settled'>): Workshop['questions'] {
  return questions.map((question, at) => (at === index ? { ...question, settled } : question));
}

function withItem(workshop: Workshop, itemId: string, progress: ItemProgress): Workshop {
  return { ...workshop, items: { ...workshop.items, [itemId]: progress } };
}
