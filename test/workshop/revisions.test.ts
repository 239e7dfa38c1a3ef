import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pauseAfterRestart } from '#workshop/pause-after-restart.ts';
import { after, briefed, decide, give, refusalOf, revealed, second, vote } from './build-workshop.ts';

const open = give(briefed(), ['open']);
const ana = { actor: { role: 'co-facilitator', by: '安娜' } } as const;

test('a command on an old revision is refused with who did what meanwhile', () => {
  const closed = give(open, ['close'], { ...ana, at: second(75) });
  const refused = refusalOf(closed, { command: 'park', expectedRev: open.rev });
  assert.ok(refused.reason === 'stale');
  const { command, role, by, at, rev, item } = refused.last ?? {};
  assert.deepEqual([command, role, by, at, rev, item], ['close', 'co-facilitator', '安娜', second(75), 4, 'a1']);
});

test('the same command from the same one on the same revision is known again, tapped twice or sent again later', () => {
  const closed = give(open, ['close']);
  assert.deepEqual(refusalOf(closed, { command: 'close', expectedRev: open.rev }), { reason: 'repeated' });
  const later = give(closed, ['reveal', 'discuss', 'pause']);
  assert.deepEqual(refusalOf(later, { command: 'close', expectedRev: open.rev }), { reason: 'repeated' });
});

test('a toggle tapped twice is not switched back', () => {
  const blank = give(open, ['blank']);
  assert.deepEqual(refusalOf(blank, { command: 'blank', expectedRev: open.rev }), { reason: 'repeated' });
  assert.equal(blank.blank, true);
  assert.equal(give(blank, ['blank']).blank, false);
});

test('the same command from somebody else, or with another content, is stale', () => {
  const extended = give(open, [{ command: 'extend', seconds: 30 }]);
  const expectedRev = open.rev;
  assert.equal(refusalOf(extended, { command: 'extend', seconds: 30, expectedRev }, ana).reason, 'stale');
  assert.equal(refusalOf(extended, { command: 'extend', seconds: 60, expectedRev }).reason, 'stale');
});

test('an opinion sent twice is known again although its evidence got new ids', () => {
  const shown = revealed([3, 3, 3, 3, 3]);
  const record = (id: string) => ({
    ...({ command: 'record', expectedRev: shown.rev } as const),
    evidence: [{ id, kind: 'document', title: '会商制度' }],
  });
  assert.deepEqual(refusalOf(give(shown, [record('e1')]), record('e2')), { reason: 'repeated' });
});

test('a revision that is still to come is stale, and nobody is named', () => {
  assert.deepEqual(refusalOf(open, { command: 'close', expectedRev: open.rev + 1 }), {
    reason: 'stale',
    last: undefined,
  });
});

test('votes change no revision: a command that was prepared while people vote is still right', () => {
  const voted = vote(open, [1, 2, 3]);
  assert.equal(voted.rev, open.rev);
  assert.ok('change' in decide(voted, { command: 'close', expectedRev: open.rev }));
});

test('who was about to act when the program stopped is told that it was paused', () => {
  const paused = after(open, pauseAfterRestart(open, second(500)));
  const refused = refusalOf(paused, { command: 'close', expectedRev: open.rev });
  assert.ok(refused.reason === 'stale');
  assert.deepEqual([refused.last?.command, refused.last?.role], ['pause', 'system']);
});
