import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Decision } from '#shared/decision.ts';
import { issueSeats, join, rejoin, seatsIdOf } from '#workshop/join.ts';
import {
  applySeatsChange,
  findSeatByToken,
  type Seats,
  type SeatsChange,
  seatsChangeSchema,
  seatsSchema,
  takenSeats,
} from '#workshop/seats.ts';
import { cleanCode, codeFrom, codePattern, tokenFrom } from '#workshop/secrets.ts';
import type { Workshop } from '#workshop/workshop.ts';
import { buildWorkshop, give, seatOf, second } from './build-workshop.ts';

const lobby = give(buildWorkshop(), ['start']);
const opened = (workshop: Workshop): Seats =>
  applySeatsChange(undefined, { type: 'opened', at: second(0), id: seatsIdOf(workshop) });
const empty = opened(lobby);

const drawn = (number: number) => ({
  ...{ participant: `random-${number}`, token: `token-${number}`, at: second(number) },
  code: codeFrom(Buffer.from([0, 0, 0, number >> 5, number, 0])),
});

function seated(seats: Seats, decision: Decision<SeatsChange, unknown>): Seats {
  assert.ok('change' in decision, JSON.stringify(decision));
  const change = seatsChangeSchema.parse(JSON.parse(JSON.stringify(decision.change)));
  return seatsSchema.parse(applySeatsChange(seats, change));
}

const enter = (seats: Seats, number: number, department: string | null = null, workshop = lobby) =>
  join({ workshop, seats }, department, drawn(number));

test('who joins has a seat, found by its token and by nothing else', () => {
  const seats = seated(empty, enter(empty, 1, 'water'));
  assert.deepEqual(findSeatByToken(seats, 'token-1')?.department, 'water');
  for (const token of ['token-2', '', 'random-1', findSeatByToken(seats, 'token-1')?.tokenHash ?? ''])
    assert.equal(findSeatByToken(seats, token), undefined);
  assert.doesNotMatch(JSON.stringify(seats), /token-1|"code"/);
});

test('the seat code takes the seat to another phone, and the old phone has none', () => {
  const seats = seated(empty, enter(empty, 1, 'water'));
  const { code } = drawn(1);
  const typed = ` ${code.slice(0, 3).toLowerCase()}-${code.slice(3)} `;
  const moved = seated(seats, rejoin({ workshop: lobby, seats }, { code: typed }, { token: 'new', at: second(9) }));
  const seat = findSeatByToken(moved, 'new');
  assert.deepEqual([seat?.participant, seat?.department], ['random-1', 'water']);
  assert.equal(findSeatByToken(moved, 'token-1'), undefined);
  assert.equal(takenSeats(moved).length, 1);
});

test('a code that is no seat’s is refused', () => {
  const decision = rejoin({ workshop: lobby, seats: empty }, { code: 'ABCDEF' }, { token: 'new', at: second(9) });
  assert.deepEqual(decision, { refused: 'unknown-seat' });
});

test('a department that was chosen is not exchanged for another', () => {
  const seats = seated(seated(empty, enter(empty, 1, 'water')), enter(empty, 2));
  const again = (number: number) =>
    rejoin(
      { workshop: lobby, seats },
      { code: drawn(number).code, department: 'police' },
      { token: 'x', at: second(9) },
    );
  assert.equal(findSeatByToken(seated(seats, again(1)), 'x')?.department, 'water');
  assert.equal(findSeatByToken(seated(seats, again(2)), 'x')?.department, 'police');
});

const locked = give(lobby, ['lock']);
const closed = give(lobby, ['finish']);
const byDepartment = give(buildWorkshop({ mode: 'department' }), ['start']);
const refusals: [string, Workshop, string | null, string][] = [
  ['before the lobby is open', buildWorkshop(), null, 'not-open'],
  ['when the workshop is finished', closed, null, 'not-open'],
  ['when joining is locked', locked, null, 'locked'],
  ['for a department that there is not', lobby, '__proto__', 'unknown-department'],
  ['without a department where departments vote', byDepartment, null, 'department-missing'],
];
for (const [name, workshop, department, reason] of refusals)
  test(`joining is refused ${name}`, () => {
    assert.deepEqual(enter(empty, 1, department, workshop), { refused: reason });
  });

test('two who draw the same seat code are told apart', () => {
  const seats = seated(empty, enter(empty, 1));
  const same = join({ workshop: lobby, seats }, null, { ...drawn(2), code: drawn(1).code });
  assert.deepEqual(same, { refused: 'code-taken' });
});

test('a slip is a seat that waits: it is taken when joining is locked, by one phone at a time', () => {
  const slips = [1, 2].map(number => ({ ...drawn(number), department: 'housing' }));
  const issued = seated(empty, issueSeats({ workshop: locked, seats: empty }, slips, second(5)));
  assert.equal(takenSeats(issued).length, 0);
  const use = (seats: Seats, token: string) =>
    seated(seats, rejoin({ workshop: locked, seats }, { code: drawn(1).code }, { token, at: second(6) }));
  const twice = use(use(issued, 'first'), 'second');
  assert.equal(takenSeats(twice).length, 1);
  assert.equal(findSeatByToken(twice, 'first'), undefined);
  assert.equal(findSeatByToken(twice, 'second')?.department, 'housing');
  const same = [drawn(1), drawn(1)].map(each => ({ ...each, department: null }));
  assert.deepEqual(issueSeats({ workshop: locked, seats: empty }, same, second(5)), { refused: 'code-taken' });
});

test('every letter of a code is one that is read aloud without doubt, and each is as likely', () => {
  const counts = new Map<string, number>();
  for (let byte = 0; byte < 256; byte += 1) {
    const code = codeFrom(Buffer.alloc(6, byte));
    assert.match(code, codePattern);
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  assert.deepEqual([counts.size, new Set(counts.values()).size], [32, 1]);
  assert.doesNotMatch([...counts.keys()].join(''), /[01OI]/);
  assert.throws(() => codeFrom(Buffer.alloc(5)), RangeError);
});

test('a code is known however it is typed', () => {
  const typed = fc.uint8Array({ minLength: 6, maxLength: 6 }).map(codeFrom);
  fc.assert(fc.property(typed, code => assert.equal(cleanCode(` ${code.toLowerCase().split('').join(' ')}`), code)));
});

test('a token is its random bytes in letters that go into an address', () => {
  assert.equal(tokenFrom(Buffer.from([255, 254, 253, 0])), '__79AA');
  assert.match(tokenFrom(Buffer.alloc(32, 251)), /^[A-Za-z0-9_-]{43}$/);
});

test('a room of two thousand seats is full', () => {
  const full = { ...empty, seats: { ...empty.seats } };
  for (let number = 0; number < 2_000; number += 1)
    full.seats[`seat-${number}`] = { ...seatOf(1), participant: `seat-${number}` };
  assert.deepEqual(enter(full, 1), { refused: 'full' });
});
