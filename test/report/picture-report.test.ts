import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Answer } from '#assessment/answer.ts';
import type { Setup } from '#assessment/assessment.ts';
import { evidenceKindSchema } from '#checklist/checklist-schema.ts';
import { hashChecklist } from '#checklist/hash-checklist.ts';
import { milestoneFile } from '#report/milestone-document.ts';
import { isCovered, type PictureReport, shownItems } from '#report/picture-report.ts';
import { buildReport, type Report } from '#report/report.ts';
import { reportDocument, reportDocumentSchema } from '#report/report-document.ts';
import { verifyReport } from '#report/verify-report.ts';
import { buildAction } from '../support/build-action.ts';
import { buildAssessment, scored } from '../support/build-assessment.ts';
import { buildChecklist } from '../support/build-checklist.ts';
import { pictureChecklist } from '../support/build-pictures.ts';

const checklist = buildChecklist(pictureChecklist);
const generatedAt = '2026-11-18T06:40:00.000Z';
const reportOf = (answers: Record<string, Answer> = {}, setup: Partial<Setup> = {}) =>
  buildReport(buildAssessment(answers, setup), checklist, generatedAt);

type Kind = PictureReport['kind'];
function pictureIn<K extends Kind>({ pictures }: Report, kind: K): Extract<PictureReport, { kind: K }> {
  const picture = pictures.find((one): one is Extract<PictureReport, { kind: K }> => one.kind === kind);
  assert.ok(picture);
  return picture;
}

const evidence = fc.array(
  fc.record({ kind: fc.constantFrom(...evidenceKindSchema.options), title: fc.constant('佐证') }),
  { maxLength: 2 },
);
const scoredWith = (value: fc.Arbitrary<number | Record<string, Record<string, number>>>) =>
  fc.record({ answer: fc.constant('scored' as const), value, evidence });
const open = fc.constantFrom<Answer>({ answer: 'unknown' }, { answer: 'withheld', reason: 'work-secret' });
const level = fc.oneof(scoredWith(fc.integer({ min: 0, max: 5 })), open);
const answers = fc.record<Record<string, Answer>>(
  {
    ...{ a1: level, b1: level },
    a2: fc.oneof(level, fc.constant<Answer>({ answer: 'not-applicable', reason: '没有' })),
    m1: fc.oneof(scoredWith(fc.integer({ min: 0, max: 100 })), open),
    d1: fc.oneof(scoredWith(fc.integer({ min: 0, max: 9 })), open),
    t1: scoredWith(fc.integer({ min: 0, max: 2 }).map(y => ({ x: { y } }))),
  },
  { requiredKeys: [] },
);
const setups = fc.record({
  profile: fc.constantFrom<Record<string, boolean>>({}, { coast: false }),
  scope: fc.constantFrom<Setup['scope']>({}, { areas: ['a'] }, { areas: ['b'] }),
});

test('every cell of every picture is what the report says of its item, in scope or not', () => {
  fc.assert(
    fc.property(answers, setups, (given, setup) => {
      const report = reportOf(given, setup);
      const items = new Map(report.items.map(item => [item.id, item]));
      assert.equal(report.pictures.length, 3);
      for (const picture of report.pictures)
        for (const { item, report: own } of shownItems(picture)) assert.equal(own, items.get(item.id));
      for (const { cells, breaksAt } of pictureIn(report, 'chain').rows) {
        for (const cell of cells.filter(one => one !== null)) {
          const own = items.get(cell.item.id);
          if (own?.state !== 'scored') assert.equal(cell.state, own?.state ?? 'out-of-scope');
          else {
            assert.equal(cell.state === 'short', (own.claimedLevel ?? 0) < cell.level);
            assert.equal(cell.state === 'shown', (own.supportedLevel ?? 0) >= cell.level);
          }
        }
        const firstOf = (...states: string[]) => cells.findIndex(cell => states.includes(cell?.state ?? ''));
        const short = firstOf('short');
        const held = short < 0 ? firstOf('unknown', 'withheld', 'unanswered') : short;
        assert.equal(breaksAt?.step, held < 0 ? undefined : ['list', 'assess', 'use'][held]);
        assert.equal(breaksAt?.why === 'short', short >= 0);
      }
      const document: unknown = JSON.parse(JSON.stringify(reportDocument(report)));
      assert.deepEqual(reportDocumentSchema.parse(document), document);
      assert.deepEqual(
        verifyReport(document).differences.filter(({ kind }) => kind === 'computed'),
        [],
      );
    }),
    { numRuns: 60 },
  );
});

test('a chain tells done and shown, done as claimed, not reached and not known apart, and where it breaks', () => {
  const states = (given: Record<string, Answer>, setup: Partial<Setup> = {}) => {
    const [row] = pictureIn(reportOf(given, setup), 'chain').rows;
    return [row?.cells.map(cell => cell?.state ?? null), row?.breaksAt];
  };
  assert.deepEqual(states({}), [['unanswered', 'unanswered', 'unanswered'], { step: 'list', why: 'open' }]);
  assert.deepEqual(states({ a1: scored(3, 'document'), a2: { answer: 'unknown' } }), [
    ['shown', 'unknown', 'short'],
    { step: 'use', why: 'short' },
  ]);
  assert.deepEqual(states({ a1: scored(3), a2: scored(3, 'audit') }), [
    ['claimed', 'shown', 'short'],
    { step: 'use', why: 'short' },
  ]);
  assert.deepEqual(states({ a1: scored(4, 'audit'), a2: { answer: 'not-applicable', reason: '没有' } }), [
    ['shown', 'not-applicable', 'shown'],
    null,
  ]);
  assert.deepEqual(states({ a1: scored(4) }, { scope: { areas: ['b'] } }), [
    ['out-of-scope', 'out-of-scope', 'out-of-scope'],
    null,
  ]);
  const [, share] = pictureIn(reportOf({ m1: scored(49.9, 'audit') }), 'chain').rows;
  assert.deepEqual(
    share?.cells.map(cell => cell?.state ?? null),
    [null, null, 'short'],
  );
});

test('a register names of the unfinished actions the one that is due first, and how far evidence carries', () => {
  const actions = [
    buildAction('open', { item: 'a1' }),
    buildAction('late', { item: 'a1', deadline: '2027-03-01' }),
    buildAction('soon', { item: 'a1', deadline: '2026-01-01', status: 'running' }),
    buildAction('done', { item: 'a1', deadline: '2025-01-01', status: 'done' }),
    buildAction('dropped', { item: 'a2', deadline: '2025-01-01', status: 'dropped' }),
  ];
  const given = { a1: scored(4, 'document'), a2: scored(2, 'audit'), b1: scored(0) };
  const report = buildReport({ ...buildAssessment(given), actions }, checklist, generatedAt);
  const { rows } = pictureIn(report, 'register');
  assert.deepEqual(
    rows.map(({ gap, next, unfinished }) => [gap, next?.action.id, next?.isOverdue, unfinished]),
    [
      ['lower', 'soon', true, 3],
      ['carried', undefined, undefined, 0],
      [null, undefined, undefined, 0],
    ],
  );
  assert.equal(pictureIn(reportOf({ a1: scored(4) }), 'register').rows[0]?.gap, 'none');
  assert.equal(pictureIn(reportOf({ a1: { answer: 'unknown' } }), 'register').rows[0]?.gap, null);
});

test('a panel has the figure as it was answered, and the day of the latest evidence in force', () => {
  const records = [
    { kind: 'document' as const, title: '一', date: '2026-03-01' },
    { kind: 'audit' as const, title: '二', date: '2026-09-01' },
    { kind: 'audit' as const, title: '以后的', date: '2027-01-01' },
  ];
  const report = reportOf({
    m1: { answer: 'scored', value: 49.9, evidence: records },
    d1: scored(2, 'audit'),
    a1: { answer: 'withheld', reason: 'work-secret', evidence: records },
  });
  const figures = pictureIn(report, 'panel').groups.flatMap(group => group.figures);
  assert.deepEqual(
    figures.map(({ item, value, asOf }) => [item.id, value, asOf]),
    [
      ['m1', 49.9, '2026-09-01'],
      ['d1', 2, null],
      ['t1', null, null],
      ['a1', null, null],
      ['b1', null, null],
    ],
  );
});

test('report.json carries the pictures by item, and says nothing where there are none', () => {
  const { pictures = [] } = reportDocument(reportOf({ a1: scored(3, 'document'), m1: scored(60) }));
  const [chain, register, panel] = pictures;
  assert.ok(chain?.kind === 'chain' && register?.kind === 'register' && panel?.kind === 'panel');
  assert.deepEqual(chain.rows[0]?.cells[0], {
    ...{ step: 'list', item: 'a1', level: 2, state: 'shown', claimedLevel: 3, supportedLevel: 2 },
  });
  assert.deepEqual(
    chain.rows.map(({ cells }) => cells.length),
    [3, 1],
  );
  assert.equal(register.rows[0]?.lead, 'fire');
  assert.deepEqual([register.rows[2]?.lead, register.rows[2]?.next], [null, null]);
  assert.deepEqual(panel.groups[0]?.items[0], {
    ...{ item: 'm1', state: 'scored', value: 60, unit: { zh: '%', en: '%' } },
    ...{ claimedLevel: 1, supportedLevel: 0, asOf: null },
  });
  const plain = buildReport(buildAssessment(), buildChecklist(), generatedAt);
  assert.ok(!('pictures' in reportDocument(plain)));
});

test('a picture that was altered in a kept version is found, one of an older version without pictures is sound', () => {
  const pin = { id: 'example', version: '1.2.3', sha256: hashChecklist(checklist).sha256 };
  const report = buildReport({ ...buildAssessment({ a1: scored(3) }), checklist: pin }, checklist, generatedAt);
  const head = { id: 'm1', name: '年度定稿', by: 'local', keptAt: generatedAt, program: '0.1.0' };
  const kept = milestoneFile(reportDocument(report), head);
  assert.deepEqual(verifyReport(JSON.parse(kept.content)).differences, []);
  const altered: unknown = JSON.parse(kept.content.replace('"state":"claimed"', '"state":"shown"'));
  assert.deepEqual(
    verifyReport(altered).differences.map(({ kind, path }) => [kind, path]),
    [
      ['hash', 'milestone.sha256'],
      ['computed', 'pictures.0.rows.city.cells.0.state'],
    ],
  );
  const { pictures: _none, ...older } = reportDocument(report);
  assert.deepEqual(verifyReport(older).differences, []);
});

test('a picture whose items are all out of scope is not covered', () => {
  const { pictures } = reportOf({}, { scope: { areas: ['b'] } });
  assert.deepEqual(pictures.map(isCovered), [false, true, true]);
});
