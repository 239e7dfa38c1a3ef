import assert from 'node:assert/strict';
import { test } from 'node:test';
import { castVote } from '#workshop/cast-vote.ts';
import { snapshotFor } from '#workshop/snapshot-for.ts';
import { askQuestion } from '#workshop/take-part.ts';
import type { Workshop } from '#workshop/workshop.ts';
import {
  after,
  ballotFor,
  briefed,
  buildWorkshop,
  give,
  revealed,
  roomOf,
  seatOf,
  seatsWith,
  second,
  vote,
} from './build-workshop.ts';

const departments = ['emergency', 'housing', 'water', 'police'];
const participant = (number: number) => ({ role: 'participant', seat: seatOf(number) }) as const;
const facilitator = { role: 'facilitator' } as const;

test('a participant’s snapshot stays below 2 KB with two hundred in the room and every text at its longest', () => {
  const seats = Array.from({ length: 200 }, (_, index) => seatOf(index, departments[index % 4] ?? null));
  const long = '专'.repeat(60);
  const values = seats.map((_seat, index) => index % 6);
  const once = give(vote(give(briefed('a1', { title: long }), ['open']), values, seats), ['close', 'reveal', 'open']);
  const twice = values.reduce<Workshop>((before, value, index) => {
    const ballot = ballotFor(before, value, '理'.repeat(140));
    return after(before, castVote(before, ballot, { seat: seats[index] ?? seatOf(0), at: second(90) }));
  }, once);
  const sizes = [
    twice,
    give(twice, ['close', 'reveal'], { seats: seatsWith(twice, seats) }),
    give(twice, ['close', 'reveal', { command: 'record', value: 2, rationale: '据'.repeat(9_000) }]),
  ].map(workshop => {
    const snapshot = snapshotFor(participant(3), roomOf(workshop, { seats: seatsWith(workshop, seats) }));
    return Buffer.byteLength(JSON.stringify(snapshot));
  });
  for (const size of sizes) assert.ok(size <= 2_048, `${sizes} bytes`);
});

test('the receipt is on the phone that voted and on no other', () => {
  const voted = vote(give(briefed(), ['open']), [4, 1]);
  assert.deepEqual(snapshotFor(participant(0), roomOf(voted)).own, { value: 4, round: 1 });
  assert.equal(snapshotFor(participant(5), roomOf(voted)).own, undefined);
  assert.equal(snapshotFor(facilitator, roomOf(voted)).own, undefined);
});

test('in a second round a phone tells what it voted in the first, and the bars are gone from every screen but the cockpit', () => {
  const again = give(revealed([4, 1, 3]), ['open']);
  const phone = snapshotFor(participant(0), roomOf(again));
  assert.deepEqual([phone.own, phone.ownPrevious], [undefined, { value: 4, round: 1 }]);
  assert.deepEqual([phone.results, phone.previous], [undefined, undefined]);
  assert.equal(snapshotFor({ role: 'projector' }, roomOf(again)).previous, undefined);
  assert.equal(snapshotFor(facilitator, roomOf(again)).previous?.round, 1);
});

test('when a second round is revealed the first stands beside it', () => {
  const second = give(vote(give(revealed([4, 1, 3]), ['open']), [3, 3, 3]), ['close', 'reveal']);
  const { results, previous } = snapshotFor(participant(0), roomOf(second));
  assert.deepEqual(results?.counts, [0, 0, 0, 3, 0, 0]);
  assert.deepEqual(previous?.counts, [0, 1, 0, 1, 1, 0]);
});

test('the results of an item go with it', () => {
  const moved = give(revealed([3, 3, 3, 3, 3]), ['record', 'next']);
  const { item, state, round, results, record } = snapshotFor(participant(0), roomOf(moved));
  assert.deepEqual([item, state, round, results, record], ['a2', 'briefing', 0, undefined, undefined]);
});

test('more votes than heads are seen by those who run it', () => {
  const open = give(briefed(), [{ command: 'expect', heads: 3 }, 'open']);
  assert.equal(snapshotFor(facilitator, roomOf(vote(open, [1, 2, 3]))).exceeded, false);
  const paper = give(vote(open, [1, 2, 3]), [{ command: 'counts', item: 'a1', round: 1, counts: [0, 0, 1, 0, 0, 0] }]);
  const snapshot = snapshotFor(facilitator, roomOf(paper));
  assert.deepEqual([snapshot.exceeded, snapshot.voted], [true, 4]);
});

test('the place on the agenda, the timer and who is there are on every screen', () => {
  const open = give(briefed('a2'), [{ command: 'open', seconds: 90 }], { at: second(100) });
  const seats = seatsWith(open, [seatOf(1), seatOf(2), { ...seatOf(3), tokenHash: null }]);
  const { position, timer, joined, present, voted } = snapshotFor(participant(1), roomOf(open, { seats }));
  assert.deepEqual(position, { number: 2, total: 5 });
  assert.deepEqual(timer, { remainingMs: 70_000, running: true });
  assert.deepEqual([joined, present, voted], [2, 12, 0]);
});

test('the turnout is of seats that are connected or have voted, whatever phones sleep', () => {
  const seats = [0, 1, 2, 3, 4, 5].map(number => seatOf(number));
  const voted = vote(give(briefed(), ['open']), [1, 2, 3, 4]);
  const online = [3, 4, 5].map(number => seatOf(number).participant);
  const room = (workshop: Workshop) => roomOf(workshop, { seats: seatsWith(workshop, seats), online });
  for (const role of ['facilitator', 'scribe', 'projector'] as const)
    assert.deepEqual(snapshotFor({ role }, room(voted)).turnout, { voted: 4, present: 6 });
  assert.deepEqual(snapshotFor(facilitator, room(briefed())).turnout, { voted: 0, present: 3 });
  const paper = give(voted, [{ command: 'counts', item: 'a1', round: 1, counts: [0, 0, 2, 0, 0, 0] }]);
  assert.deepEqual(snapshotFor(facilitator, room(paper)).turnout, { voted: 4, present: 6 });
  const closed = give(voted, ['close', 'reveal']);
  assert.deepEqual(snapshotFor(facilitator, room(closed)).turnout, { voted: 4, present: 6 });
  assert.equal(snapshotFor(participant(3), room(voted)).turnout, undefined);
});

test('in a vote by departments the turnout is of the departments that joined', () => {
  const seats = [seatOf(0, 'water'), seatOf(1, 'water'), seatOf(2, 'housing'), seatOf(3, 'police')];
  const open = give(briefed('a1', { mode: 'department' }), ['open']);
  const voted = vote(open, [1, 2, 3], seats.slice(0, 3));
  const online = seats.slice(0, 3).map(({ participant: id }) => id);
  const room = roomOf(voted, { seats: seatsWith(voted, seats), online });
  assert.deepEqual(snapshotFor(facilitator, room).turnout, { voted: 2, present: 3 });
});

test('reasons are on the wall once a facilitator has chosen them, after the reveal', () => {
  const open = give(briefed(), ['open']);
  const said = after(
    vote(open, [3, 3]),
    castVote(open, ballotFor(open, 1, '没有记录'), { seat: seatOf(9), at: second(1) }),
  );
  const shown = give(said, ['close', 'reveal']);
  const wall = (workshop: Workshop) => snapshotFor({ role: 'projector' }, roomOf(workshop)).reasons;
  assert.deepEqual(wall(shown), []);
  const text = { value: 1, text: '没有记录' };
  assert.deepEqual(snapshotFor(facilitator, roomOf(shown)).allReasons, [{ ...text, shown: false }]);
  assert.deepEqual(snapshotFor(facilitator, roomOf(said)).allReasons, []);
  const chosen = give(shown, [{ command: 'show-reason', round: 1, index: 0, shown: true }]);
  assert.deepEqual(wall(chosen), [text]);
  assert.deepEqual(wall(give(chosen, ['open'])), []);
});

test('questions for later are kept and ticked off', () => {
  const asked = after(
    give(buildWorkshop(), ['start']),
    askQuestion(give(buildWorkshop(), ['start']), '区县算吗', second(1)),
  );
  const settled = give(asked, [{ command: 'settle-question', index: 0, settled: true }]);
  assert.deepEqual(snapshotFor(facilitator, roomOf(settled)).questions, [{ text: '区县算吗', settled: true }]);
  assert.deepEqual(askQuestion(buildWorkshop(), '早了', second(1)), { refused: 'not-running' });
});

test('ten seconds long the cockpit offers to undo', () => {
  const done = give(revealed([3, 3, 3, 3, 3]), ['record'], { at: second(100) });
  const offered = (seconds: number) => snapshotFor({ role: 'scribe' }, roomOf(done, { now: second(seconds) })).canUndo;
  assert.deepEqual([offered(100), offered(110), offered(111), offered(99)], [true, true, false, false]);
});
