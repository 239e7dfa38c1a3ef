import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayProgress, minutesOfVisit, type WallTime } from '#workshop/day-progress.ts';
import type { Workshop } from '#workshop/workshop.ts';
import { attempts, play } from './arbitrary-workshop.ts';
import { buildWorkshop, faultsOf, give } from './build-workshop.ts';

const day = { start: '09:00', end: '12:00', breaks: [{ at: '10:00', minutes: 15 }] };

/** The clock of a city eight hours ahead. */
const wallTime: WallTime = isoTime => {
  const local = new Date(Date.parse(isoTime) + 8 * 3_600_000).toISOString();
  return { day: local.slice(0, 10), minutes: Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16)) };
};

/** An instant on the clock of the room. */
const at = (clock: string, date = '2026-11-20') => new Date(`${date}T${clock}:00.000+08:00`).toISOString();

/** Items of 20, 20, 20, 30 and 10 minutes. */
const minutes = { a1: 20, a2: 20, a3: 20, yes: 30, figure: 10 };
const draft = buildWorkshop({ day, minutes });

type Timed = [clock: string, command: Parameters<typeof give>[1][number], date?: string];
const giveAt = (workshop: Workshop, timed: Timed[]) =>
  timed.reduce((before, [clock, command, date]) => give(before, [command], { at: at(clock, date) }), workshop);
const seen = (workshop: Workshop, clock: string, date?: string) =>
  dayProgress({ workshop, day, now: at(clock, date), wallTime });
const times = ({ coming }: ReturnType<typeof dayProgress>) =>
  coming.items.map(({ item, from, to }) => `${item} ${from}–${to}`);

test('before the first item the times are those of the plan, however late it is', () => {
  for (const clock of ['08:00', '17:30']) {
    const progress = seen(draft, clock);
    assert.equal(progress.behind, null);
    assert.deepEqual(times(progress), [
      ...['a1 09:00–09:20', 'a2 09:20–09:40', 'a3 09:40–10:00'],
      ...['yes 10:15–10:45', 'figure 10:45–10:55'],
    ]);
    assert.equal(progress.ends.planned, '10:55');
  }
});

test('who begins late is as much behind, and everything to come is as much later', () => {
  const running = giveAt(draft, [
    ['09:05', 'start'],
    ['09:07', { command: 'brief', item: 'a1' }],
  ]);
  const progress = seen(running, '09:12');
  assert.equal(progress.behind, 7);
  assert.deepEqual(times(progress).slice(0, 2), ['a2 09:27–09:47', 'a3 10:15–10:35']);
  assert.deepEqual(progress.ends, { planned: '10:55', now: '11:15' });
});

test('who begins early is as much ahead, and everything to come is as much earlier', () => {
  const running = giveAt(draft, [
    ['08:40', 'start'],
    ['08:40', { command: 'brief', item: 'a1' }],
  ]);
  const progress = seen(running, '08:45');
  assert.equal(progress.behind, -20);
  assert.deepEqual(times(progress).slice(0, 2), ['a2 09:00–09:20', 'a3 09:20–09:40']);
  assert.equal(seen(running, '09:05').behind, -15, 'longer than its time');
});

test('an item that takes longer puts the day behind by what it takes longer, one that is done early ahead', () => {
  const first = giveAt(draft, [
    ['08:55', 'start'],
    ['09:00', { command: 'brief', item: 'a1' }],
  ]);
  assert.equal(seen(first, '09:20').behind, 0);
  assert.equal(seen(first, '09:26').behind, 6);
  const early = giveAt(first, [
    ['09:12', { command: 'skip' }],
    ['09:13', 'next'],
  ]);
  assert.equal(seen(early, '09:13').behind, -7);
  assert.deepEqual(times(seen(early, '09:13'))[0], 'a3 09:33–09:53');
});

test('breaks are nobody’s delay, and a pause is', () => {
  const third = giveAt(draft, [
    ['09:00', 'start'],
    ['09:00', { command: 'brief', item: 'a1' }],
    ['09:20', 'skip'],
    ['09:20', 'next'],
    ['09:40', 'skip'],
    ['09:40', 'next'],
    ['10:00', 'skip'],
  ]);
  for (const clock of ['10:00', '10:07', '10:15']) assert.equal(seen(third, clock).behind, 0, clock);
  assert.equal(seen(third, '10:20').behind, 5);
  const paused = giveAt(third, [
    ['10:15', 'next'],
    ['10:20', 'pause'],
  ]);
  assert.equal(seen(paused, '10:30').behind, 10);
});

test('what no longer fits into the day is told', () => {
  const late = giveAt(draft, [
    ['11:20', 'start'],
    ['11:20', { command: 'brief', item: 'a1' }],
  ]);
  const { coming } = seen(late, '11:25');
  assert.deepEqual([coming.items.map(({ item }) => item), coming.rest], [['a2'], ['a3', 'yes', 'figure']]);
  assert.deepEqual(seen(late, '23:59').coming.items, []);
});

test('on another day what was done is not planned again', () => {
  const first = giveAt(draft, [
    ['09:00', 'start'],
    ['09:00', { command: 'brief', item: 'a1' }],
    ['09:20', 'skip'],
    ['09:21', 'pause'],
  ]);
  const morning = seen(first, '08:50', '2026-11-23');
  assert.equal(morning.behind, null);
  const second = giveAt(first, [
    ['09:05', 'resume', '2026-11-23'],
    ['09:05', 'next', '2026-11-23'],
  ]);
  const progress = seen(second, '09:05', '2026-11-23');
  assert.equal(progress.behind, 5);
  assert.deepEqual(times(progress)[0], 'a3 09:25–09:45');
});

test('the hours can be changed with the agenda, and a day that ends before it begins is no day', () => {
  const agenda = draft.agenda.map(({ item }) => ({ item }));
  const later = give(draft, [{ command: 'arrange', agenda, day: { ...day, start: '09:30' } }]);
  assert.equal(later.day?.start, '09:30');
  assert.equal(give(later, [{ command: 'arrange', agenda }]).day?.start, '09:30', 'left out it stays');
  const wrong = { command: 'arrange', agenda, day: { ...day, end: '09:00' } } as const;
  assert.deepEqual(faultsOf(draft, wrong), ['day.end']);
});

test('whatever happens, every item that waits is either to come or left over, and nothing else is', () => {
  fc.assert(
    fc.property(attempts, fc.nat(1_439), (tried, minute) => {
      const { workshop } = play(tried);
      const now = new Date(Date.parse(at('00:00')) + minute * 60_000).toISOString();
      const { coming, behind } = dayProgress({ workshop, day, now, wallTime });
      const waiting = workshop.agenda.filter(({ item }) => workshop.items[item]?.state === 'queued');
      const told = new Set([...coming.items.map(({ item }) => item), ...coming.rest]);
      for (const { item } of waiting) assert.ok(told.has(item), item);
      assert.ok(behind === null || Number.isInteger(behind));
    }),
    { numRuns: 100 },
  );
});

test('pauses do not count as minutes of talk', () => {
  const visit = [{ from: at('09:00'), to: at('09:04') }, { from: at('10:00') }];
  assert.equal(minutesOfVisit(visit, at('10:03')), 7);
  assert.equal(minutesOfVisit([{ from: at('09:00') }], at('08:00')), 0, 'a clock that was set back');
});
