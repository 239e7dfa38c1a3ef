import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pauseAfterRestart } from '#workshop/pause-after-restart.ts';
import { remainingOf } from '#workshop/timer.ts';
import type { Workshop } from '#workshop/workshop.ts';
import { after, briefed, give, second, vote } from './build-workshop.ts';

const open = give(briefed(), [{ command: 'open', seconds: 120 }], { at: second(100) });
const left = ({ timer }: Workshop, at: number) => timer && remainingOf(timer, second(at)) / 1_000;

test('a timer counts down and stands at nothing when it is over, and nothing else happens', () => {
  assert.deepEqual([left(open, 100), left(open, 130), left(open, 220), left(open, 9_000)], [120, 90, 0, 0]);
  assert.equal(vote(open, [3]).items.a1?.state, 'open');
});

test('a clock that was set back shows the whole time and no more', () => {
  assert.equal(left(open, -3_600), 120);
});

test('time is added to what is left', () => {
  const more = give(open, [{ command: 'extend', seconds: 30 }], { at: second(130) });
  assert.equal(left(more, 130), 120);
  const over = give(open, [{ command: 'extend', seconds: 30 }], { at: second(9_000) });
  assert.equal(left(over, 9_000), 30);
});

test('without a timer, adding time starts one', () => {
  const plain = give(briefed(), ['open']);
  assert.equal(left(plain, 100), null);
  assert.equal(left(give(plain, [{ command: 'extend', seconds: 30 }], { at: second(100) }), 110), 20);
});

test('a pause stops it, however long it is', () => {
  const paused = give(open, ['pause'], { at: second(130) });
  assert.deepEqual([left(paused, 130), left(paused, 9_000)], [90, 90]);
  const resumed = give(paused, ['resume'], { at: second(9_000) });
  assert.deepEqual([left(resumed, 9_000), left(resumed, 9_030)], [90, 60]);
});

test('after a breakdown the room gets its time back', () => {
  const extended = give(open, [{ command: 'extend', seconds: 60 }], { at: second(110) });
  const back = after(extended, pauseAfterRestart(extended, second(3_700)));
  assert.equal(back.state, 'paused');
  assert.equal(left(back, 3_700), 170);
  assert.deepEqual(pauseAfterRestart(back, second(3_701)), { refused: 'not-running' });
});

test('closing, parking and another item end it', () => {
  assert.equal(give(open, ['close']).timer, null);
  assert.equal(give(open, ['park']).timer, null);
});

test('no timer is longer than four hours', () => {
  const long = give(
    open,
    [
      { command: 'extend', seconds: 14_400 },
      { command: 'extend', seconds: 14_400 },
    ],
    {
      at: second(100),
    },
  );
  assert.equal(left(long, 100), 4 * 3_600);
});
