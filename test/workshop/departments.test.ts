import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { totalOf } from '#workshop/counts.ts';
import { type DepartmentVotes, shownDepartments } from '#workshop/shown-departments.ts';
import { snapshotFor } from '#workshop/snapshot-for.ts';
import { holdsFor } from '../scoring/holds-for.ts';
import { briefed, give, roomOf, seatOf, seatsWith, vote } from './build-workshop.ts';

/** A department with so many votes for level 3. */
const votes = (department: string | null, n: number): DepartmentVotes => ({ department, counts: [0, 0, 0, n, 0, 0] });
const namesOf = (groups: DepartmentVotes[]) => shownDepartments(groups).map(({ department }) => department);

const cases: [string, DepartmentVotes[], string[]][] = [
  ['all are shown where each has five votes', [votes('a', 5), votes('b', 6)], ['a', 'b']],
  ['one that is too small hides the next smallest with it', [votes('a', 3), votes('b', 6), votes('c', 9)], ['c']],
  ['with two departments a small one hides both', [votes('a', 3), votes('b', 6)], []],
  ['two small ones with five votes together hide nobody else', [votes('a', 2), votes('b', 3), votes('c', 7)], ['c']],
  ['two small ones with fewer hide one more', [votes('a', 1), votes('b', 2), votes('c', 7), votes('d', 8)], ['d']],
  ['those without a department are never shown and hide as a small one does', [votes(null, 9), votes('b', 6)], []],
  ['a department without votes hides nobody', [votes('a', 0), votes('b', 6)], ['b']],
  ['they come by name, not by size', [votes('z', 5), votes('a', 9), votes('m', 7)], ['a', 'm', 'z']],
];
for (const [name, groups, shown] of cases) test(name, () => assert.deepEqual(namesOf(groups), shown));

test('what stays hidden is never one group alone nor fewer than five votes, and nothing small is shown', () => {
  const group = fc.record({ size: fc.nat(12), named: fc.boolean() });
  holdsFor(fc.array(group, { maxLength: 8 }), sizes => {
    const groups = sizes.map(({ size, named }, index) => votes(named ? `d${index}` : null, size));
    const shown = new Set(namesOf(groups));
    const hidden = groups.filter(({ department, counts }) => totalOf(counts) > 0 && !shown.has(department ?? ''));
    for (const { department, n } of shownDepartments(groups)) assert.ok(n >= 5, department);
    if (shown.size > 0 && hidden.length > 0) {
      assert.ok(hidden.length >= 2);
      assert.ok(hidden.reduce((sum, { counts }) => sum + totalOf(counts), 0) >= 5);
    }
  });
});

const seats = [
  ...Array.from({ length: 6 }, (_, index) => seatOf(index, 'water')),
  ...Array.from({ length: 5 }, (_, index) => seatOf(10 + index, 'housing')),
];

test('medians of departments are revealed with the round, and departments far apart are a badge', () => {
  const open = vote(give(briefed(), ['open']), [1, 1, 1, 1, 1, 1, 4, 4, 4, 4, 4], seats);
  const shown = give(open, ['close', 'reveal'], { seats: seatsWith(open, seats) });
  const { results } = snapshotFor({ role: 'projector' }, roomOf(shown));
  assert.deepEqual(results?.departments, [
    { department: 'housing', n: 5, median: 4 },
    { department: 'water', n: 6, median: 1 },
  ]);
  assert.ok(results?.badges.includes('department-gap'));
});

test('ballots on paper have no department: one alone hides the smallest department with it', () => {
  const open = vote(give(briefed(), ['open']), [1, 1, 1, 1, 1, 1, 4, 4, 4, 4, 4], seats);
  const paper = { command: 'counts', item: 'a1', round: 1, counts: [0, 0, 1, 0, 0, 0] } as const;
  const shown = give(open, [paper, 'close', 'reveal'], { seats: seatsWith(open, seats) });
  const { results } = snapshotFor({ role: 'projector' }, roomOf(shown));
  assert.deepEqual(results?.departments, [{ department: 'water', n: 6, median: 1 }]);
});

test('the facilitator sees how many of each department have voted, not what', () => {
  const open = vote(give(briefed(), ['open']), [1, 5, 3], seats);
  const snapshot = snapshotFor({ role: 'facilitator' }, roomOf(open, { seats: seatsWith(open, seats) }));
  assert.deepEqual(snapshot.departments, [
    { department: 'housing', voted: 0, joined: 5 },
    { department: 'water', voted: 3, joined: 6 },
  ]);
});

test('in a vote by departments each is shown with its vote, and a single vote is no gap', () => {
  const open = give(briefed('a1', { mode: 'department' }), ['open']);
  const voted = vote(open, [1, 5, 'unknown'], [seatOf(1, 'water'), seatOf(2, 'police'), seatOf(3, 'housing')]);
  const { results } = snapshotFor({ role: 'projector' }, roomOf(give(voted, ['close', 'reveal'])));
  assert.deepEqual(results?.departments, [
    { department: 'housing', n: 0, median: null },
    { department: 'police', n: 1, median: 5 },
    { department: 'water', n: 1, median: 1 },
  ]);
  assert.equal(results?.badges.includes('department-gap'), false);
});
