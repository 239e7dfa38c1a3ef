import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Action } from '#assessment/action.ts';
import type { Setup } from '#assessment/assessment.ts';
import type { ChecklistInput } from '#checklist/checklist-schema.ts';
import { contentCodes } from '#report/content-codes.ts';
import { type Finding, type FindingCode, findingCodeSchema } from '#report/finding.ts';
import { openWords } from '#web/words.ts';
import { buildAction } from '../support/build-action.ts';
import { scored } from '../support/build-assessment.ts';
import { buildArea, buildItem } from '../support/build-checklist.ts';
import { minutesAfter, minutesOfFigure, minutesWithParked, onFormerItem } from './build-minutes.ts';
import { type Case, reportOf } from './report-of.ts';

function findingOf(given: Case, code: FindingCode): Finding['params'] | undefined {
  return reportOf(given).findings.find(finding => finding.code === code)?.params;
}

/** All four items at these levels, shown by an audit unless another kind is named. */
function levels(a1: number, a2: number, b1: number, b2: number, kind: Parameters<typeof scored>[1] = 'audit') {
  return { a1: scored(a1, kind), a2: scored(a2, kind), b1: scored(b1, kind), b2: scored(b2, kind) };
}

const bottomLine = (overrides: object = {}): Partial<ChecklistInput> => ({
  bottomLine: { cap: 'C' },
  areas: [buildArea('a', { items: [buildItem('a1', { bottomLine: true }), buildItem('a2')] }), buildArea('b')],
  ...overrides,
});
const capOn: Partial<Setup> = { policy: { bottomLineCap: true } };
const conditional: Partial<ChecklistInput> = {
  areas: [buildArea('a', { items: [buildItem('a1', { conditional: true }), buildItem('a2')] }), buildArea('b')],
};

const cases: { sentence: string; given: Case; code: FindingCode; params: Finding['params'] | undefined }[] = [
  {
    sentence: 'the headline is the claimed grade',
    given: { answers: levels(4, 4, 4, 4) },
    code: 'headline.claimed',
    params: { grade: 'B' },
  },
  {
    sentence: 'the headline is the supported grade where the checklist says so',
    given: { answers: levels(4, 4, 4, 4, 'operation'), checklist: { headline: 'supported' } },
    code: 'headline.supported',
    params: { grade: 'C' },
  },
  {
    sentence: 'the headline tells how many bottom lines hold the grade',
    given: { answers: levels(1, 5, 5, 5), checklist: bottomLine(), setup: capOn },
    code: 'headline.claimed-capped',
    params: { grade: 'C', count: 1 },
  },
  {
    sentence: 'unsupported bottom lines hold the supported grade too',
    given: {
      answers: { ...levels(5, 5, 5, 5), a1: scored(5) },
      checklist: bottomLine({ headline: 'supported', grades: grades(70, 60) }),
      setup: capOn,
    },
    code: 'headline.supported-capped',
    params: { grade: 'C', count: 1 },
  },
  { sentence: 'without a grade the headline says so', given: {}, code: 'headline.no-grade', params: {} },
  {
    sentence: 'the grade is reached by the low end',
    given: { answers: { ...levels(5, 5, 5, 5), b2: { answer: 'unknown' } }, checklist: { minimumCoverage: 0.7 } },
    code: 'grade.reached',
    params: { grade: 'B', from: 75, low: 75 },
  },
  {
    sentence: 'the lowest grade is what is left below the next',
    given: { answers: levels(1, 1, 1, 1) },
    code: 'grade.lowest',
    params: { grade: 'D', otherGrade: 'C', from: 60, low: 20 },
  },
  {
    sentence: 'a gap that open items make alone says so',
    given: { answers: { a1: scored(5, 'audit') } },
    code: 'grade.gap-open',
    params: { gap: 75 },
  },
  {
    sentence: 'coverage is named with what a grade takes',
    given: { answers: { ...levels(5, 5, 5, 5), b2: { answer: 'unknown' } }, checklist: { minimumCoverage: 0.7 } },
    code: 'grade.coverage',
    params: { coverage: 75, minimum: 70, count: 1 },
  },
  {
    sentence: 'full coverage is said in so many words',
    given: { answers: levels(4, 4, 4, 4) },
    code: 'grade.coverage-full',
    params: {},
  },
  {
    sentence: 'open items that could raise the grade are pointed out',
    given: { answers: { ...levels(5, 5, 5, 5), b2: { answer: 'unknown' } }, checklist: { minimumCoverage: 0.7 } },
    code: 'grade.open-could-raise',
    params: { high: 100, otherGrade: 'A', count: 1 },
  },
  {
    sentence: 'open items that could not raise the grade are not',
    given: {
      answers: { ...levels(4, 4, 4, 4), b2: { answer: 'unknown' } },
      checklist: { minimumCoverage: 0.7, grades: grades(90, 50) },
    },
    code: 'grade.open-could-raise',
    params: undefined,
  },
  {
    sentence: 'too little coverage is the reason for no grade',
    given: { answers: { a1: scored(5), a2: scored(5), b1: scored(5) } },
    code: 'grade.coverage-low',
    params: { coverage: 75, minimum: 80, count: 1 },
  },
  {
    sentence: 'too much excluded by hand is the reason for no grade',
    given: {
      answers: { ...levels(5, 5, 5, 5), a1: { answer: 'not-applicable', reason: '没有' } },
      checklist: conditional,
    },
    code: 'grade.excluded-too-much',
    params: { excluded: 25, maximum: 20, count: 1 },
  },
  {
    sentence: 'nothing that counts is the reason for no grade',
    given: { checklist: { areas: [buildArea('a', { items: [buildItem('a1', { weight: 0 })] })] } },
    code: 'grade.nothing-counts',
    params: {},
  },
  {
    sentence: 'a breached bottom line caps',
    given: { answers: levels(1, 5, 5, 5), checklist: bottomLine(), setup: capOn },
    code: 'grade.breach-caps',
    params: { items: ['a1'], count: 1, cap: 'C' },
  },
  {
    sentence: 'with the cap off a breached bottom line is noted',
    given: { answers: levels(1, 5, 5, 5), checklist: bottomLine() },
    code: 'grade.breach-noted',
    params: { items: ['a1'], count: 1 },
  },
  {
    sentence: 'an unverified bottom line caps',
    given: { answers: { ...levels(5, 5, 5, 5), a1: { answer: 'unknown' } }, checklist: bottomLine(), setup: capOn },
    code: 'grade.unverified-caps',
    params: { items: ['a1'], count: 1, cap: 'C' },
  },
  {
    sentence: 'an unverified bottom line is noted without a grade too',
    given: { checklist: bottomLine() },
    code: 'grade.unverified-noted',
    params: { items: ['a1'], count: 1 },
  },
  {
    sentence: 'a bottom line that is switched off is not held against the city',
    given: { checklist: bottomLine(), setup: { policy: { bottomLinesOff: ['a1'] } } },
    code: 'grade.unverified-noted',
    params: undefined,
  },
  {
    sentence: 'the supported grade stands beside the claimed one',
    given: { answers: levels(5, 5, 5, 5, 'operation') },
    code: 'grade.supported',
    params: { supported: 60, grade: 'C' },
  },
  {
    sentence: 'a supported grade that is held down says from which',
    given: {
      answers: { ...levels(5, 5, 5, 5), a1: scored(5) },
      checklist: bottomLine({ grades: grades(70, 60) }),
      setup: capOn,
    },
    code: 'grade.supported-capped',
    params: { supported: 75, grade: 'C', otherGrade: 'A', count: 1 },
  },
  {
    sentence: 'without a grade the supported score is still told',
    given: { answers: { a1: scored(5, 'audit') } },
    code: 'grade.supported-none',
    params: { supported: 25 },
  },
  {
    sentence: 'the gap is the difference of the shown numbers, and names the areas with the greatest',
    given: { answers: { ...levels(5, 5, 5, 5), a1: scored(5, 'operation') } },
    code: 'grade.gap',
    params: { gap: 10, areas: ['a'] },
  },
  {
    sentence: 'what open items add to the gap is told apart',
    given: { answers: { a1: scored(5, 'audit'), a2: scored(5, 'audit'), b1: scored(5) } },
    code: 'grade.gap-with-open',
    params: { gap: 50, openGap: 25, areas: ['b'] },
  },
  {
    sentence: 'no gap is no finding',
    given: { answers: levels(5, 5, 5, 5) },
    code: 'grade.gap',
    params: undefined,
  },
  {
    sentence: 'the next grade is as far as the shown low is from its beginning',
    given: { answers: levels(4, 4, 4, 4) },
    code: 'distance.next',
    params: { otherGrade: 'A', from: 90, score: 80, gap: 10 },
  },
  {
    sentence: 'the distance is that of the headline',
    given: { answers: levels(4, 4, 4, 4, 'operation'), checklist: { headline: 'supported' } },
    code: 'distance.next-supported',
    params: { otherGrade: 'B', from: 75, score: 60, gap: 15 },
  },
  {
    sentence: 'the score alone does not reach the next grade past a failing bottom line',
    given: { answers: levels(1, 4, 4, 4), checklist: bottomLine(), setup: capOn },
    code: 'distance.next-blocked',
    params: { otherGrade: 'B', from: 75, score: 65, gap: 10, count: 1 },
  },
  {
    sentence: 'nor does the supported score',
    given: { answers: levels(1, 4, 4, 4), checklist: bottomLine({ headline: 'supported' }), setup: capOn },
    code: 'distance.next-blocked-supported',
    params: { otherGrade: 'B', from: 75, score: 65, gap: 10, count: 1 },
  },
  {
    sentence: 'above the best grade there is none',
    given: { answers: levels(5, 5, 5, 5) },
    code: 'distance.top',
    params: { grade: 'A' },
  },
  {
    sentence: 'a capped grade rises by its bottom lines alone',
    given: { answers: levels(1, 5, 5, 5), checklist: bottomLine(), setup: capOn },
    code: 'distance.capped',
    params: { grade: 'C', otherGrade: 'B', count: 1 },
  },
  {
    sentence: 'without a grade coverage comes first',
    given: { answers: { a1: scored(5) } },
    code: 'distance.coverage',
    params: { coverage: 25, minimum: 80 },
  },
  {
    sentence: 'or what is excluded by hand',
    given: {
      answers: { ...levels(5, 5, 5, 5), a1: { answer: 'not-applicable', reason: '没有' } },
      checklist: conditional,
    },
    code: 'distance.excluded',
    params: { excluded: 25, maximum: 20 },
  },
  {
    sentence: 'and there is no distance where nothing counts',
    given: { checklist: { areas: [buildArea('a', { items: [buildItem('a1', { weight: 0 })] })] } },
    code: 'distance.none',
    params: {},
  },
  {
    sentence: 'the strongest and the weakest area are named',
    given: { answers: levels(5, 5, 1, 2) },
    code: 'areas.ends',
    params: { area: 'a', score: 100, otherArea: 'b', otherScore: 30 },
  },
  {
    sentence: 'equal areas have no ends',
    given: { answers: levels(3, 3, 3, 3) },
    code: 'areas.ends',
    params: undefined,
  },
  {
    sentence: 'the least certain area is named with its range',
    given: { answers: { a1: scored(5), a2: scored(5), b1: scored(3) } },
    code: 'areas.widest',
    params: { area: 'b', low: 30, high: 80, gap: 50, count: 1 },
  },
  {
    sentence: 'areas without a score are named',
    given: { answers: { a1: scored(5) } },
    code: 'areas.undefined',
    params: { areas: ['b'], count: 1 },
  },
  { sentence: 'no area has a score at the beginning', given: {}, code: 'areas.none', params: {} },
  { sentence: 'a checklist may have no bottom lines', given: {}, code: 'bottom-lines.none', params: {} },
  {
    sentence: 'the cap that is on is named',
    given: { checklist: bottomLine(), setup: capOn },
    code: 'bottom-lines.cap-on',
    params: { cap: 'C' },
  },
  {
    sentence: 'the cap is off until the city switches it on',
    given: { checklist: bottomLine() },
    code: 'bottom-lines.cap-off',
    params: { cap: 'C' },
  },
  {
    sentence: 'a checklist may name no cap',
    given: { checklist: bottomLine({ bottomLine: undefined }), setup: capOn },
    code: 'bottom-lines.no-cap',
    params: {},
  },
  {
    sentence: 'a grade that no shift of weights by a fifth changes is stable',
    given: { answers: levels(4, 4, 4, 4) },
    code: 'robustness.stable',
    params: { low: 80, high: 80, grade: 'B' },
  },
  {
    sentence: 'a grade that depends on the weights is not',
    given: { answers: levels(5, 5, 3, 2) },
    code: 'robustness.unstable',
    params: { low: 70, high: 80, grade: 'C', otherGrade: 'B' },
  },
  {
    sentence: 'without a grade the range is told alone',
    given: { answers: { a1: scored(5), b1: scored(5) } },
    code: 'robustness.no-grade',
    params: { low: 50, high: 50 },
  },
  {
    sentence: 'one area has nothing to shift',
    given: { answers: levels(4, 4, 4, 4), setup: { scope: { areas: ['a'] } } },
    code: 'robustness.single-area',
    params: {},
  },
  {
    sentence: 'without a score there is nothing to shift',
    given: { checklist: { areas: [buildArea('a', { items: [buildItem('a1', { weight: 0 })] })] } },
    code: 'robustness.undefined',
    params: {},
  },
  {
    sentence: 'it says how many items workshops discussed and recorded',
    given: { minutes: minutesWithParked() },
    code: 'discussions.items',
    params: { count: 2, recorded: 1 },
  },
  {
    sentence: 'without an opinion there is nothing to say of workshops',
    given: {},
    code: 'discussions.items',
    params: undefined,
  },
  {
    sentence: 'it counts what is not asked so any more, also where nothing else was discussed',
    given: { minutes: onFormerItem([3, 3, 3, 3, 3]) },
    code: 'discussions.former',
    params: { count: 1, recorded: 1, split: 0 },
  },
  {
    sentence: 'of what is not asked so any more it tells how many are split',
    given: { minutes: onFormerItem([0, 0, 0, 5, 5, 5]) },
    code: 'discussions.former',
    params: { count: 1, recorded: 1, split: 1 },
  },
  {
    sentence: 'it says where the room agreed',
    given: { minutes: minutesAfter([[3, 3, 3, 3, 4]]) },
    code: 'discussions.consensus',
    params: { count: 1, items: ['a1'] },
  },
  {
    sentence: 'it says where opinions are spread',
    given: { minutes: minutesAfter([[1, 2, 3, 3, 4, 5]]) },
    code: 'discussions.spread',
    params: { count: 1, items: ['a1'] },
  },
  {
    sentence: 'it says where they are split, by the last vote',
    given: {
      minutes: minutesAfter([
        [3, 3, 3, 3, 3],
        [0, 0, 0, 5, 5, 5],
      ]),
    },
    code: 'discussions.split',
    params: { count: 1, items: ['a1'] },
  },
  {
    sentence: 'too few votes have no verdict',
    given: { minutes: minutesAfter([[3, 3, 3, 3]]) },
    code: 'discussions.too-few',
    params: { count: 1, items: ['a1'] },
  },
  {
    sentence: 'what nobody voted on is named',
    given: {
      minutes: minutesOfFigure(),
      checklist: {
        areas: [
          buildArea('a', {
            items: [
              {
                ...{ id: 'figure', code: 'F', kind: 'metric', title: { zh: '数值' }, unit: '%' },
                ...{ direction: 'higher-is-better', bands: [{ at: 50, level: 3 }] },
              },
            ],
          }),
        ],
      },
    },
    code: 'discussions.no-vote',
    params: { count: 1, items: ['figure'] },
  },
  {
    sentence: 'it counts where a second vote was closer together',
    given: {
      minutes: minutesAfter([
        [0, 0, 0, 5, 5, 5],
        [3, 3, 3, 4, 4],
      ]),
    },
    code: 'discussions.second-round',
    params: { count: 1, closer: 1 },
  },
  {
    sentence: 'and where it was not',
    given: {
      minutes: minutesAfter([
        [3, 3, 3, 4, 4],
        [0, 0, 0, 5, 5, 5],
      ]),
    },
    code: 'discussions.second-round',
    params: { count: 1, closer: 0 },
  },
  {
    sentence: 'rounds that cannot both be shown are not compared',
    given: {
      minutes: minutesAfter([
        [3, 3],
        [0, 0, 0, 5, 5, 5],
      ]),
    },
    code: 'discussions.second-round',
    params: undefined,
  },
  {
    sentence: 'it names where the opinion is not the answer',
    given: { answers: { a1: scored(2) }, minutes: minutesAfter([[3, 3, 3, 3, 3]]) },
    code: 'discussions.differs',
    params: { count: 1, items: ['a1'] },
  },
  {
    sentence: 'the same answer does not differ',
    given: { answers: { a1: scored(3) }, minutes: minutesAfter([[3, 3, 3, 3, 3]]) },
    code: 'discussions.differs',
    params: undefined,
  },
  {
    sentence: 'it names where there is an opinion but no answer',
    given: { minutes: minutesAfter([[3, 3, 3, 3, 3]]) },
    code: 'discussions.unanswered',
    params: { count: 1, items: ['a1'] },
  },
  {
    sentence: 'it names what was parked',
    given: { minutes: minutesWithParked() },
    code: 'discussions.parked',
    params: { count: 1, items: ['a2'] },
  },
  {
    sentence: 'without a plan it says so where something could be done',
    given: { answers: levels(3, 3, 3, 3) },
    code: 'actions.none',
    params: {},
  },
  {
    sentence: 'where nothing could be done it says nothing of a plan',
    given: { answers: levels(5, 5, 5, 5) },
    code: 'actions.none',
    params: undefined,
  },
  {
    sentence: 'it counts what is planned and what is not finished',
    given: { answers: levels(3, 3, 3, 3), actions: [toFive('one'), toFive('two', { status: 'done' })] },
    code: 'actions.planned',
    params: { count: 2, unfinished: 1 },
  },
  {
    sentence: 'it tells what everything unfinished comes to together, what was dropped left out',
    given: { answers: levels(4, 3, 3, 3), actions: [toFive('one'), toFive('two', { status: 'dropped', item: 'b1' })] },
    code: 'actions.when-done',
    params: { low: 65, otherLow: 70, supported: 65, otherSupported: 70 },
  },
  {
    sentence: 'and the grade where that would be another',
    given: { answers: levels(3, 3, 4, 4), actions: [toFive('one')] },
    code: 'actions.when-done-grade',
    params: { low: 70, otherLow: 80, supported: 70, otherSupported: 80, grade: 'C', otherGrade: 'B' },
  },
  {
    sentence: 'it names what is overdue, on the day that it is in China',
    given: {
      answers: levels(3, 3, 3, 3),
      generatedAt: '2026-11-30T16:30:00.000Z',
      actions: [toFive('late', { deadline: '2026-11-30' }), toFive('today', { deadline: '2026-12-01', item: 'a2' })],
    },
    code: 'actions.overdue',
    params: { count: 1, items: ['a1'] },
  },
  {
    sentence: 'what is done is not overdue',
    given: { answers: levels(3, 3, 3, 3), actions: [toFive('one', { deadline: '2026-01-01', status: 'done' })] },
    code: 'actions.overdue',
    params: undefined,
  },
  {
    sentence: 'it names what nobody leads or no day is set for',
    given: { answers: levels(3, 3, 3, 3), actions: [toFive('one', { deadline: '2027-01-01' })] },
    code: 'actions.incomplete',
    params: { count: 1, items: ['a1'] },
  },
  {
    sentence: 'it names failing bottom lines about which nothing is planned',
    given: { checklist: bottomLine(), answers: levels(1, 3, 3, 3) },
    code: 'actions.bottom-lines',
    params: { count: 1, items: ['a1'] },
  },
  {
    sentence: 'one with an action is not named',
    given: { checklist: bottomLine(), answers: levels(1, 3, 3, 3), actions: [toFive('one')] },
    code: 'actions.bottom-lines',
    params: undefined,
  },
];

function toFive(id: string, content: Partial<Action['content']> = {}) {
  return buildAction(id, { item: 'a1', target: 5, evidence: ['audit'], ...content });
}

function grades(a: number, c: number): ChecklistInput['grades'] {
  return [
    { id: 'A', from: a, label: { zh: '优' } },
    { id: 'C', from: c, label: { zh: '中' } },
    { id: 'D', from: 0, label: { zh: '待提升' } },
  ];
}

describe('findings', () => {
  for (const { sentence, given, code, params } of cases)
    test(sentence, () => assert.deepEqual(findingOf(given, code), params));

  test('every rule is in this table or in that of content-findings.test.ts', () => {
    const elsewhere = new Set<string>(contentCodes);
    const covered = new Set(cases.filter(({ params }) => params !== undefined).map(({ code }) => code));
    assert.deepEqual(
      findingCodeSchema.options.filter(code => !covered.has(code) && !elsewhere.has(code)),
      [],
    );
  });
});

test('the words of a finding fill in nothing that it does not carry', () => {
  const labels = openWords(() => undefined).labels('zh-CN');
  for (const { code, params = {} } of cases) {
    const words = labels[`report.finding.${code}`] ?? labels[`report.finding.${code}_other`];
    const holes = [...(words ?? '{{none}}').matchAll(/{{(\w+)}}/g)].map(match => match[1] ?? '');
    assert.deepEqual(
      holes.filter(hole => !Object.keys(params).includes(hole) && Object.keys(params).length > 0),
      [],
      code,
    );
  }
});
