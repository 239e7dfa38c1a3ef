import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scoreAssessment, scoreDetails } from '#scoring/score.ts';
import { gainOf, whatIf } from '#scoring/what-if.ts';
import { answeredWith, plannedCase } from './arbitrary-steps.ts';
import { assertClose } from './assert-close.ts';
import { inputOf, scored } from './build-answers.ts';
import { buildChecklist } from './build-checklist.ts';
import { holdsFor } from './holds-for.ts';

const baseOf = (input: Parameters<typeof scoreDetails>[0]) => ({
  items: scoreDetails(input).items,
  checklist: input.checklist,
});

/** What a what-if has of a result. */
function headOf({ claimed, supported, excludedShare }: ReturnType<typeof scoreAssessment>) {
  const { areas: _areas, lenses: _lenses, robustness: _robustness, ...head } = claimed;
  const { areas: _others, lenses: _more, ...other } = supported;
  return { claimed: head, supported: other, excludedShare };
}

test('a what-if of nothing is the result', () => {
  holdsFor(plannedCase(0), ({ input }) => {
    assert.deepEqual(whatIf(baseOf(input), []), headOf(scoreAssessment(input)));
  });
});

test('a what-if is the result that the answers would have with the steps done, and only those', () => {
  holdsFor(plannedCase(6), planned => {
    const expected = headOf(scoreAssessment(answeredWith(planned)));
    const { claimed, supported } = whatIf(baseOf(planned.input), planned.steps);
    assertClose(claimed.overall, expected.claimed.overall);
    assert.deepEqual({ ...claimed, overall: 0 }, { ...expected.claimed, overall: 0 });
    assert.deepEqual({ ...supported, overall: 0 }, { ...expected.supported, overall: 0 });
  });
});

test('the order in which steps are chosen changes nothing, and none of them makes a result worse', () => {
  holdsFor(plannedCase(6), ({ input, steps }) => {
    const base = baseOf(input);
    const [now, then] = [whatIf(base, []), whatIf(base, steps)];
    assert.deepEqual(whatIf(base, steps.toReversed()), then);
    assert.ok((then.claimed.overall.low ?? 0) >= (now.claimed.overall.low ?? 0) - 1e-9);
    assert.ok((then.supported.overall ?? 0) >= (now.supported.overall ?? 0) - 1e-9);
  });
});

test('a gain is the difference of the shown numbers and of the grades', () => {
  const checklist = buildChecklist({ a: { items: { a1: {}, a2: {}, a3: {} } } });
  const input = inputOf(checklist, { a1: scored(2), a2: scored(4), a3: scored(2, 'document') });
  const base = baseOf(input);
  const now = whatIf(base, []);
  assert.deepEqual(gainOf(base, now, { item: 'a1', target: 5, evidence: ['audit'] }), {
    ...{ score: 20, low: 20, supported: 20 },
    ...{ grade: { from: 'D', to: 'C' }, supportedGrade: { from: 'D', to: 'C' } },
  });
});

test('a target without evidence moves the claim and not what is supported', () => {
  const checklist = buildChecklist({ a: { items: { a1: {} } } });
  const base = baseOf(inputOf(checklist, { a1: scored(2, 'document') }));
  const { low, supported } = gainOf(base, whatIf(base, []), { item: 'a1', target: 4, evidence: [] });
  assert.deepEqual({ low, supported }, { low: 40, supported: 0 });
});

test('evidence alone supports what is claimed and claims nothing more', () => {
  const checklist = buildChecklist({ a: { items: { a1: {} } } });
  const base = baseOf(inputOf(checklist, { a1: scored(4, 'document') }));
  const { low, supported } = gainOf(base, whatIf(base, []), { item: 'a1', evidence: ['exercise'] });
  assert.deepEqual({ low, supported }, { low: 0, supported: 40 });
});

test('two steps on one item gain what the better one gains, not their sum', () => {
  const checklist = buildChecklist({ a: { items: { a1: {}, a2: {} } } });
  const base = baseOf(inputOf(checklist, { a1: scored(0), a2: scored(0) }));
  const steps = [3, 5].map(target => ({ item: 'a1', target, evidence: [] }));
  assert.equal(whatIf(base, steps).claimed.shown.low, 50);
});
