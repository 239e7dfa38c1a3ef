import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from '#assessment/answer.ts';
import { notApplicable, score, scored, unknown } from './build-answers.ts';
import { buildChecklist } from './build-checklist.ts';

const bottomLine = true;
const cap = { bottomLine: { cap: 'C' } };
/** One bottom line of no weight beside an item that decides the score. */
const besideBottomLine = (fields: object = {}, overrides: object = cap) =>
  buildChecklist({ a: { items: { line: { bottomLine, weight: 0, ...fields }, rest: {} } } }, overrides);

const lines: [
  what: string,
  fields: object,
  line: Answer | undefined,
  claimed: string,
  supported: string,
  in_: string,
][] = [
  ['below its floor', {}, scored(1), 'C', 'C', 'breached'],
  ['on its floor', {}, scored(2), 'A', 'A', ''],
  ['below its floor by binary noise', { bottomLine: { floor: 0.4 + 1e-10 } }, scored(2), 'A', 'A', ''],
  ['below its floor by more than noise', { bottomLine: { floor: 0.4 + 1e-8 } }, scored(2), 'C', 'C', 'breached'],
  ['with a floor of zero', { bottomLine: { floor: 0 } }, scored(0), 'A', 'A', ''],
  ['on its floor without evidence', {}, { answer: 'scored', value: 2 }, 'A', 'C', 'unsupported'],
  ['supported just to its floor', {}, scored(5, 'document'), 'A', 'A', ''],
  ['supported below its floor', {}, scored(5, 'statement'), 'A', 'C', 'unsupported'],
  ['breached and unsupported', {}, scored(1, 'statement'), 'C', 'C', 'breached'],
  ['nobody could tell about', {}, unknown, 'C', 'C', 'unverified'],
  ['that is withheld', {}, { answer: 'withheld', reason: 'x' }, 'C', 'C', 'unverified'],
  ['without an answer', {}, undefined, 'C', 'C', 'unverified'],
  ['excluded by hand', { conditional: true }, notApplicable, 'C', 'C', 'unverified'],
  ['excluded by a fact', { conditional: { fact: 'coast' } }, scored(0), 'A', 'A', ''],
];

for (const [what, fields, line, claimed, supported, list] of lines) {
  test(`a bottom line ${what} is ${list || 'no failure'}, with grade ${claimed}, supported ${supported}`, () => {
    const answers = { rest: scored(5), ...(line ? { line } : {}) };
    const result = score(besideBottomLine(fields), answers, { coast: false });
    assert.equal(result.claimed.grade, claimed);
    assert.equal(result.claimed.gradeBeforeCap, 'A');
    assert.equal(result.supported.grade, supported);
    assert.equal(result.supported.gradeBeforeCap, 'A');
    const { breached, unverified } = result.claimed;
    const lists = { breached, unverified, unsupported: result.supported.unsupported };
    for (const [name, ids] of Object.entries(lists)) assert.deepEqual(ids, name === list ? ['line'] : [], name);
  });
}

test('without a cap a breached bottom line is listed and the grade stays', () => {
  const { claimed } = score(besideBottomLine({}, {}), { line: scored(0), rest: scored(5) });
  assert.deepEqual([claimed.breached, claimed.grade], [['line'], 'A']);
});

test('a cap never raises a grade', () => {
  const { claimed, supported } = score(besideBottomLine(), { line: scored(0), rest: scored(1) });
  assert.deepEqual([claimed.grade, claimed.gradeBeforeCap, supported.grade], ['D', 'D', 'D']);
});

test('bottom lines are listed in checklist order, with or without a grade', () => {
  const items = { z: { bottomLine }, b: { bottomLine }, a: { bottomLine }, c: {} };
  const { claimed } = score(buildChecklist({ one: { items } }), { a: scored(0), z: scored(0) });
  assert.deepEqual([claimed.breached, claimed.unverified, claimed.grade], [['z', 'a'], ['b'], null]);
});
