import fc from 'fast-check';
import type { Answer, AnswerValue } from '#assessment/answer.ts';
import type { Evidence } from '#assessment/evidence.ts';
import { evidenceKindSchema } from '#checklist/checklist-schema.ts';
import type { ScoringInput } from '#scoring/item-score.ts';
import { buildChecklist } from './build-checklist.ts';

export type ItemCase = {
  fields: object;
  value: AnswerValue;
  otherValue: AnswerValue;
  answered: Answer['answer'] | 'not at all';
  evidence: Evidence[];
  weight: number;
  conditional: boolean | { fact: string };
  bottomLine: object;
  tags: string[];
};
export type Case = {
  areas: { weight: number; items: ItemCase[] }[];
  profile: Record<string, boolean>;
  limits: object;
};

const values = (value: fc.Arbitrary<AnswerValue>) => ({ value, otherValue: value });
const levelsOf = (own: object, min: number, max: number) =>
  fc.record({ fields: fc.constant({ kind: 'maturity', ...own }), ...values(fc.integer({ min, max })) });
const rising = [1, 2].map(step => ({ at: 10 * step, level: step }));
const falling = [1, 2].map(step => ({ at: 10 * step, level: 3 - step }));
const cells = fc.record({
  gas: fc.record({ flood: fc.nat(3), blast: fc.nat(3) }),
  water: fc.record({ flood: fc.nat(3) }),
});

const kinds = fc.oneof(
  levelsOf({}, 0, 5),
  levelsOf({ scale: { min: 1, max: 4 } }, 1, 4),
  levelsOf({ scale: { min: -1, max: 2 } }, -1, 2),
  fc.record({
    fields: fc.constantFrom({}, { scale: { min: 1, max: 4 } }).map(own => ({
      ...own,
      ...{ kind: 'metric', unit: '%', direction: 'higher-is-better', bands: rising },
    })),
    ...values(fc.integer({ min: 0, max: 30 })),
  }),
  fc.record({
    fields: fc.constant({ kind: 'metric', unit: 'min', direction: 'lower-is-better', bands: falling }),
    ...values(fc.integer({ min: 0, max: 30 })),
  }),
  fc.record({
    fields: fc.constantFrom({ kind: 'deduction', points: 3, per: 0.7 }, { kind: 'deduction', points: 1, per: 0.2 }),
    ...values(fc.nat(6)),
  }),
  fc.record({ fields: fc.constant({ kind: 'yes-no' }), ...values(fc.boolean()) }),
  fc.record({
    fields: fc.constant({ kind: 'matrix', rows: ['gas', 'water'], columns: ['flood', 'blast'], cellMax: 3 }),
    ...values(cells),
  }),
);

const day = fc.constantFrom('2025-01-01', '2026-06-30', '2026-07-01');
export const evidenceArbitrary: fc.Arbitrary<Evidence> = fc.record(
  { kind: fc.constantFrom(...evidenceKindSchema.options), title: fc.constant('x'), date: day, validUntil: day },
  { requiredKeys: ['kind', 'title'], noNullPrototype: true },
);

const standing = fc.record({
  answered: fc.oneof(
    { weight: 5, arbitrary: fc.constant('scored' as const) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        ...(['unknown', 'withheld', 'not-applicable', 'not-our-mandate', 'not at all'] as const),
      ),
    },
  ),
  evidence: fc.array(evidenceArbitrary, { maxLength: 2 }),
  weight: fc.constantFrom(1, 2, 0, 0.3, 7),
  conditional: fc.constantFrom(true, false, { fact: 'coast' }),
  bottomLine: fc.constantFrom({}, {}, {}, { bottomLine: true }, { bottomLine: { floor: 0.6 } }),
  tags: fc.subarray(['hazard:gas', 'hazard:flood', 'loop:monitor', 'loop:warn']),
});

const item: fc.Arbitrary<ItemCase> = fc.tuple(kinds, standing).map(([kind, rest]) => ({ ...kind, ...rest }));

export const caseArbitrary: fc.Arbitrary<Case> = fc.record({
  areas: fc
    .array(fc.record({ weight: fc.constantFrom(1, 2, 0, 13, 0.7), items: fc.array(item, { maxLength: 4 }) }), {
      ...{ minLength: 1, maxLength: 4 },
    })
    .filter(areas => areas.some(({ weight }) => weight > 0)),
  profile: fc.constantFrom<Record<string, boolean>>({}, { coast: true }, { coast: false }),
  limits: fc.constantFrom(
    {},
    { minimumCoverage: 0.3, maximumExcluded: 1 },
    { minimumCoverage: 0, bottomLine: { cap: 'C' } },
  ),
});

/** Areas are a0, a1, …; items a0-0, a0-1, …. */
export function inputOf({ areas, profile, limits }: Case): ScoringInput {
  const named = areas.map((area, at) => ({
    ...{ id: `a${at}`, weight: area.weight },
    items: area.items.map((each, index) => ({ ...each, id: `a${at}-${index}` })),
  }));
  const checklist = buildChecklist(
    Object.fromEntries(
      named.map(({ id, weight, items }) => [
        id,
        { weight, items: Object.fromEntries(items.map(each => [each.id, fieldsOf(each)])) },
      ]),
    ),
    { lenses, ...limits },
  );
  const answers = new Map(
    named.flatMap(({ items }) => items.flatMap(each => answerOf(each).map(answer => [each.id, answer] as const))),
  );
  return { checklist, answers, profile, referenceDate: '2026-06-30' };
}

function fieldsOf({ fields, weight, conditional, answered, bottomLine, tags }: ItemCase): object {
  const needed = conditional || answered === 'not-applicable' || answered === 'not-our-mandate';
  return { ...fields, ...bottomLine, weight, tags, ...(needed ? { conditional: conditional || true } : {}) };
}

function answerOf({ answered, value, evidence }: ItemCase): Answer[] {
  if (answered === 'not at all') return [];
  return [answered === 'scored' ? { answer: answered, value, evidence } : { answer: answered, reason: 'x', evidence }];
}

const group = (id: string, ...tags: string[]) => ({ id, label: { zh: id }, tags });
const lenses = [
  {
    id: 'hazard',
    title: { zh: 'h' },
    groups: [group('gas', 'hazard:gas'), group('any', 'hazard:gas', 'hazard:flood')],
  },
  { id: 'loop', title: { zh: 'l' }, groups: [group('monitor', 'loop:monitor'), group('warn', 'loop:warn')] },
  { id: 'grid', title: { zh: 'g' }, rows: 'hazard', columns: 'loop' },
];
