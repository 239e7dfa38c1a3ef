import type { Action } from '#assessment/action.ts';
import type { AnswerValue } from '#assessment/answer.ts';
import { mostOfCells, sumOfCells } from '#assessment/matrix-cells.ts';
import { scaleOf } from '#checklist/checklist-lookups.ts';
import type { Checklist, EvidenceKind, Item } from '#checklist/checklist-schema.ts';
import { afterActions, fractionOfTarget, type Step } from '#scoring/action-effect.ts';
import { ceilings } from '#scoring/evidence-ceiling.ts';
import type { ItemScore, ScoringInput } from '#scoring/item-score.ts';
import { isBelow } from '#scoring/tolerance.ts';
import { stepOfFraction } from './step.ts';

/** What could be done about a gap that no action is about; nobody decided it yet. `kind`: to the next level, or evidence for the one that is claimed. */
export type Suggestion = {
  kind: 'level' | 'evidence';
  item: Item;
  step: Step;
  isBottomLine: boolean;
  /** What it brings to low and supported score of the whole, 0–100. */
  worth: { low: number; supported: number };
};

type Gaps = { input: ScoringInput; items: ItemScore[]; actions: readonly Action[]; failing: ReadonlySet<string> };

/** Failing bottom lines first, then what brings most. An item that has no score yet has to be answered first. */
export function suggestActions({ input, items, actions, failing }: Gaps): Suggestion[] {
  const planned = new Set(
    actions.filter(({ content }) => content.status !== 'dropped').map(({ content }) => content.item),
  );
  return items
    .filter(({ id, fraction }) => fraction !== null && !planned.has(id))
    .flatMap(score => stepsFor(score, input).map(found => suggestionOf(found, score, { input, failing })))
    .sort((a, b) => Number(b.isBottomLine) - Number(a.isBottomLine) || sumOf(b) - sumOf(a));
}

type Found = Pick<Suggestion, 'kind' | 'step'>;

function stepsFor(score: ItemScore, { checklist, answers }: ScoringInput): Found[] {
  const { item, fraction, supported, ceiling } = score;
  if (fraction === null) return [];
  const target = nextTarget(item, answers.get(item.id)?.value, fraction, checklist);
  const reached = target === undefined ? 0 : fractionOfTarget(item, target, checklist);
  return [
    ...(isBelow(supported, fraction)
      ? [{ kind: 'evidence' as const, step: { item: item.id, evidence: kindFor(fraction, item, ceiling) } }]
      : []),
    ...(target === undefined
      ? []
      : [{ kind: 'level' as const, step: { item: item.id, target, evidence: kindFor(reached, item, ceiling) } }]),
  ];
}

function suggestionOf(
  { kind, step }: Found,
  score: ItemScore,
  { input, failing }: Pick<Gaps, 'input' | 'failing'>,
): Suggestion {
  const after = afterActions(score, [step], input.checklist);
  const weigh = (difference: number) => 100 * score.effectiveWeight * difference;
  return {
    ...{ kind, item: score.item, step, isBottomLine: failing.has(score.id) },
    worth: {
      low: weigh((after.fraction ?? 0) - (score.fraction ?? 0)),
      supported: weigh(after.supported - score.supported),
    },
  };
}

function sumOf({ worth }: Suggestion): number {
  return worth.low + worth.supported;
}

/** The least improvement that moves the item up a level, or a fifth where it has no levels; undefined at the top. */
function nextTarget(
  item: Item,
  value: AnswerValue | undefined,
  fraction: number,
  checklist: Checklist,
): Step['target'] {
  switch (item.kind) {
    case 'yes-no':
      return value === true ? undefined : true;
    case 'maturity':
      return typeof value === 'number' && value < scaleOf(item, checklist).max ? value + 1 : undefined;
    case 'metric':
      return nextBand(item, fraction, checklist);
    case 'deduction':
      return fraction < 1 ? fewerShortcomings(item, fraction) : undefined;
    case 'matrix': {
      const next = Math.ceil((mostOfCells(item) * (stepOfFraction(fraction) + 1)) / 5 - 1e-9);
      return next <= mostOfCells(item) && next > sumOfCells(item, value) ? next : undefined;
    }
  }
}

function nextBand(item: Extract<Item, { kind: 'metric' }>, fraction: number, checklist: Checklist): number | undefined {
  const better = item.bands
    .filter(({ at }) => isBelow(fraction, fractionOfTarget(item, at, checklist)))
    .sort((a, b) => a.level - b.level);
  return better[0]?.at;
}

function fewerShortcomings({ points, per }: Extract<Item, { kind: 'deduction' }>, fraction: number): number {
  return Math.floor((points * (1 - (stepOfFraction(fraction) + 1) / 5)) / per + 1e-9);
}

/** The least kind that supports so much, of those that the item itself names if one does; none where what is there supports it already. A real event cannot be planned. */
function kindFor(fraction: number, { evidence = [] }: Item, ceiling: number): EvidenceKind[] {
  const needed = Math.ceil(5 * fraction - 1e-9);
  if (ceiling >= needed) return [];
  const least = (kinds: readonly EvidenceKind[]) =>
    kinds
      .filter(kind => kind !== 'event' && ceilings[kind] >= needed)
      .reduce<EvidenceKind | undefined>(
        (best, kind) => (best === undefined || ceilings[kind] < ceilings[best] ? kind : best),
        undefined,
      );
  return [least(evidence.map(({ kind }) => kind)) ?? least(everyKind) ?? 'audit'];
}

const everyKind = ['statement', 'document', 'operation', 'measurement', 'exercise', 'audit'] as const;
