import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { minutesOf } from '#workshop/minutes.ts';
import { pauseAfterRestart } from '#workshop/pause-after-restart.ts';
import { tableTimes } from '#workshop/table-times.ts';
import type { Workshop } from '#workshop/workshop.ts';
import { attempts, play } from './arbitrary-workshop.ts';
import { after, buildWorkshop, give, second } from './build-workshop.ts';

const record = { command: 'record', value: 3, rationale: '有记录' } as const;

/** Commands one after another, each at its second. */
function giveAt(workshop: Workshop, timed: [at: number, command: Parameters<typeof give>[1][number]][]): Workshop {
  return timed.reduce((before, [at, command]) => give(before, [command], { at: second(at) }), workshop);
}

const lobby = give(buildWorkshop(), ['start']);
const timesOf = (workshop: Workshop, item: string) => minutesOf(workshop).items.find(each => each.item === item)?.times;
const spans = (...pairs: [number, number?][]) =>
  pairs.map(([from, to]) => (to === undefined ? { from: second(from) } : { from: second(from), to: second(to) }));

test('an item was talked about from its briefing to its record; while it is, there is no end', () => {
  const open = giveAt(lobby, [
    [100, { command: 'brief', item: 'figure' }],
    [160, 'discuss'],
  ]);
  assert.deepEqual(timesOf(open, 'figure'), spans([100]));
  const done = giveAt(open, [
    [400, { ...record, value: 62 }],
    [500, 'next'],
  ]);
  assert.deepEqual(timesOf(done, 'figure'), spans([100, 400]));
  assert.deepEqual(timesOf(done, 'a1'), spans([500]));
  assert.deepEqual(timesOf(done, 'a2'), []);
});

test('a pause divides it, and another visit follows', () => {
  const done = giveAt(lobby, [
    [100, { command: 'brief', item: 'a1' }],
    [160, 'pause'],
    [300, 'resume'],
    [360, { command: 'park', reason: '等材料' }],
    [400, { command: 'brief', item: 'a2' }],
    [450, 'skip'],
    [500, { command: 'brief', item: 'a1' }],
    [560, 'skip'],
  ]);
  assert.deepEqual(timesOf(done, 'a1'), spans([100, 160], [300, 360], [500, 560]));
  assert.deepEqual(tableTimes(done.log).visits.get('a1'), [spans([100, 160], [300, 360]), spans([500, 560])]);
  assert.equal(tableTimes(done.log).settled.get('a2'), second(450));
});

test('a record that is taken back at once never ended the talk', () => {
  const done = giveAt(lobby, [
    [100, { command: 'brief', item: 'figure' }],
    [200, { ...record, value: 62 }],
    [205, 'undo'],
    [300, { ...record, value: 63 }],
    [310, 'pause'],
    [320, 'resume'],
  ]);
  assert.deepEqual(timesOf(done, 'figure'), spans([100, 300]));
});

test('an item that was left for another one, or at the end, was on the table until then', () => {
  const done = giveAt(lobby, [
    [100, { command: 'brief', item: 'a1' }],
    [200, { command: 'brief', item: 'a2' }],
    [300, 'finish'],
  ]);
  assert.deepEqual(timesOf(done, 'a1'), spans([100, 200]));
  assert.deepEqual(timesOf(done, 'a2'), spans([200, 300]));
});

test('after a breakdown the time until the restart is nobody’s', () => {
  const before = giveAt(lobby, [
    [100, { command: 'brief', item: 'a1' }],
    [160, 'open'],
  ]);
  const back = after(before, pauseAfterRestart(before, second(50_000)));
  const on = giveAt(back, [
    [50_100, 'resume'],
    [50_200, 'skip'],
  ]);
  assert.deepEqual(timesOf(on, 'a1'), spans([100, 160], [50_100, 50_200]));
});

test('whatever happens, at most one item is talked about, and it is the one on the table', () => {
  fc.assert(
    fc.property(attempts, tried => {
      const { workshop } = play(tried);
      const { visits } = tableTimes(workshop.log);
      const going = [...visits].filter(([, each]) => each.flat().some(({ to }) => to === undefined));
      assert.ok(going.length <= 1);
      for (const [item, each] of going) {
        assert.equal(item, workshop.current);
        assert.equal(each.at(-1)?.at(-1)?.to, undefined);
      }
      for (const { from, to = from } of [...visits.values()].flat(2)) assert.ok(from <= to);
    }),
    { numRuns: 100 },
  );
});
