import fc from 'fast-check';
import type { AnswerValue } from '#assessment/answer.ts';
import type { MatrixItem } from '#assessment/matrix-cells.ts';
import { mostOfCells } from '#assessment/matrix-cells.ts';
import { itemsOf, scaleOf } from '#checklist/checklist-lookups.ts';
import { type Checklist, evidenceKindSchema, type Item } from '#checklist/checklist-schema.ts';
import type { Candidate } from '#scoring/best-set.ts';
import { fractionOf } from '#scoring/fraction.ts';
import type { ScoringInput } from '#scoring/item-score.ts';
import { type Case, caseArbitrary, inputOf } from './arbitrary-case.ts';

/** A case with some steps on its items, whatever they have now. */
export type PlannedCase = { input: ScoringInput; steps: Candidate[] };

/** `most`: no more steps than that. */
export function plannedCase(most: number): fc.Arbitrary<PlannedCase> {
  return caseArbitrary
    .filter(({ areas }) => areas.some(({ items }) => items.length > 0))
    .chain(each => withSteps(each, most));
}

function withSteps(each: Case, most: number): fc.Arbitrary<PlannedCase> {
  const input = inputOf(each);
  const step = fc.constantFrom(...itemsOf(input.checklist)).chain(item =>
    fc.record({
      item: fc.constant(item.id),
      target: fc.option(targetOf(item, input.checklist), { nil: undefined }),
      evidence: fc.subarray([...evidenceKindSchema.options], { maxLength: 2 }),
      cost: costArbitrary,
    }),
  );
  return fc.array(step, { maxLength: most }).map(steps => ({
    input,
    steps: steps.map(({ target, ...rest }, index) => ({
      id: `s${index}`,
      ...rest,
      ...(target === undefined ? {} : { target }),
    })),
  }));
}

const costArbitrary: fc.Arbitrary<Candidate['cost']> = fc.oneof(
  fc.constantFrom(undefined, { band: 'none' }, { band: 'under-10' }, { band: '10-50' }, { band: 'over-1000' }),
  fc.integer({ min: 0, max: 1_000 }).map(cents => ({ band: 'under-10' as const, estimate: cents / 100 })),
);

function targetOf(item: Item, checklist: Checklist): fc.Arbitrary<true | number> {
  switch (item.kind) {
    case 'yes-no':
      return fc.constant(true as const);
    case 'maturity':
      return fc.integer(scaleOf(item, checklist));
    case 'metric':
      return fc.integer({ min: 0, max: 30 });
    case 'deduction':
      return fc.nat(6);
    case 'matrix':
      return fc.nat(mostOfCells(item));
  }
}

/** What the city would answer with these steps done, and nothing else changed: told without the code that is tested. */
export function answeredWith({ input, steps }: PlannedCase): ScoringInput {
  const answers = new Map(input.answers);
  for (const { item: itemId, target, evidence } of steps) {
    const before = answers.get(itemId);
    const item = itemsOf(input.checklist).find(({ id }) => id === itemId);
    if (!item || before?.answer === 'not-applicable' || before?.answer === 'not-our-mandate') continue;
    const present = before?.answer === 'scored' ? before.value : undefined;
    const value = better(item, present, target === undefined ? undefined : answerAt(item, target), input.checklist);
    const records = [...(before?.evidence ?? []), ...evidence.map(kind => ({ kind, title: 'done' }))];
    if (value === undefined) answers.set(itemId, { answer: 'unknown', evidence: records });
    else answers.set(itemId, { answer: 'scored', value, evidence: records });
  }
  return { ...input, answers };
}

function better(item: Item, a: AnswerValue | undefined, b: AnswerValue | undefined, checklist: Checklist) {
  if (a === undefined || b === undefined) return a ?? b;
  const worth = (value: AnswerValue) => fractionOf(item, value, scaleOf(item, checklist));
  return worth(b) > worth(a) ? b : a;
}

function answerAt(item: Item, target: true | number): AnswerValue {
  return item.kind === 'matrix' ? tableOf(item, Number(target)) : target;
}

/** Cells filled one after another until the points are used up. */
function tableOf({ rows, columns, cellMax }: MatrixItem, points: number): AnswerValue {
  let left = points;
  const cell = () => {
    const taken = Math.min(left, cellMax);
    left -= taken;
    return taken;
  };
  return Object.fromEntries(rows.map(row => [row.id, Object.fromEntries(columns.map(column => [column.id, cell()]))]));
}
