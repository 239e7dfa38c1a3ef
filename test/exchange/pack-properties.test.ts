import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Answer } from '#assessment/answer.ts';
import { recordAnswer } from '#assessment/record-answer.ts';
import { isSameAnswer } from '#assessment/same-answer.ts';
import { itemsOf } from '#checklist/checklist-lookups.ts';
import type { Item } from '#checklist/checklist-schema.ts';
import { answerOptions } from '#exchange/answer-options.ts';
import { readRawWorkbook } from '#exchange/raw-workbook.ts';
import { buildAssessment } from '../support/build-assessment.ts';
import { wordings } from '../support/wordings.ts';
import { after, checklist, diffOfRaw, packOf, typedOver } from './pack-case.ts';

const at = '2026-11-21T00:00:00.000Z';
const texts = fc.oneof(
  fc.constantFrom('', '=1+1', '+cmd|x', '_x0041_', '<b>&amp;</b>', "'", '行一\n行二', '１２', '不掌握', '\u{20bb7}'),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
);
const day = fc.constantFrom('1899-12-31', '1900-03-01', '2026-02-28', '2024-02-29', '2100-01-01', '9999-12-31');

const record = fc.record(
  {
    id: fc.constantFrom('r1', 'r2', 'r3'),
    kind: fc.constantFrom('statement' as const, 'document' as const, 'audit' as const),
    title: texts.map(text => `名称${text}`),
    number: texts.map(text => `号${text}`),
    date: day,
    validUntil: day,
    keptAt: texts.map(text => `处${text}`),
  },
  { requiredKeys: ['id', 'kind', 'title'] },
);

const cells = fc.dictionary(
  fc.constantFrom('housing', 'fire'),
  fc.dictionary(fc.constantFrom('gas', 'flood'), fc.integer({ min: 0, max: 3 })),
);

function valueFor(item: Item): fc.Arbitrary<Answer['value']> {
  switch (item.kind) {
    case 'maturity':
      return fc.integer({ min: 0, max: 5 });
    case 'metric':
      return fc.double({ min: 0, max: 100, noNaN: true });
    case 'deduction':
      return fc.nat({ max: 1_000 });
    case 'yes-no':
      return fc.boolean();
    case 'matrix':
      return cells;
  }
}

/** Any answer that the form would take, as it is stored: ids of evidence belong to one item each. */
function answerFor(item: Item): fc.Arbitrary<Answer | null> {
  const rest = { note: texts, evidence: fc.uniqueArray(record, { selector: ({ id }) => id, maxLength: 3 }) };
  const scored = fc.record({ answer: fc.constant('scored'), value: valueFor(item), ...rest });
  const withheld = fc.record({ answer: fc.constant('withheld'), reason: fc.constant('work-secret'), ...rest });
  const unknown = fc.record({ answer: fc.constant('unknown'), reason: texts.map(text => `因${text}`), ...rest });
  return fc
    .oneof(scored, withheld, unknown, fc.constant(null))
    .map(
      answer =>
        answer &&
        stored(item, { ...answer, evidence: answer.evidence.map(one => ({ ...one, id: `${item.id}-${one.id}` })) }),
    );
}

function stored(item: Item, answer: object): Answer | null {
  const empty = buildAssessment();
  const decided = recordAnswer(empty, checklist, { itemId: item.id, expectedRev: 0, answer, by: 'local', at });
  return 'change' in decided && decided.change.type === 'answered' ? decided.change.answer : null;
}

const items = itemsOf(checklist);
const everything = fc.record(Object.fromEntries(items.map(item => [item.id, answerFor(item)])));
const assessmentWith = (given: Record<string, Answer | null>) =>
  buildAssessment(Object.fromEntries(Object.entries(given).flatMap(([id, answer]) => (answer ? [[id, answer]] : []))));

test('whatever was answered, a pack that comes back as it went out changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(everything, async given => {
      const assessment = assessmentWith(given);
      const diff = diffOfRaw(await readRawWorkbook(await packOf(assessment)), { assessment });
      assert.deepEqual({ ...diff, unchanged: 0 }, { entries: [], invalid: [], unchanged: 0, absent: [] });
    }),
    { numRuns: 12 },
  );
});

test('what is typed over is what differs, and accepting it makes the answers equal to what was typed', async () => {
  const rows: Record<string, number> = { a1: 4, a2: 5, a3: 6, a4: 7, a5: 8, b1: 11 };
  const edits = fc.record(
    Object.fromEntries(
      items
        .filter(({ kind }) => kind !== 'matrix')
        .map(item => [
          item.id,
          fc.option(fc.record({ option: fc.nat(), value: valueFor(item), note: texts, reason: fc.constant('因故') })),
        ]),
    ),
  );
  const assessment = buildAssessment();
  const raw = await readRawWorkbook(await packOf(assessment));
  fc.assert(
    fc.property(edits, given => {
      const typed: Parameters<typeof typedOver>[1] = {};
      const expected: Record<string, Answer | null> = {};
      for (const item of items) {
        const edit = given[item.id];
        if (!edit) continue;
        const options = answerOptions(item, checklist, wordings.zh);
        const option = options[edit.option % options.length];
        const isFigure = item.kind === 'metric' || item.kind === 'deduction';
        const value = option?.answer !== 'scored' ? undefined : (option.value ?? edit.value);
        const reason = option?.answer === 'withheld' ? '工作秘密' : edit.reason;
        const row = rows[item.id];
        Object.assign(typed, {
          [`填报!G${row}`]: option?.text,
          ...(isFigure && typeof value === 'number' ? { [`填报!H${row}`]: value } : {}),
          [`填报!J${row}`]: reason,
          [`填报!K${row}`]: edit.note === '' ? null : edit.note,
        });
        expected[item.id] = stored(item, {
          ...{
            answer: option?.answer,
            reason: option?.answer === 'withheld' ? 'work-secret' : reason,
            note: edit.note,
          },
          ...(value === undefined ? {} : { value }),
        });
      }
      const diff = diffOfRaw(typedOver(raw, typed), { assessment });
      assert.deepEqual(diff.invalid, []);
      assert.deepEqual(diff.entries.map(({ itemId }) => itemId).sort(), Object.keys(expected).sort());
      const accepted = diff.entries.map(({ itemId, rev, mine }) => {
        const decided = recordAnswer(assessment, checklist, {
          itemId,
          expectedRev: rev,
          answer: mine,
          by: 'local',
          at,
        });
        assert.ok('change' in decided);
        return decided.change;
      });
      const now = after(accepted, assessment);
      for (const [itemId, answer] of Object.entries(expected))
        assert.ok(isSameAnswer(now.answers[itemId]?.answer ?? null, answer), itemId);
      const changes = [...accepted];
      assert.deepEqual(diffOfRaw(typedOver(raw, typed), { assessment: now, changes }).entries, []);
    }),
    { numRuns: 60 },
  );
});
