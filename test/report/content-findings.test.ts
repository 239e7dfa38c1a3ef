import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { contentCodes } from '#report/content-codes.ts';
import type { Finding, FindingCode } from '#report/finding.ts';
import { buildReport } from '#report/report.ts';
import { urgentProblems } from '#report/urgent-problems.ts';
import { openWords } from '#web/words.ts';
import { buildAssessment, scored } from '../support/build-assessment.ts';
import { buildArea, buildChecklist, buildItem } from '../support/build-checklist.ts';
import { type ContentCase, contentChecklist, contentReport, generatedAt, withTable } from './build-content.ts';
import { minutesAfter, onFormerItem } from './build-minutes.ts';

const at = '2026-11-18T06:40:00.000Z';

/** All four items at these levels, shown by an audit unless another kind is named. */
function levels(a1: number, a2: number, b1: number, b2: number, kind: Parameters<typeof scored>[1] = 'audit') {
  return { a1: scored(a1, kind), a2: scored(a2, kind), b1: scored(b1, kind), b2: scored(b2, kind) };
}

function dated(value: number, record: { date?: string; validUntil?: string }) {
  return { ...scored(value), evidence: [{ kind: 'audit' as const, title: '检验', ...record }] };
}

const cells = (value: Record<string, Record<string, number>>) => ({ ...levels(3, 3, 3, 3), m1: scored(value) });

type Case = { sentence: string; given: ContentCase; code: FindingCode; params: Finding['params'] };

const cases: Case[] = [
  {
    sentence: 'without a score there is no achievement',
    given: {},
    code: 'achievements.nothing-scored',
    params: {},
  },
  {
    sentence: 'an area whose supported score is above the lowest grade is an achievement',
    given: { answers: levels(4, 4, 1, 1) },
    code: 'achievements.area',
    params: { area: 'a', supported: 80, score: 80, grade: 'B' },
  },
  {
    sentence: 'where no area gets so far the best one is named',
    given: { answers: levels(4, 4, 1, 1, 'document') },
    code: 'achievements.no-area',
    params: { from: 60, area: 'a', supported: 40 },
  },
  {
    sentence: 'bottom lines count as held with evidence alone',
    given: { answers: levels(2, 4, 1, 1) },
    code: 'achievements.bottom-lines',
    params: { count: 1, total: 1, named: ['a1'] },
  },
  {
    sentence: 'an item supported at 4 of 5 is named with the kind of its strongest evidence',
    given: {
      answers: {
        a2: {
          ...scored(4),
          evidence: [...(scored(4, 'document').evidence ?? []), ...(scored(4, 'exercise').evidence ?? [])],
        },
      },
    },
    code: 'achievements.item',
    params: { item: 'a2', supportedShare: 80, kind: 'exercise' },
  },
  {
    sentence: 'no item so high is said',
    given: { answers: levels(3, 3, 3, 3) },
    code: 'achievements.no-item',
    params: {},
  },
  {
    sentence: 'evidence from exercises, events and audits is counted whatever the level',
    given: { answers: { a1: scored(1, 'event'), a2: scored(5, 'document'), b1: scored(0, 'audit') } },
    code: 'achievements.proved',
    params: { count: 1, total: 3, named: ['a1'] },
  },
  {
    sentence: 'the problem list begins with how many there are of each kind',
    given: { answers: { a1: scored(1, 'audit'), a2: scored(2), b1: scored(4, 'document') } },
    code: 'problems.counts',
    params: { breached: 1, unverified: 0, unsupported: 0, lowItems: 1, shared: 1, gaps: 0, claims: 2, open: 1 },
  },
  {
    sentence: 'a breached bottom line is told with its floor',
    given: { answers: levels(1, 3, 3, 3) },
    code: 'problems.breached',
    params: { item: 'a1', claimedShare: 20, supportedShare: 20, floorShare: 40 },
  },
  {
    sentence: 'an open bottom line is unverified',
    given: {},
    code: 'problems.unverified',
    params: { item: 'a1', floorShare: 40 },
  },
  {
    sentence: 'a bottom line may be short of evidence',
    given: { answers: { ...levels(3, 3, 3, 3), a1: scored(3, 'statement') } },
    code: 'problems.unsupported',
    params: { item: 'a1', claimedShare: 60, supportedShare: 20, floorShare: 40 },
  },
  {
    sentence: 'an answer below 2 of 5 is low, with what it takes off the low end',
    given: { answers: levels(3, 3, 3, 1) },
    code: 'problems.low',
    params: { item: 'b2', claimedShare: 20, points: 20 },
  },
  {
    sentence: 'a step of the loop that departments share and that does not run is a break',
    given: { answers: levels(3, 2, 3, 3) },
    code: 'problems.shared',
    params: { item: 'a2', departments: ['fire', 'water'], lens: 'loop', columns: ['respond'], claimedShare: 40 },
  },
  {
    sentence: 'a table that nobody filled in is one gap',
    given: { checklist: withTable },
    code: 'problems.table-open',
    params: { item: 'm1' },
  },
  {
    sentence: 'empty cells are told row by row',
    given: { checklist: withTable, answers: cells({ fire: { gas: 2 }, water: { gas: 1, flood: 1 } }) },
    code: 'problems.cells-empty',
    params: { item: 'm1', row: 'fire', columns: ['flood'] },
  },
  {
    sentence: 'cells with 0 are told apart from empty ones',
    given: { checklist: withTable, answers: cells({ fire: { gas: 0, flood: 2 }, water: { gas: 1, flood: 1 } }) },
    code: 'problems.cells-zero',
    params: { item: 'm1', row: 'fire', columns: ['gas'], cell: 0 },
  },
  {
    sentence: 'a claim above its evidence is told with what it takes off the supported score',
    given: { answers: { ...levels(3, 3, 3, 3), b2: scored(4, 'document') } },
    code: 'problems.claim',
    params: { item: 'b2', claimedShare: 80, supportedShare: 40, points: 10 },
  },
  {
    sentence: 'a claim without evidence is told apart',
    given: { answers: { ...levels(3, 3, 3, 3), b2: scored(4) } },
    code: 'problems.claim-bare',
    params: { item: 'b2', claimedShare: 80, supportedShare: 0, points: 20 },
  },
  {
    sentence: 'open items are told with the department that owes them',
    given: {
      answers: { a1: { answer: 'unknown' }, a2: { answer: 'withheld', reason: 'work-secret' }, ...only('b1', 'b2') },
    },
    code: 'problems.open',
    params: {
      ...{ department: 'fire', count: 2, named: ['a1', 'a2'], weightShare: 50 },
      ...{ unanswered: 0, unknown: 1, withheld: 1 },
    },
  },
  {
    sentence: 'a hazard is told with its weakest step',
    given: { answers: levels(3, 1, 3, 3) },
    code: 'risk.row',
    params: { lens: 'grid', row: 'gas', total: 2, columns: ['respond'], score: 20, otherScore: 60 },
  },
  {
    sentence: 'steps that are all the same have no weakest',
    given: { answers: levels(3, 3, 1, 3) },
    code: 'risk.row-even',
    params: { lens: 'grid', row: 'gas', total: 2, columns: ['warn', 'respond'], score: 60 },
  },
  {
    sentence: 'a single step with a score is no comparison',
    given: { answers: only('a1') },
    code: 'risk.row-single',
    params: { lens: 'grid', row: 'gas', total: 2, columns: ['warn'], score: 60 },
  },
  {
    sentence: 'steps without a score are named',
    given: { answers: only('a1') },
    code: 'risk.row-missing',
    params: { lens: 'grid', row: 'gas', columns: ['respond'] },
  },
  {
    sentence: 'a hazard without any score is named',
    given: {},
    code: 'risk.row-none',
    params: { lens: 'grid', row: 'gas', total: 2 },
  },
  {
    sentence: 'a step is told with its weakest hazard',
    given: { answers: levels(3, 3, 1, 3) },
    code: 'risk.column',
    params: { lens: 'grid', columns: ['warn'], score: 20, count: 2, total: 2, rows: ['flood'], otherScore: 60 },
  },
  {
    sentence: 'hazards that are all the same have no weakest',
    given: { answers: levels(3, 3, 3, 3) },
    code: 'risk.column-even',
    params: { lens: 'grid', columns: ['warn'], score: 60, count: 2, total: 2 },
  },
  {
    sentence: 'a group of the first lens is told with its weakest items',
    given: { answers: levels(3, 3, 3, 3) },
    code: 'risk.group',
    params: { lens: 'gaps', group: 'coordination', count: 1, open: 0, score: 60, supported: 60, named: ['a1'] },
  },
  {
    sentence: 'a group at full marks has no weakest item',
    given: { answers: levels(5, 3, 3, 3) },
    code: 'risk.group-full',
    params: { lens: 'gaps', group: 'coordination', count: 1, open: 0, score: 100, supported: 100 },
  },
  {
    sentence: 'a group that is open says how many items',
    given: {},
    code: 'risk.group-none',
    params: { lens: 'gaps', group: 'coordination', count: 0, open: 1 },
  },
  {
    sentence: 'a group without items was not assessed',
    given: {},
    code: 'risk.group-outside',
    params: { lens: 'gaps', group: 'risk', count: 0 },
  },
  {
    sentence: 'answers at the bottom need no evidence',
    given: { answers: { a1: scored(0) } },
    code: 'evidence.nothing-scored',
    params: {},
  },
  {
    sentence: 'how many answers are carried by how many records',
    given: { answers: { a1: scored(3, 'audit'), a2: scored(2) } },
    code: 'evidence.carried',
    params: { count: 1, total: 2, records: 1 },
  },
  {
    sentence: 'all carried is said as all',
    given: { answers: { a1: scored(3, 'audit'), a2: scored(0) } },
    code: 'evidence.complete',
    params: { count: 1, records: 1 },
  },
  {
    sentence: 'those without evidence are named with what it costs',
    given: { answers: { ...levels(3, 3, 3, 3), a2: scored(2) } },
    code: 'evidence.missing',
    params: { count: 1, named: ['a2'], points: 10 },
  },
  {
    sentence: 'records that are not in force are told',
    given: { answers: { a1: dated(3, { validUntil: '2026-11-29' }), a2: dated(3, { date: '2026-12-01' }) } },
    code: 'evidence.lapsed',
    params: { count: 2, named: ['a1', 'a2'] },
  },
  {
    sentence: 'records that soon end are told',
    given: { answers: { a1: dated(3, { validUntil: '2026-12-31' }) } },
    code: 'evidence.expiring',
    params: { count: 1, named: ['a1'] },
  },
  {
    sentence: 'records without a date are told',
    given: { answers: only('a1') },
    code: 'evidence.undated',
    params: { count: 1, named: ['a1'] },
  },
  {
    sentence: 'the range that open items make is told with who owes most',
    given: { answers: only('b2') },
    code: 'needs.answers-of',
    params: { count: 3, low: 15, high: 90, departments: ['fire', 'water'] },
  },
  {
    sentence: 'without departments the range is told alone',
    given: { checklist: { areas: [buildArea('a')] }, answers: only('a1') },
    code: 'needs.answers',
    params: { count: 1, low: 30, high: 80 },
  },
  {
    sentence: 'evidence can raise the supported score to the low end',
    given: { answers: { ...levels(3, 3, 3, 3), b2: scored(4, 'document') } },
    code: 'needs.evidence',
    params: { count: 1, points: 10 },
  },
  { sentence: 'when it was begun', given: {}, code: 'process.begun', params: { since: at } },
  { sentence: 'no answer is said', given: {}, code: 'process.unanswered', params: { total: 4, count: 4 } },
  {
    sentence: 'how many are answered and when',
    given: { answers: only('a1', 'a2') },
    code: 'process.answered',
    params: { count: 2, total: 4, since: at, until: at },
  },
  {
    sentence: 'workshops are counted with what they recorded',
    given: { minutes: minutesAfter([[3, 3, 3, 3, 3]]), checklist: {} },
    code: 'process.workshops',
    params: { count: 1, closed: 0, total: 1, recorded: 1 },
  },
  {
    sentence: 'workshops on items that are not asked so any more are told',
    given: { minutes: onFormerItem([3, 3, 3, 3, 3]), checklist: {} },
    code: 'process.workshops-former',
    params: { count: 1, recorded: 1 },
  },
  { sentence: 'no workshop is said', given: {}, code: 'process.no-workshop', params: {} },
  { sentence: 'an open assessment is not final', given: {}, code: 'process.open', params: { until: at } },
];

function only(...items: string[]) {
  return Object.fromEntries(items.map(item => [item, scored(3, 'audit')]));
}

/** Answers that were given twice or come from a workshop, and a final assessment. */
function handledReport() {
  const assessment = buildAssessment(only('a1', 'a2'));
  const answers = Object.fromEntries(
    Object.entries(assessment.answers).map(([id, record], index) => [
      id,
      { ...record, rev: index + 1, by: id === 'a1' ? 'workshop:w1:1' : 'local' },
    ]),
  );
  return buildReport({ ...assessment, answers, state: 'final' }, buildChecklist(contentChecklist), generatedAt);
}
const handled: FindingCode[] = ['process.revised', 'process.adopted', 'process.final'];

describe('what the report says beyond the result', () => {
  for (const { sentence, given, code, params } of cases)
    test(sentence, () => {
      const found = contentReport(given).findings.find(finding => finding.code === code);
      assert.deepEqual(found?.params, params);
    });

  test('changed answers, adopted ones and a final assessment are told', () => {
    const { findings } = handledReport();
    assert.deepEqual(
      handled.map(code => findings.find(finding => finding.code === code)?.params),
      [{ count: 1 }, { count: 1 }, { until: at }],
    );
  });

  test('every rule is in this table', () => {
    const covered = new Set<string>([...cases.map(({ code }) => code), ...handled]);
    assert.deepEqual(
      contentCodes.filter(code => !covered.has(code)),
      [],
    );
  });

  test('the words of a statement fill in nothing that it does not carry', () => {
    const labels = openWords(() => undefined).labels('zh-CN');
    for (const { code, params } of cases) {
      const words = labels[`report.finding.${code}`] ?? labels[`report.finding.${code}_other`];
      const holes = [...(words ?? '{{none}}').matchAll(/{{(\w+)}}/g)].map(match => match[1] ?? '');
      assert.deepEqual(
        holes.filter(hole => !Object.keys(params).includes(hole)),
        [],
        code,
      );
    }
  });
});

describe('what is most urgent', () => {
  test('bottom lines come first, then what costs most, and an item only once', () => {
    const answers = { a1: scored(1), a2: scored(0, 'audit'), b1: scored(4), b2: scored(5, 'audit') };
    const urgent = urgentProblems(contentReport({ answers }).findings, 3);
    assert.deepEqual(
      urgent.map(({ code, params }) => [code, params.item]),
      [
        ['problems.breached', 'a1'],
        ['problems.low', 'a2'],
        ['problems.claim-bare', 'b1'],
      ],
    );
  });
});

test('items that weigh nothing make no problem and no achievement', () => {
  const checklist = { areas: [buildArea('a', { items: [buildItem('a1', { weight: 0 }), buildItem('a2')] })] };
  const { findings } = contentReport({ checklist, answers: { a1: scored(1), a2: scored(3, 'audit') } });
  assert.ok(findings.length > 5);
  assert.ok(findings.every(({ code, params }) => !/^(problems|achievements)/.test(code) || params.item !== 'a1'));
});
