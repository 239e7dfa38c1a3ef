import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { meanRange, type Part } from '#scoring/mean-range.ts';
import { assertClose } from './assert-close.ts';

test('there is no range where nothing weighs anything', () => {
  assert.deepEqual(meanRange([], 0.2), [null, null]);
  assert.deepEqual(meanRange([{ value: 70, weight: 0 }], 0.2), [null, null]);
});

test('two equal areas move by the ratio of their bounds', () => {
  const parts = [
    { value: 0, weight: 1 },
    { value: 100, weight: 1 },
  ];
  assertClose(meanRange(parts, 0.2), [40, 60]);
});

test('the ends are the least and the greatest of all corners', () => {
  const part = fc.record({
    value: fc.double({ min: 0, max: 100, noNaN: true }),
    weight: fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 50, noNaN: true })),
  });
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), parts => {
      fc.pre(parts.some(({ weight }) => weight > 0));
      const means = corners(parts);
      assertClose(meanRange(parts, 0.2), [Math.min(...means), Math.max(...means)]);
    }),
  );
});

function corners(parts: Part[]): number[] {
  return Array.from({ length: 2 ** parts.length }, (_, corner) =>
    mean(parts.map(({ value, weight }, bit) => ({ value, weight: weight * ((corner >> bit) & 1 ? 1.2 : 0.8) }))),
  );
}

function mean(parts: Part[]): number {
  const weights = parts.reduce((sum, { weight }) => sum + weight, 0);
  return parts.reduce((sum, { value, weight }) => sum + value * weight, 0) / weights;
}
