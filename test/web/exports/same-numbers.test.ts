import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseChecklist } from '#checklist/check-checklist.ts';
import { itemsOf } from '#checklist/checklist-lookups.ts';
import type { Checklist, Item } from '#checklist/checklist-schema.ts';
import { evidenceArbitrary } from '../../scoring/arbitrary-case.ts';
import { api, createAssessment, putAnswer } from '../../support/api-client.ts';
import { demoApp } from '../../support/demo-app.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';
import { apiNumbers, formats } from './shown-numbers.ts';

async function assertSame(app: TestApp, id: string): Promise<void> {
  const expected = await apiNumbers({ app, id });
  assert.ok(Object.keys(expected).length > 1);
  for (const [format, read] of Object.entries(formats)) assert.deepEqual(await read({ app, id }), expected, format);
}

test('the demo city has the same scores to the same decimal in every format', async t => {
  const app = await demoApp(t);
  const { body } = await api(app).get('/api/v1/assessments').expect(200);
  await assertSame(app, body[0].id);
});

test('an assessment without answers has the same dashes in every format', async t => {
  const app = await startApp(t);
  await assertSame(app, await createAssessment(app, { scope: {} }));
});

test('whatever is answered, every format has the same scores to the same decimal', async t => {
  const app = await startApp(t);
  const items = itemsOf(await checklistOf(app));
  await fc.assert(
    fc.asyncProperty(fc.tuple(...items.map(answerArbitrary)), async answers => {
      const id = await createAssessment(app, { scope: {} });
      for (const [index, answer] of answers.entries())
        if (answer) await putAnswer(app, { id, item: items[index]?.id ?? '' }, answer);
      await assertSame(app, id);
    }),
    { numRuns: 3, endOnFailure: true },
  );
});

async function checklistOf(app: TestApp): Promise<Checklist> {
  const { body } = await api(app).get('/api/v1/checklists/resilient-city').expect(200);
  const { sha256: _sha256, ...checklist } = body;
  const parsed = parseChecklist(checklist);
  assert.ok(parsed.ok, JSON.stringify(parsed).slice(0, 300));
  return parsed.value;
}

/** Mostly scored; null: not answered. */
function answerArbitrary(item: Item): fc.Arbitrary<object | null> {
  const scoredAnswer = fc.record({
    answer: fc.constant('scored'),
    value: valueArbitrary(item),
    evidence: fc.array(evidenceArbitrary, { maxLength: 2 }),
  });
  const typed = fc.constantFrom(
    ...[null, { answer: 'unknown' }, { answer: 'withheld', reason: 'work-secret' }],
    ...(item.conditional ? [{ answer: 'not-applicable', reason: '没有' }] : []),
  );
  return fc.oneof({ weight: 4, arbitrary: scoredAnswer }, { weight: 1, arbitrary: typed });
}

function valueArbitrary(item: Item): fc.Arbitrary<unknown> {
  switch (item.kind) {
    case 'maturity':
      return fc.integer({ min: 0, max: 5 });
    case 'metric':
      return fc.integer({ min: item.min ?? 0, max: item.max ?? 100 });
    case 'deduction':
      return fc.nat(5);
    case 'yes-no':
      return fc.boolean();
    case 'matrix': {
      const cell = fc.nat(item.cellMax);
      const row = fc.record(Object.fromEntries(item.columns.map(({ id }) => [id, cell])), {
        requiredKeys: [],
        noNullPrototype: true,
      });
      return fc.record(Object.fromEntries(item.rows.map(({ id }) => [id, row])), {
        requiredKeys: [],
        noNullPrototype: true,
      });
    }
  }
}
