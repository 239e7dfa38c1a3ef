import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ballotsOf, findBallot } from '#workshop/ballot-box.ts';
import { castVote, type Vote, voteSchema } from '#workshop/cast-vote.ts';
import { votedIn } from '#workshop/outcome.ts';
import { voterOf } from '#workshop/voting-departments.ts';
import type { Workshop } from '#workshop/workshop.ts';
import { after, ballotFor, briefed, give, refusalOf, seatOf, second, vote } from './build-workshop.ts';

const open = give(briefed(), ['open']);
const box = (workshop: Workshop, round = 1) => workshop.table.boxes[round] ?? { size: 0, drawers: [] };
const seat = seatOf(1);
const cast = (workshop: Workshop, body: Vote, who = seat) => castVote(workshop, body, { seat: who, at: second(95) });

function refused(workshop: Workshop, body: Vote, who = seat) {
  const decision = cast(workshop, body, who);
  assert.ok('refused' in decision, JSON.stringify(decision));
  return decision.refused;
}

test('the last vote of a participant counts, once', () => {
  const twice = vote(open, [1, 4], [seat, seat]);
  assert.equal(box(twice).size, 1);
  assert.deepEqual(findBallot(box(twice), voterOf(twice, seat) ?? ''), { value: 4 });
});

test('the very same vote sent again is no second change', () => {
  const voted = vote(open, [3], [seat]);
  assert.deepEqual(refused(voted, ballotFor(voted, 3)), { reason: 'counted-already', counted: { value: 3 } });
});

test('a vote is kept under an id of its own for the item, with the minute and nothing else of who or when', () => {
  const decision = cast(open, ballotFor(open, 3, ' 有 记录\n'));
  assert.ok('change' in decision);
  assert.deepEqual(decision.change, {
    ...{ type: 'voted', at: second(60), voter: voterOf(open, seat), item: 'a1', round: 1 },
    ballot: { value: 3, reason: ' 有 记录\n' },
  });
});

test('what one person votes on two items cannot be put together', () => {
  const [one, other] = [open, give(briefed('a2'), ['open'])].map(workshop => vote(workshop, [3], [seat]));
  assert.ok(one && other);
  const voters = [one, other].map(workshop => ballotsOf(box(workshop)).map(([voter]) => voter));
  assert.notDeepEqual(voters[0], voters[1]);
  for (const text of [JSON.stringify(one), JSON.stringify(other)]) assert.ok(!text.includes(seat.participant));
});

const elsewhere: [string, Workshop, Partial<Vote>, string][] = [
  ['for another item', open, { item: 'a2' }, 'another-item'],
  ['for an item that is not on the agenda', open, { item: '__proto__' }, 'another-item'],
  ['for a round before', give(vote(open, [3]), ['close', 'reveal', 'open']), { round: 1 }, 'another-round'],
  ['for a round to come', open, { round: 2 }, 'another-round'],
  ['before voting is open', briefed(), { round: 1 }, 'another-round'],
  ['after voting was closed', give(open, ['close']), {}, 'voting-closed'],
  ['after the result was shown', give(open, ['close', 'reveal']), {}, 'voting-closed'],
  ['while the workshop is paused', give(open, ['pause']), {}, 'not-running'],
  ['after the workshop was finished', give(open, ['park', 'finish']), {}, 'not-running'],
];
for (const [name, workshop, fields, reason] of elsewhere)
  test(`a vote ${name} is refused`, () => {
    assert.equal(refused(workshop, { item: 'a1', round: 1, value: 3, ...fields }).reason, reason);
  });

test('a late vote is told what counts of it', () => {
  const closed = give(vote(open, [3], [seat]), ['close']);
  assert.deepEqual(refused(closed, { item: 'a1', round: 1, value: 5 }), {
    reason: 'voting-closed',
    counted: { value: 3 },
  });
});

test('reopening the same round keeps what was voted', () => {
  const again = give(vote(open, [3, 2]), ['close', 'reopen']);
  assert.equal(box(again).size, 2);
  assert.equal(box(vote(again, [4], [seatOf(0)])).size, 2);
});

test('levels off the scale of the item are faults, the ends are not', () => {
  const onFour = give(briefed('a3'), ['open']);
  for (const value of [0, 5, -1]) assert.equal(refused(onFour, { item: 'a3', round: 1, value }).reason, 'faulty');
  for (const value of [1, 4, 'unknown'] as const) assert.ok('change' in cast(onFour, { item: 'a3', round: 1, value }));
});

test('a body that is no vote does not parse', () => {
  const good = { item: 'a1', round: 1, value: 3 };
  assert.ok(voteSchema.safeParse(good).success);
  for (const wrong of [
    { value: '3' },
    { value: 2.5 },
    { value: null },
    { round: 0 },
    { extra: 1 },
    { reason: '好'.repeat(141) },
  ])
    assert.equal(voteSchema.safeParse({ ...good, ...wrong }).success, false, JSON.stringify(wrong));
});

test('"unknown" is a vote and is counted apart', () => {
  const shown = give(vote(open, [3, 3, 'unknown', 4]), ['close', 'reveal']);
  const [round] = shown.items.a1?.rounds ?? [];
  assert.deepEqual(round?.outcome?.counts, [0, 0, 0, 2, 1, 0]);
  assert.equal(round?.outcome?.unknown, 1);
});

test('in a vote by departments the department has one vote, whichever of its phones sent it last', () => {
  const byDepartment = give(briefed('a1', { mode: 'department' }), ['open']);
  const [one, two] = [seatOf(1, 'water'), seatOf(2, 'water')];
  const voted = vote(byDepartment, [2, 4], [one, two]);
  assert.deepEqual(ballotsOf(box(voted)), [['water', { value: 4 }]]);
  assert.equal(refused(voted, ballotFor(voted, 4), one).reason, 'counted-already');
  assert.equal(refused(byDepartment, ballotFor(byDepartment, 3), seatOf(3, null)).reason, 'no-vote');
});

test('a thousand voters have a ballot each, and none of them disturbs another', () => {
  const voted = vote(
    open,
    Array.from({ length: 1_000 }, (_, index) => index % 6),
  );
  assert.equal(box(voted).size, 1_000);
  assert.equal(new Set(ballotsOf(box(voted)).map(([voter]) => voter)).size, 1_000);
  for (let index = 0; index < 1_000; index += 1)
    assert.deepEqual(findBallot(box(voted), voterOf(voted, seatOf(index)) ?? ''), { value: index % 6 });
});

test('ballots on paper are added to those of the phones, and typed again they replace what was typed', () => {
  const counts = (numbers: number[], unknown = 0) =>
    ({ command: 'counts', item: 'a1', round: 1, counts: numbers, unknown }) as const;
  const once = give(vote(open, [3, 3]), [counts([9, 9, 9, 9, 9, 9])]);
  const typed = give(once, [counts([0, 0, 1, 2, 0, 0], 1)], { actor: { role: 'scribe', by: '记录员' } });
  const [round] = give(typed, ['close', 'reveal']).items.a1?.rounds ?? [];
  assert.deepEqual(round?.outcome?.counts, [0, 0, 1, 4, 0, 0]);
  assert.deepEqual([round?.outcome?.unknown, round?.outcome?.paper, round?.paper?.by], [1, 4, '记录员']);
  assert.ok(round && votedIn(round, typed.table) === 6);
});

test('ballots on paper have a number for each choice, which need not be a level', () => {
  const refusal = refusalOf(open, { command: 'counts', item: 'a1', round: 1, counts: [1, 2], unknown: 0 });
  assert.match(JSON.stringify(refusal), /须有 6 个数，每个选项一个/);
});

test('what was found before does not change with the next vote', () => {
  const before = vote(open, [1, 2, 3]);
  const copy = structuredClone(before);
  after(before, cast(before, ballotFor(before, 5), seatOf(0)));
  assert.deepEqual(before, copy);
});
