import assert from 'node:assert/strict';
import { test } from 'node:test';
import { minutesOf } from '#workshop/minutes.ts';
import { give, refusalOf, revealed, second, vote } from './build-workshop.ts';

const first = give(revealed([0, 0, 0, 5, 5, 5]), ['discuss', 'open']);
const done = give(give(vote(first, [3, 3, 3, 3, 3]), ['close', 'reveal']), [
  {
    command: 'record',
    value: 3,
    ...{
      rationale: '纪要齐全',
      dissent: '区县会商未算',
      actions: [{ what: '补签制度', who: '应急局', due: '2027-03-31' }],
    },
  },
  { command: 'next' },
  { command: 'park', reason: '等材料' },
]);
const finished = give(done, ['finish'], { at: second(5_000) });

test('the minutes hold every round, what was recorded and what was left', () => {
  const minutes = minutesOf(finished);
  assert.deepEqual([minutes.state, minutes.finishedAt, minutes.rules], ['closed', second(5_000), 'agreement/2']);
  const [a1, a2] = minutes.items;
  assert.deepEqual(
    a1?.rounds.map(({ voted, results }) => [voted, results?.verdict, results?.median]),
    [
      [6, 'split', 2.5],
      [5, 'consensus', 3],
    ],
  );
  assert.equal(a1?.opinions[0]?.actions?.[0]?.who, '应急局');
  assert.deepEqual([a2?.state, a2?.left], ['parked', '等材料']);
});

test('they list every command with who and when, and no digest', () => {
  const { log } = minutesOf(finished);
  assert.equal(log.length, finished.rev);
  assert.deepEqual(log.at(-2), {
    ...{ command: 'park', role: 'facilitator', by: '主持人', at: second(60), item: 'a2', why: '等材料' },
  });
});

test('a finished workshop is only read, until its owner opens it again for another sitting', () => {
  assert.equal(refusalOf(finished, { command: 'start' }).reason, 'illegal-step');
  const owner = { actor: { role: 'owner', by: 'local' } } as const;
  const again = give(finished, [{ command: 'reopen-workshop', reason: '次日继续' }], owner);
  assert.deepEqual([again.state, again.sitting, again.finishedAt], ['paused', 2, undefined]);
  const next = give(again, ['resume', { command: 'brief', item: 'a2' }]);
  assert.equal(next.items.a1?.opinions[0]?.value, 3);
  assert.equal(minutesOf(next).items[0]?.rounds.length, 2);
});
