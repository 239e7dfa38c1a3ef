import { scaleOf } from '#checklist/checklist-lookups.ts';
import type { Checklist, Item } from '#checklist/checklist-schema.ts';
import { type Fault, fault } from '#shared/fault.ts';
import type { ActionContent } from './action.ts';
import type { Answer } from './answer.ts';
import { mostOfCells, sumOfCells } from './matrix-cells.ts';

type Target = ActionContent['target'];
type Planned = { item: Item; checklist: Checklist; answer: Answer | undefined };

/** A target has to be one that the item can have, and better than what it has; without one there has to be something to support. */
export function checkTarget(target: Target, evidence: readonly string[], planned: Planned): Fault[] {
  const { item, checklist, answer } = planned;
  if (answer?.answer === 'not-applicable' || answer?.answer === 'not-our-mandate')
    return [
      fault(
        ['item'],
        '本项填的是“不适用”或“非本级事权”，不能列整改措施',
        'this item is answered "not applicable" or "not our mandate"; no action can be planned on it',
      ),
    ];
  if (target === undefined) return checkEvidenceOnly(evidence, answer);
  const wrong = wrongKind(target, item, checklist);
  if (wrong) return [wrong];
  return isBetter(target, planned) ? [] : [fault(['target'], '目标须高于现状', 'the target must be above the present')];
}

/** Of what was planned with other answers, such as in another copy: what has been reached since is no fault. */
export function checkPossible(target: Target, evidence: readonly string[], planned: Omit<Planned, 'answer'>): Fault[] {
  if (target === undefined) return evidence.length > 0 ? [] : [nothingPlanned];
  const wrong = wrongKind(target, planned.item, planned.checklist);
  return wrong ? [wrong] : [];
}

/** Whether the item can have it at all, whatever it has now. */
export function isPossibleTarget(target: Target, item: Item, checklist: Checklist): boolean {
  return target === undefined || wrongKind(target, item, checklist) === undefined;
}

function checkEvidenceOnly(evidence: readonly string[], answer: Answer | undefined): Fault[] {
  if (answer?.answer !== 'scored')
    return [fault(['target'], '本项还没有评分，须填目标', 'this item has no score yet: give a target')];
  return evidence.length > 0 ? [] : [nothingPlanned];
}

const nothingPlanned = fault(
  ['target'],
  '请填写目标；只补佐证的，请选择将留下的佐证',
  'give a target, or, where only evidence is added, the evidence it will leave',
);

function wrongKind(target: NonNullable<Target>, item: Item, checklist: Checklist): Fault | undefined {
  switch (item.kind) {
    case 'yes-no':
      return target === true ? undefined : fault(['target'], '目标须为“是”', 'the target must be true');
    case 'maturity': {
      const { min, max } = scaleOf(item, checklist);
      return wrongWhole(target, min, max);
    }
    case 'deduction':
      return wrongWhole(target, 0, Number.MAX_SAFE_INTEGER);
    case 'matrix':
      return wrongWhole(target, 0, mostOfCells(item));
    case 'metric':
      return wrongFigure(target, item);
  }
}

function wrongWhole(target: true | number, min: number, max: number): Fault | undefined {
  return Number.isInteger(target) && Number(target) >= min && Number(target) <= max
    ? undefined
    : fault(
        ['target'],
        max === Number.MAX_SAFE_INTEGER ? `目标须为不小于 ${min} 的整数` : `目标须为 ${min} 到 ${max} 的整数`,
        max === Number.MAX_SAFE_INTEGER
          ? `the target must be a whole number, ${min} or more`
          : `the target must be a whole number from ${min} to ${max}`,
      );
}

function wrongFigure(target: true | number, { min, max }: Extract<Item, { kind: 'metric' }>): Fault | undefined {
  if (target === true) return fault(['target'], '目标须为数字', 'the target must be a number');
  if (min !== undefined && target < min)
    return fault(['target'], `目标须不小于 ${min}`, `the target must be ${min} or more`);
  return max !== undefined && target > max
    ? fault(['target'], `目标须不大于 ${max}`, `the target must be ${max} or less`)
    : undefined;
}

function isBetter(target: NonNullable<Target>, { item, checklist, answer }: Planned): boolean {
  const value = answer?.answer === 'scored' ? answer.value : undefined;
  const wanted = Number(target);
  const present = typeof value === 'number' ? value : undefined;
  switch (item.kind) {
    case 'yes-no':
      return value !== true;
    case 'matrix':
      return wanted > sumOfCells(item, value);
    case 'maturity':
      return wanted > (present ?? scaleOf(item, checklist).min);
    case 'deduction':
      return present === undefined || wanted < present;
    case 'metric':
      return present === undefined || (item.direction === 'higher-is-better' ? wanted > present : wanted < present);
  }
}
