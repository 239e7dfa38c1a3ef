import type { Answer } from '#assessment/answer.ts';
import { evidenceKindSchema, itemKindSchema } from '#checklist/checklist-schema.ts';
import type { ScoringInput } from '#scoring/item-score.ts';
import { scoreAssessment } from '#scoring/score.ts';
import { buildChecklist } from '../scoring/build-checklist.ts';
import { percentile, type Row } from './row.ts';

const items = 93;
const areas = 12;
const rounds = 15;
const runsPerRound = 400;
const target = 5_000;

/** A full assessment with all that scoring knows, beside a JSON round trip of the answers it reads. */
export async function bench(): Promise<Row[]> {
  const input = buildInput();
  const answers = Object.fromEntries(input.answers);
  const scoring = () => Object.keys(scoreAssessment(input).claimed.areas).length;
  const roundTrip = () => Object.keys(JSON.parse(JSON.stringify(answers))).length;
  const measured: number[] = [];
  const baseline: number[] = [];
  for (let round = 0; round < rounds; round++) {
    measured.push(perSecond(scoring, areas));
    baseline.push(perSecond(roundTrip, items));
  }
  const [ours, theirs] = [percentile(measured, 0.5), percentile(baseline, 0.5)];
  return [
    {
      what: `scoring ${items} items in ${areas} areas: all kinds, evidence, 7 lenses and a crossed one, robustness; one core, median of ${rounds}`,
      measured: `${whole(ours)} a second`,
      baseline: `${whole(theirs)} JSON round trips of the answers a second`,
      ratio: (ours / theirs).toFixed(2),
      target: `≥ ${whole(target)} a second`,
      met: ours >= target,
    },
  ];
}

const whole = (value: number) => Math.round(value).toLocaleString('en');

/** Checks what each run gives, so that none is optimised away. */
function perSecond(run: () => number, expected: number): number {
  const start = performance.now();
  for (let count = 0; count < runsPerRound; count++)
    if (run() !== expected) throw new Error('a run gave something else');
  return (1000 * runsPerRound) / (performance.now() - start);
}

/** Groups of each lens, as many as those of the main checklist. */
const lensSizes = { gap: 4, resilience: 3, dimension: 5, hazard: 4, loop: 4, opinion: 11, essential: 10 };

function buildInput(): ScoringInput {
  const indexes = Array.from({ length: items }, (_, index) => index);
  const areaEntries = Array.from({ length: areas }, (_, area) => {
    const mine = indexes.filter(index => index % areas === area);
    return [`a${area}`, { weight: 5 + area, items: Object.fromEntries(mine.map(index => [`i${index}`, item(index)])) }];
  });
  const checklist = buildChecklist(Object.fromEntries(areaEntries), { lenses, bottomLine: { cap: 'C' } });
  const answers = new Map(indexes.map(index => [`i${index}`, answer(index)]));
  return { checklist, answers, referenceDate: '2026-06-30', profile: { coast: true } };
}

const lenses = [
  ...Object.entries(lensSizes).map(([id, size]) => ({
    ...{ id, title: { zh: id } },
    groups: Array.from({ length: size }, (_, at) => ({ id: `${at}`, label: { zh: `${at}` }, tags: [`${id}:${at}`] })),
  })),
  { id: 'grid', title: { zh: 'grid' }, rows: 'hazard', columns: 'loop' },
];

const kindOf = (index: number) => itemKindSchema.options[index % itemKindSchema.options.length] ?? 'maturity';

const fieldsOfKind = {
  maturity: {},
  metric: {
    ...{ unit: '%', direction: 'higher-is-better' },
    bands: [1, 2, 3, 4, 5].map(level => ({ at: 15 * level, level })),
  },
  deduction: { points: 3, per: 0.5 },
  'yes-no': {},
  matrix: { rows: ['r0', 'r1', 'r2', 'r3'], columns: ['c0', 'c1', 'c2', 'c3'], cellMax: 3 },
} satisfies Record<ReturnType<typeof kindOf>, object>;

const row = { c0: 1, c1: 2, c2: 3, c3: 0 };
const valueOfKind = {
  maturity: 4,
  metric: 62,
  deduction: 1,
  'yes-no': true,
  matrix: { r0: row, r1: row, r2: row, r3: row },
} satisfies Record<ReturnType<typeof kindOf>, Answer['value']>;

function item(index: number): object {
  const kind = kindOf(index);
  return {
    ...fieldsOfKind[kind],
    ...{ kind, weight: 1 + (index % 3) },
    tags: Object.entries(lensSizes).map(([lens, size]) => `${lens}:${index % size}`),
    ...(index % 7 === 0 ? { bottomLine: true } : {}),
    ...(index % 5 === 0 ? { conditional: { fact: 'coast' } } : {}),
  };
}

function answer(index: number): Answer {
  const evidence = [0, 1].map(offset => ({
    kind: evidenceKindSchema.options[(index + offset) % evidenceKindSchema.options.length] ?? 'audit',
    ...{ title: `佐证 ${index}`, date: '2026-01-01', validUntil: '2027-01-01' },
  }));
  return { answer: 'scored', value: valueOfKind[kindOf(index)], note: '说明'.repeat(20), evidence };
}
