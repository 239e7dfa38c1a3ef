import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyChange } from '#assessment/apply-change.ts';
import type { Assessment, AssessmentChange } from '#assessment/assessment.ts';
import { historyEntries, itemsOfChange } from '#assessment/history.ts';
import { type HistoryFilter, matchesFilter } from '#assessment/history-filter.ts';
import { findRecord } from '#assessment/record-answer.ts';

const at = '2026-11-01T16:30:00.000Z';
const setup = { city: '示例市', period: '2026 年度', referenceDate: '2026-11-30', profile: {} };
const created: AssessmentChange = {
  type: 'created',
  by: 'local',
  at,
  id: 'one',
  checklist: { id: 'example', version: '1.2.3', sha256: 'ab' },
  setup,
};

const item = fc.constantFrom('a1', 'a2', 'b1');
const later: fc.Arbitrary<AssessmentChange> = fc.oneof(
  fc.record({ type: fc.constant('answered' as const), item, note: fc.string() }).map(({ note, ...change }) => ({
    ...{ ...change, by: 'local', at, rev: 1 },
    answer: { answer: 'unknown' as const, note },
  })),
  item.map(id => ({ type: 'answer-cleared' as const, by: 'local', at, item: id, rev: 1 })),
  fc.string().map(city => ({ type: 'set-up-changed' as const, by: 'local', at, setup: { ...setup, city } })),
  fc.constant({ type: 'made-final' as const, by: 'local', at }),
);

const kept = (changes: AssessmentChange[]) =>
  changes.map((change, index) => ({ seq: index + 1, head: `hash ${index + 1}`, change }));

test('what stood before and after a change is what the whole fold says, whichever changes are wanted', () => {
  const history = fc.array(later, { maxLength: 12 }).chain(changes => {
    const all = kept([created, ...changes]);
    return fc.record({ all: fc.constant(all), wanted: fc.subarray(all) });
  });
  fc.assert(
    fc.property(history, ({ all, wanted }) => {
      const entries = [...historyEntries(all, wanted)];
      assert.deepEqual(
        entries.map(({ seq }) => seq),
        wanted.map(({ seq }) => seq),
      );
      for (const { change, seq, before, after } of entries) {
        const changes = all.slice(0, seq).map(one => one.change);
        const whole = changes.reduce<Assessment | undefined>(applyChange, undefined);
        const wholeBefore = changes.slice(0, -1).reduce<Assessment | undefined>(applyChange, undefined);
        const ids = itemsOfChange(change);
        const about = (assessment: Assessment | undefined) =>
          assessment &&
          (ids.length === 0 ? [assessment.setup, assessment.state] : ids.map(id => findRecord(assessment, id)));
        assert.deepEqual(about(after), about(whole));
        assert.deepEqual(about(before), about(wholeBefore));
      }
    }),
  );
});

const answered: AssessmentChange = {
  type: 'answered',
  by: 'li',
  at,
  item: 'a1',
  rev: 1,
  answer: {
    answer: 'withheld',
    reason: 'work-secret',
    note: '燃气查明率 82%',
    evidence: [{ kind: 'document', title: '普查报告', number: '示住建〔2026〕8号', keptAt: 'Archive B' }],
  },
};

/** Eight hours ahead, as in China. */
const dayOf = (isoTime: string) => new Date(Date.parse(isoTime) + 8 * 3_600_000).toISOString().slice(0, 10);

const cases: [what: string, filter: HistoryFilter, answered: boolean, created: boolean][] = [
  ['nothing asked', {}, true, true],
  ['an item', { items: new Set(['a1']) }, true, false],
  ['another item', { items: new Set(['a2']) }, false, false],
  ['a kind', { kind: 'created' }, false, true],
  ['a person', { by: 'li' }, true, false],
  ['the day it was where the city is', { from: '2026-11-02', to: '2026-11-02' }, true, true],
  ['the day it was in Greenwich', { to: '2026-11-01' }, false, false],
  ['a later day', { from: '2026-11-03' }, false, false],
  ['a word of the note', { text: '查明率' }, true, false],
  ['the number of a record', { text: '〔2026〕8号' }, true, false],
  ['a place, in other capitals', { text: 'archive b' }, true, false],
  ['the city', { text: '示例' }, false, true],
  ['two conditions, of which one fits', { kind: 'answered', by: 'local' }, false, false],
];

for (const [what, filter, fitsAnswered, fitsCreated] of cases)
  test(`filtered by ${what}`, () => {
    assert.equal(matchesFilter(answered, filter, dayOf), fitsAnswered);
    assert.equal(matchesFilter(created, filter, dayOf), fitsCreated);
  });

test('a record that several items use is changed for each of them, whichever of the changes are wanted', () => {
  const record = { id: 'e1', kind: 'document' as const, title: '普查报告' };
  const use = (id: string, rev: number): AssessmentChange => ({
    ...{ type: 'answered', by: 'li', at, item: id, rev },
    answer: { answer: 'unknown', evidence: [record] },
  });
  const all = kept([
    created,
    use('a1', 1),
    use('b1', 1),
    {
      ...{ type: 'evidence-changed', by: 'li', at, id: 'e1', record: { ...record, title: '普查报告（修订）' } },
      items: [
        { item: 'a1', rev: 2 },
        { item: 'b1', rev: 2 },
      ],
    },
    { type: 'answer-cleared', by: 'li', at, item: 'a1', rev: 3 },
  ]);
  fc.assert(
    fc.property(fc.subarray(all), wanted => {
      for (const { change, seq, before, after } of historyEntries(all, wanted)) {
        const fold = (end: number) =>
          all.slice(0, end).reduce<Assessment | undefined>((so, one) => applyChange(so, one.change), undefined);
        const about = (assessment: Assessment | undefined) =>
          itemsOfChange(change).map(id => assessment && findRecord(assessment, id));
        assert.deepEqual([about(before), about(after)], [about(fold(seq - 1)), about(fold(seq))]);
      }
    }),
  );
});
