import { fault } from '#shared/fault.ts';
import { dayFaults } from './plan-day.ts';
import { findProgress, getEntry, nextQueued } from './progress.ts';
import { faulty, illegal, notOnAgenda, type StepDecision } from './step-decision.ts';
import type { ItemState, Workshop } from './workshop.ts';
import type { CommandNamed } from './workshop-command.ts';

/** Any item but the one being briefed; a recorded one is voted on anew, and what was recorded holds until it is recorded again. */
export function briefStep(workshop: Workshop, item: string): StepDecision {
  if (!findProgress(workshop, item)) return faulty(notOnAgenda(['item'], item));
  const isBriefed = workshop.current === item && workshop.items[item]?.state === 'briefing';
  return isBriefed ? illegal(workshop) : { step: { step: 'briefed', item } };
}

/** Illegal at the end of the agenda. */
export function nextStep(workshop: Workshop): StepDecision {
  const item = nextQueued(workshop);
  return item === undefined ? illegal(workshop) : { step: { step: 'briefed', item } };
}

const leftFrom: ItemState[] = ['queued', 'briefing', 'open', 'closed', 'revealed', 'discussion'];

/** The current item, or one that waits. A parked one can be skipped. */
export function leaveStep(workshop: Workshop, named: string | undefined, as: 'parked' | 'skipped'): StepDecision {
  const item = named ?? workshop.current;
  if (item === null) return illegal(workshop);
  const state = findProgress(workshop, item)?.state;
  if (state === undefined) return faulty(notOnAgenda(['item'], item));
  const mayLeave = leftFrom.includes(state) || (state === 'parked' && as === 'skipped');
  return mayLeave ? { step: { step: 'left', item, as } } : illegal(workshop);
}

/** The same items in another order or with other times; none is added or lost, whatever has happened to it. */
export function arrangeStep(workshop: Workshop, { agenda, day }: CommandNamed<'arrange'>): StepDecision {
  const faults = agenda.flatMap(({ item }, index) => {
    if (!findProgress(workshop, item)) return [notOnAgenda(['agenda', index, 'item'], item)];
    const isFirst = agenda.findIndex(each => each.item === item) === index;
    return isFirst ? [] : [fault(['agenda', index, 'item'], '同一项写了两次', 'this item is named twice')];
  });
  faults.push(...dayFaults(day, ['day']));
  if (faults.length === 0 && agenda.length < workshop.agenda.length)
    faults.push(fault(['agenda'], '议程中的检查项须全部列出', 'every item of the agenda has to be listed'));
  if (faults.length > 0) return faulty(...faults);
  const arranged = agenda.map(({ item, minutes }) => ({ item, minutes: minutes ?? getEntry(workshop, item).minutes }));
  return { step: { step: 'arranged', agenda: arranged, ...(day ? { day } : {}) } };
}
