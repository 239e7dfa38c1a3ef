import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkMinutes } from '#workshop/check-minutes.ts';
import { type Minutes, minutesOf } from '#workshop/minutes.ts';
import { attempts, play } from './arbitrary-workshop.ts';
import { give, revealed, second } from './build-workshop.ts';

const finished = give(revealed([0, 0, 3, 5, 5, 5]), [{ command: 'record', value: 4, rationale: '理由' }, 'finish'], {
  at: second(5_000),
});
const minutes = minutesOf(finished);

function faultsOf(changed: unknown): string[] {
  const checked = checkMinutes(changed, finished.assessment);
  return checked.ok ? [] : checked.faults.map(({ path }) => path.join('.'));
}

/** The first round of the first item with other results. */
function withResults(change: Partial<NonNullable<Minutes['items'][number]['rounds'][number]['results']>>): Minutes {
  const [item, ...items] = minutes.items;
  const [round, ...rounds] = item?.rounds ?? [];
  assert.ok(item && round?.results);
  const changed = { ...round, results: { ...round.results, ...change } };
  return { ...minutes, items: [{ ...item, rounds: [changed, ...rounds] }, ...items] };
}

test('the minutes of any workshop stand the check, in either mode, after a way through a file', () => {
  fc.assert(
    fc.property(attempts, fc.constantFrom('anonymous' as const, 'department' as const), (tried, mode) => {
      const { workshop } = play(tried, mode);
      const written: unknown = JSON.parse(JSON.stringify({ ...minutesOf(workshop), state: 'closed' }));
      assert.deepEqual(checkMinutes(written, workshop.assessment), { ok: true, value: written });
    }),
    { numRuns: 60 },
  );
});

test('figures that do not follow from the votes are named with their round', () => {
  const results = 'items.0.rounds.0.results';
  assert.deepEqual(faultsOf(minutes), []);
  for (const change of [
    { median: 5 },
    { verdict: 'consensus' as const },
    { n: 7 },
    { counts: [2, 0, 0, 1, 0] },
    { counts: [2, 0, 0, 1, 0, 4] },
    { round: 2 },
    { badges: ['outlier' as const] },
  ])
    assert.deepEqual(faultsOf(withResults(change)), [results], JSON.stringify(change));
});

test('what nobody may see is not taken: bars below three votes, a small department of an anonymous vote', () => {
  const figures = { median: null, q1: null, q3: null, verdict: 'too-few' as const, badges: [] };
  assert.deepEqual(faultsOf(withResults({ ...figures, counts: null, n: 2 })), []);
  assert.equal(faultsOf(withResults({ ...figures, counts: [0, 0, 1, 1, 0, 0], n: 2 })).length, 1);
  assert.equal(faultsOf(withResults({ ...figures, median: 2, counts: null, n: 2 })).length, 1);
  assert.equal(faultsOf(withResults({ ...figures, counts: null, n: 6 })).length, 1);
  assert.equal(faultsOf(withResults({ departments: [{ department: 'water', n: 4, median: 3 }] })).length, 1);
  assert.equal(faultsOf(withResults({ changed: { of: 2, votes: 1 } })).length, 1);
});

test('minutes by older rules keep their verdict, and what is no minutes is said with its place', () => {
  const older = { ...withResults({ verdict: 'consensus' }), rules: 'agreement/1' };
  assert.deepEqual(faultsOf(older), []);
  assert.deepEqual(faultsOf({ ...minutes, state: 'paused' }), ['state']);
  assert.deepEqual(faultsOf({ ...minutes, assessment: 'other' }), ['assessment']);
  const log = minutes.log.map(entry => ({ ...entry, command: 'explode' }));
  assert.equal(faultsOf({ ...minutes, log }).length, log.length);
  const items = minutes.items.map(item => ({ ...item, scale: { min: 0, max: 5_000_000 } }));
  assert.deepEqual(faultsOf({ ...minutes, items })[0], 'items.0.scale');
  for (const input of [null, [], 'minutes', {}, { ...minutes, secret: 'x' }]) assert.notDeepEqual(faultsOf(input), []);
});

test('a link that was replaced stands in the log, a command that nobody knows does not', () => {
  const entry = { role: 'owner' as const, by: 'local', at: second(1) };
  const replaced = { ...entry, command: 'issue-key', key: 'scribe' as const };
  assert.deepEqual(faultsOf({ ...minutes, log: [replaced] }), []);
  assert.deepEqual(faultsOf({ ...minutes, log: [{ ...entry, command: 'guess' }] }), ['log.0.command']);
});
