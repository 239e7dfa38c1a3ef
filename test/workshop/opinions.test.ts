import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { scopeChecklist } from '#checklist/scope-checklist.ts';
import type { VoteValue } from '#workshop/ballot-box.ts';
import { objectionBodySchema, objectTo, questionBodySchema } from '#workshop/take-part.ts';
import { voterOf } from '#workshop/voting-departments.ts';
import type { Workshop } from '#workshop/workshop.ts';
import {
  after,
  briefed,
  checklist,
  faultsOf,
  give,
  refusalOf,
  revealed,
  seatOf,
  second,
  vote,
} from './build-workshop.ts';

const agreed: VoteValue[] = [3, 3, 3, 3, 4, 2, 'unknown'];
const disputed: VoteValue[] = [0, 0, 0, 5, 5, 5];
const record = (fields: object = {}) => ({ command: 'record' as const, ...fields });
const opinionOf = (workshop: Workshop, item = 'a1') => workshop.items[item]?.opinions.at(-1);

function object(workshop: Workshop, number: number, canLive: boolean, reason?: string): Workshop {
  const body = { item: workshop.current ?? '', canLive, ...(reason === undefined ? {} : { reason }) };
  return after(workshop, objectTo(workshop, body, { seat: seatOf(number), at: second(100), hasFigure: true }));
}

test('a consensus is recorded at its median with where it comes from, and needs no rationale', () => {
  const opinion = opinionOf(give(revealed(agreed), [record()]));
  assert.equal(opinion?.value, 3);
  assert.deepEqual(opinion?.provenance, {
    ...{ rounds: 1, round: 1, n: 6, unknown: 1, paper: 0, median: 3, q1: 3, q3: 3 },
    ...{ verdict: 'consensus', badges: [], objections: 0, rules: 'agreement/2' },
  });
  assert.deepEqual(
    [opinion?.version, opinion?.by, opinion?.role, opinion?.at],
    [1, '主持人', 'facilitator', second(60)],
  );
});

describe('a rationale is required', () => {
  const cases: [string, Workshop, object][] = [
    ['where the room is split', revealed(disputed), { value: 2 }],
    ['where it is spread', revealed([1, 2, 3, 3, 4, 5, 2]), { value: 3 }],
    ['where there are too few votes for a verdict', revealed([3, 3, 3]), { value: 3 }],
    ['where what is recorded is not the median', revealed(agreed), { value: 4 }],
    ['where nobody voted', revealed([]), { value: 3 }],
    ['where the room is to be recorded as not knowing', revealed(agreed), { value: 'unknown' }],
    ['for a figure that somebody cannot live with', object(briefed('figure'), 1, false), { value: 62 }],
  ];
  for (const [name, workshop, fields] of cases)
    test(name, () => {
      assert.deepEqual(faultsOf(workshop, record(fields)), ['rationale']);
      assert.deepEqual(faultsOf(workshop, record({ ...fields, rationale: ' \n ' })), ['rationale']);
      const done = give(workshop, [record({ ...fields, rationale: '按台账核实' })]);
      assert.equal(opinionOf(done, workshop.current ?? '')?.rationale, '按台账核实');
    });
});

test('a median between two levels forces a choice', () => {
  const between = revealed([2, 2, 2, 3, 3, 3]);
  assert.deepEqual(faultsOf(between, record()), ['value']);
  assert.deepEqual(faultsOf(between, record({ value: 2 })), ['rationale']);
  assert.equal(opinionOf(give(between, [record({ value: 2, rationale: '取低' })]))?.value, 2);
});

test('below three votes no median is filled in or kept: it would be somebody’s vote', () => {
  const two = revealed([4, 4]);
  assert.deepEqual(faultsOf(two, record()), ['value']);
  const opinion = opinionOf(give(two, [record({ value: 4, rationale: '台账' })]));
  assert.deepEqual(
    [opinion?.provenance.n, opinion?.provenance.median, opinion?.provenance.verdict],
    [2, null, 'too-few'],
  );
});

test('a value is checked as any answer to the item is', () => {
  const shown = revealed(agreed);
  for (const value of [6, -1, 2.5, true])
    assert.deepEqual(faultsOf(shown, record({ value, rationale: '理由' })), ['value']);
  const twice = [1, 2].map(() => ({ id: 'e1', kind: 'document', title: '方案' }));
  assert.deepEqual(faultsOf(shown, record({ evidence: twice })), ['evidence.1.id']);
  assert.deepEqual(faultsOf(briefed('figure'), record()), ['value']);
  assert.deepEqual(faultsOf(briefed('figure'), record({ value: true })), ['value']);
});

test('yes and no are voted on as 1 and 0 and recorded as what they are', () => {
  const shown = revealed([1, 1, 1, 1, 0], 'yes');
  assert.equal(opinionOf(give(shown, [record()]), 'yes')?.value, true);
  assert.equal(opinionOf(give(shown, [record({ value: 0, rationale: '理由' })]), 'yes')?.value, false);
  assert.deepEqual(faultsOf(shown, record({ value: 2, rationale: '理由' })), ['value']);
  assert.deepEqual(faultsOf(revealed([1, 1, 0, 0], 'yes'), record()), ['value']);
});

test('medians are levels of the item’s own scale', () => {
  const opinion = opinionOf(give(revealed([2, 2, 2, 2, 3, 2], 'a3'), [record()]), 'a3');
  assert.deepEqual([opinion?.value, opinion?.provenance.median, opinion?.provenance.verdict], [2, 2, 'consensus']);
});

test('the figures of a second round are those that count, and the first is kept', () => {
  const second = give(vote(give(revealed(disputed), ['discuss', 'open']), [3, 3, 3, 3, 3]), ['close', 'reveal']);
  const opinion = opinionOf(give(second, [record()]));
  assert.deepEqual([opinion?.provenance.rounds, opinion?.provenance.round, opinion?.value], [2, 2, 3]);
  assert.deepEqual(second.items.a1?.rounds[0]?.outcome?.counts, [3, 0, 0, 0, 0, 3]);
  assert.deepEqual(second.items.a1?.rounds[1]?.outcome?.changed, { of: 5, votes: 5 });
});

test('only those who voted in both rounds can have changed their vote', () => {
  const seats = [seatOf(0), seatOf(1), seatOf(7), seatOf(8)];
  const second = give(vote(give(revealed([1, 2, 3]), ['open']), [1, 5, 3, 3], seats), ['close', 'reveal']);
  assert.deepEqual(second.items.a1?.rounds[1]?.outcome?.changed, { of: 2, votes: 1 });
});

test('a round made void after it was revealed no longer counts, with its reason', () => {
  const second = give(vote(give(revealed(agreed), ['open']), [5, 5, 5, 5, 5]), ['close', 'reveal']);
  const voided = give(second, [{ command: 'void', round: 2, reason: '有人代投' }]);
  assert.equal(voided.items.a1?.state, 'discussion');
  assert.equal(voided.items.a1?.rounds[1]?.voided?.reason, '有人代投');
  assert.equal(opinionOf(give(voided, [record()]))?.value, 3);
  assert.deepEqual(faultsOf(voided, { command: 'void', round: 2, reason: '再来' }), ['round']);
  const both = give(voided, [{ command: 'void', round: 1, reason: '题目念错' }]);
  assert.equal(both.items.a1?.state, 'briefing');
  assert.equal(give(both, ['open']).items.a1?.rounds.length, 3);
});

describe('undoing', () => {
  const done = give(revealed(agreed), [record()], { at: second(60) });
  test('takes the opinion back within ten seconds, to where the item was', () => {
    const undone = give(done, ['undo'], { at: second(70) });
    assert.equal(undone.items.a1?.state, 'revealed');
    assert.deepEqual(opinionOf(undone)?.undone, { by: '主持人', at: second(70) });
    assert.equal(opinionOf(give(undone, [record()]))?.version, 2);
  });
  test('is refused after that, and when the clock was set back', () => {
    for (const at of [second(71), second(4_000), second(59)])
      assert.equal(refusalOf(done, { command: 'undo' }, { at }).reason, 'illegal-step');
  });
  test('is refused once another item is on the table', () => {
    assert.equal(refusalOf(give(done, ['next']), { command: 'undo' }, { at: second(61) }).reason, 'illegal-step');
  });
  test('takes an amendment back to the version before', () => {
    const amended = give(done, [{ command: 'amend', value: 4, rationale: '补充', reason: '漏看' }], { at: second(80) });
    const undone = give(amended, ['undo'], { at: second(85) });
    assert.equal(undone.items.a1?.state, 'recorded');
    assert.deepEqual(
      undone.items.a1?.opinions.map(({ version, value, undone: taken }) => [version, value, taken !== undefined]),
      [
        [1, 3, false],
        [2, 4, true],
      ],
    );
  });
});

test('amending is a new version with its reason, of any recorded item, and the one before stays', () => {
  const moved = give(revealed(agreed), [record(), 'next']);
  const amended = give(moved, [
    { command: 'amend', item: 'a1', value: 4, rationale: '补充演练', reason: '漏看一份佐证' },
  ]);
  assert.deepEqual(
    amended.items.a1?.opinions.map(({ version, value, amends }) => [version, value, amends]),
    [
      [1, 3, undefined],
      [2, 4, '漏看一份佐证'],
    ],
  );
  assert.equal(amended.current, 'a2');
  assert.equal(refusalOf(amended, { command: 'amend', item: 'a3', value: 3, reason: '无' }).reason, 'illegal-step');
  assert.deepEqual(faultsOf(amended, { command: 'amend', item: 'x', value: 3, reason: '无' }), ['item']);
});

test('a recorded item can be voted on anew, and what was recorded holds until then', () => {
  const again = give(revealed(agreed), [record(), { command: 'brief', item: 'a1' }, 'open']);
  assert.equal(opinionOf(again)?.value, 3);
  const left = give(again, ['skip']);
  assert.equal(left.items.a1?.state, 'recorded');
  const anew = give(vote(again, [4, 4, 4, 4, 4]), ['close', 'reveal', record()]);
  assert.deepEqual(
    anew.items.a1?.opinions.map(({ version, value }) => [version, value]),
    [
      [1, 3],
      [2, 4],
    ],
  );
});

test('objections are counted, the last word of each, and their reasons kept without a name', () => {
  const done = give(revealed(agreed), [record()]);
  const said = object(object(object(done, 1, false, '去年没演练'), 2, true), 1, false, '去年没有演练');
  const left = give(said, ['next']);
  assert.deepEqual(left.items.a1?.objections, { canLive: 1, cannotLive: 1, reasons: ['去年没有演练'] });
  const voter = voterOf(done, seatOf(1)) ?? '';
  assert.ok(JSON.stringify(said).includes(voter) && !JSON.stringify(left).includes(voter));
});

test('nobody is asked whether they can live with something before it is there', () => {
  const body = { item: 'a1', canLive: false };
  const shown = revealed(agreed);
  assert.deepEqual(objectTo(shown, body, { seat: seatOf(1), at: second(1), hasFigure: true }), { refused: 'not-now' });
  assert.deepEqual(objectTo(shown, { ...body, item: 'a2' }, { seat: seatOf(1), at: second(1), hasFigure: true }), {
    refused: 'another-item',
  });
  const figure = { item: 'figure', canLive: false };
  const briefedFigure = briefed('figure');
  const asked = { seat: seatOf(1), at: second(1) };
  assert.deepEqual(objectTo(briefedFigure, figure, { ...asked, hasFigure: false }), { refused: 'not-now' });
  assert.ok('change' in objectTo(briefedFigure, figure, { ...asked, hasFigure: true }));
});

test('an item that has left the scope of the assessment is not recorded', () => {
  const narrowed = scopeChecklist(checklist, { items: 'core' });
  assert.deepEqual(faultsOf(revealed(agreed), record(), { checklist: narrowed }), ['item']);
});

test('what a phone sends is cleaned and kept short', () => {
  assert.equal(questionBodySchema.parse({ text: ' 区县\n算吗 ' }).text, '区县 算吗');
  for (const text of ['', ' ', '问'.repeat(141), 7, null])
    assert.equal(questionBodySchema.safeParse({ text }).success, false);
  const body = { item: 'a1', canLive: false, reason: '没有记录' };
  assert.deepEqual(objectionBodySchema.parse(body), body);
  for (const wrong of [{ canLive: 'no' }, { item: '' }, { voter: 'x' }])
    assert.equal(objectionBodySchema.safeParse({ ...body, ...wrong }).success, false);
});
