import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkAnswer } from '#assessment/answer.ts';
import { buildArea, buildChecklist } from '../support/build-checklist.ts';

function faultsOf(bounds: { min?: number; max?: number }, value: unknown): string[] {
  const checklist = buildChecklist({
    areas: [
      buildArea('a', {
        items: [
          {
            ...{ id: 'share', code: 'S', title: { zh: '率' }, unit: '%', bands: [{ at: 60, level: 3 }], ...bounds },
            ...{ kind: 'metric', direction: 'higher-is-better' },
          },
        ],
      }),
    ],
  });
  const [item] = checklist.areas[0]?.items ?? [];
  assert.ok(item);
  const checked = checkAnswer({ answer: 'scored', value }, item, checklist, 'listed');
  return checked.ok ? [] : checked.faults.map(({ path, message }) => `${path.join('.')}: ${message.en}`);
}

test('a figure may be anything within the bounds of its item, the bounds included', () => {
  const share = { min: 0, max: 100 };
  for (const value of [0, 0.1, 100]) assert.deepEqual(faultsOf(share, value), []);
  assert.deepEqual(faultsOf(share, 150), ['value: must be 100 or less']);
  assert.deepEqual(faultsOf(share, -0.1), ['value: must be 0 or more']);
});

test('an item with one bound or none takes any figure on the open side', () => {
  assert.deepEqual(faultsOf({ min: 0 }, 1e12), []);
  assert.deepEqual(faultsOf({ max: 100 }, -1e12), []);
  assert.deepEqual(faultsOf({}, 150), []);
});

test('of what is no value at all it is said what the item asks for', () => {
  for (const value of ['3', null, [3]]) assert.deepEqual(faultsOf({}, value), ['value: must be a number']);
});
