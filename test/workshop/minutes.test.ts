import assert from 'node:assert/strict';
import { test } from 'node:test';
import { minutesOf } from '#workshop/minutes.ts';
import { objectTo } from '#workshop/take-part.ts';
import type { Workshop } from '#workshop/workshop.ts';
import { after, briefed, give, refusalOf, revealed, seatOf, second, vote } from './build-workshop.ts';

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

const record = { command: 'record', value: 3, rationale: '按时会商' } as const;
const amend = { command: 'amend', value: 4, rationale: '补齐', reason: '漏看' } as const;

function objected(workshop: Workshop, ...reasons: (string | null)[]): Workshop {
  return reasons.reduce<Workshop>((before, reason, index) => {
    const said = reason === null ? { canLive: true } : { canLive: false, reason };
    return after(
      before,
      objectTo(
        before,
        { item: before.current ?? '', ...said },
        { seat: seatOf(index), at: second(90), hasFigure: true },
      ),
    );
  }, workshop);
}

function objectionsIn(workshop: Workshop) {
  const [item] = minutesOf(workshop).items.filter(({ opinions }) => opinions.length > 0);
  const said = ({ canLive, cannotLive, reasons }: { canLive: number; cannotLive: number; reasons: string[] }) => [
    ...[canLive, cannotLive],
    ...reasons,
  ];
  return [
    ...(item?.earlierObjections ?? []).map(each => [`v${each.version}`, ...said(each)]),
    ...(item ? [said(item.objections)] : []),
  ];
}

test('what people could not live with stays in the minutes when the record is amended, voted on again or undone', () => {
  const recorded = objected(give(revealed([3, 3, 3, 3]), [record]), null, null, '台账不全');
  assert.deepEqual(objectionsIn(recorded), [[2, 1, '台账不全']]);
  const kept = ['v1', 2, 1, '台账不全'];
  assert.deepEqual(objectionsIn(give(recorded, [amend])), [kept, [0, 0]]);
  const again = give(recorded, [{ command: 'brief', item: 'a1' }, 'open', 'close', 'reveal', { ...record, value: 4 }]);
  assert.deepEqual(objectionsIn(objected(again, null)), [kept, [1, 0]]);
  assert.deepEqual(objectionsIn(give(recorded, ['next', { ...amend, item: 'a1' }])), [kept, [0, 0]]);
  assert.deepEqual(objectionsIn(give(recorded, ['undo'], { at: second(65) })), [kept, [0, 0]]);
  const figure = objected(briefed('figure'), '数不对');
  const undone = give(give(figure, [{ command: 'record', value: 92, rationale: '核过' }]), ['undo']);
  assert.deepEqual(objectionsIn(undone), [[0, 1, '数不对']], 'people are asked about a figure before it is recorded');
});

test('what was switched on and off is told apart in the log', () => {
  const switched = give(briefed(), ['lock', 'blank', 'lock', { command: 'blank', on: true }]);
  assert.deepEqual(
    minutesOf(switched)
      .log.slice(-4)
      .map(({ command, on }) => [command, on]),
    [
      ['lock', true],
      ['blank', true],
      ['lock', false],
      ['blank', true],
    ],
  );
});

test('an item that is briefed again while it is on the table keeps how many voted', () => {
  const again = give(give(revealed([3, 3, 3, 3]), [record]), [{ command: 'brief', item: 'a1' }]);
  assert.equal(minutesOf(again).items[0]?.rounds[0]?.voted, 4);
});
