import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AnswerValue } from '#assessment/answer.ts';
import { scaleOf } from '#checklist/checklist-lookups.ts';
import { fractionOf } from '#scoring/fraction.ts';
import { buildChecklist } from './build-checklist.ts';

const rising = { kind: 'metric', unit: '%', direction: 'higher-is-better' };
const falling = { kind: 'metric', unit: 'min', direction: 'lower-is-better' };
const more = {
  ...rising,
  bands: [
    { at: -10, level: 1 },
    { at: 80, level: 3 },
    { at: 99.5, level: 5 },
  ],
};
const less = {
  ...falling,
  bands: [
    { at: 5, level: 5 },
    { at: 8, level: 3 },
    { at: 15, level: 1 },
  ],
};
const matrix = { kind: 'matrix', rows: ['gas', 'constructor'], columns: ['flood', 'name'], cellMax: 3 };
const from1To4 = { scale: { min: 1, max: 4 } };
const fromMinus1To2 = { scale: { min: -1, max: 2 } };

const cases: [what: string, item: object, value: AnswerValue, fraction: number][] = [
  ['the lowest level', {}, 0, 0],
  ['a level between', {}, 3, 0.6],
  ['the highest level', {}, 5, 1],
  ['the lowest level of an own scale', from1To4, 1, 0],
  ['a level of an own scale', from1To4, 3, 2 / 3],
  ['level 0 of a scale that starts below', fromMinus1To2, 0, 1 / 3],
  ['a metric below every band', more, -10.0001, 0],
  ['a metric on its first band', more, -10, 0.2],
  ['a metric just below a band', more, 99.49, 0.6],
  ['a metric just on a band', more, 99.5, 1],
  ['a metric beyond every band', more, 1e300, 1],
  ['a falling metric on its best band', less, 5, 1],
  ['a falling metric just beyond its best band', less, 5.000001, 0.6],
  ['a falling metric on its last band', less, 15, 0.2],
  ['a falling metric beyond its last band', less, 15.1, 0],
  ['a falling metric of zero', less, 0, 1],
  ['a metric on its own scale', { ...more, scale: { min: 1, max: 5 } }, 80, 0.5],
  ['a metric below every band on its own scale', { ...more, scale: { min: 1, max: 5 } }, -11, 0],
  ['a metric above a band by binary noise', { ...rising, bands: [{ at: 0.3, level: 5 }] }, 0.1 + 0.2, 1],
  ['a metric below a band by binary noise', { ...rising, bands: [{ at: 0.3, level: 5 }] }, 0.7 - 0.4, 0],
  ['a metric listed best first', { ...more, bands: more.bands.toReversed() }, 80, 0.6],
  ['a falling metric listed worst first', { ...less, bands: less.bands.toReversed() }, 6, 0.6],
  ['no deduction', { kind: 'deduction', points: 3, per: 0.5 }, 0, 1],
  ['some deductions', { kind: 'deduction', points: 3, per: 0.5 }, 2, 2 / 3],
  ['deductions that use up the points', { kind: 'deduction', points: 3, per: 0.5 }, 6, 0],
  ['deductions beyond the points', { kind: 'deduction', points: 3, per: 0.5 }, 1000, 0],
  ['yes', { kind: 'yes-no' }, true, 1],
  ['no', { kind: 'yes-no' }, false, 0],
  ['an empty table', matrix, {}, 0],
  ['a table with gaps', matrix, { gas: { flood: 3 }, constructor: {} }, 0.25],
  ['a full table', matrix, { gas: { flood: 3, name: 3 }, constructor: { flood: 3, name: 3 } }, 1],
];

for (const [what, fields, value, fraction] of cases) {
  test(`${what} is worth ${fraction}`, () => {
    const checklist = buildChecklist({ a: { items: { x: fields } } });
    const item = checklist.areas[0]?.items[0];
    assert.ok(item);
    assert.ok(Math.abs(fractionOf(item, value, scaleOf(item, checklist)) - fraction) < 1e-12);
  });
}

test('a value of another kind is a bug, not a zero', () => {
  for (const fields of [{}, more, matrix, { kind: 'deduction', points: 1, per: 1 }]) {
    const checklist = buildChecklist({ a: { items: { x: fields } } });
    const item = checklist.areas[0]?.items[0];
    assert.ok(item);
    assert.throws(() => fractionOf(item, true, checklist.scale), TypeError);
    assert.throws(() => fractionOf(item, undefined, checklist.scale), TypeError);
  }
});
