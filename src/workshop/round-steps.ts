import { fault } from '#shared/fault.ts';
import { totalOf } from './counts.ts';
import { getEntry, getProgress, lastRound } from './progress.ts';
import { faulty, illegal, type StepDecision } from './step-decision.ts';
import type { ItemProgress, Workshop } from './workshop.ts';
import type { CommandNamed } from './workshop-command.ts';

/** A round of the current item that counts. Its ballots are kept and no longer counted. */
export function voidStep(workshop: Workshop, round: number): StepDecision {
  const found = currentProgress(workshop)?.rounds.find(each => each.round === round && !each.voided);
  return found ? { step: { step: 'voided', round } } : faulty(noSuchRound());
}

/** More ballots than a room holds are a slip of the finger, unless so many people are expected. */
const usualRoom = 1_000;

/**
 * Paper ballots of the round being voted on. They are added to those of the phones; typed again they replace what was typed before.
 * In a vote by departments a ballot without a name cannot be one.
 */
export function countsStep(workshop: Workshop, command: CommandNamed<'counts'>): StepDecision {
  const { item, round, counts, unknown } = command;
  const progress = currentProgress(workshop);
  if (item !== workshop.current || !progress || lastRound(progress)?.round !== round) return illegal(workshop);
  if (workshop.mode === 'department')
    return faulty(
      fault(['counts'], '按部门署名投票时不能录入纸质票', 'a vote by departments takes no ballots without a name'),
    );
  const { min, max } = getEntry(workshop, item).scale;
  const levels = max - min + 1;
  if (counts.length !== levels)
    return faulty(
      fault(['counts'], `须有 ${levels} 个数，每个选项一个`, `needs ${levels} numbers, one for each choice`),
    );
  const most = Math.max(usualRoom, workshop.expected ?? 0);
  return totalOf(counts) + unknown > most
    ? faulty(
        fault(
          ['counts'],
          `合计不能超过 ${most} 张；确有更多，请先改应到人数`,
          `no more than ${most} in all; where there are more, change the expected heads first`,
        ),
      )
    : { step: { step: 'counted', round, counts, unknown } };
}

export function reasonStep(workshop: Workshop, { round, index, shown }: CommandNamed<'show-reason'>): StepDecision {
  const found = currentProgress(workshop)?.rounds.find(each => each.round === round);
  if (!found?.outcome) return faulty(noSuchRound());
  return found.outcome.reasons[index]
    ? { step: { step: 'reason-shown', round, index, shown } }
    : faulty(fault(['index'], '没有这条理由', 'there is no such reason'));
}

function currentProgress(workshop: Workshop): ItemProgress | undefined {
  return workshop.current === null ? undefined : getProgress(workshop, workshop.current);
}

function noSuchRound() {
  return fault(['round'], '没有这一轮，或它已作废', 'there is no such round, or it does not count');
}
