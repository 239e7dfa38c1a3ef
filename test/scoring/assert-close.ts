import assert from 'node:assert/strict';

/** Deeply equal, numbers to 1e-9. */
export function assertClose(actual: unknown, expected: unknown, path = 'result'): void {
  if (typeof actual === 'number' && typeof expected === 'number') {
    assert.ok(Math.abs(actual - expected) <= 1e-9, `${path}: ${actual} instead of ${expected}`);
  } else if (isObject(actual) && isObject(expected)) {
    assert.deepEqual(Object.keys(actual).sort(), Object.keys(expected).sort(), path);
    for (const [key, value] of Object.entries(expected))
      assertClose(Object.entries(actual).find(([name]) => name === key)?.[1], value, `${path}.${key}`);
  } else assert.deepEqual(actual, expected, path);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
