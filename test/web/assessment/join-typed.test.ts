import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Answer } from '#assessment/answer.ts';
import { cellPlaces, type MatrixItem } from '#assessment/matrix-cells.ts';
import { itemsOf } from '#checklist/checklist-lookups.ts';
import { contradictionsOf, joinTyped } from '#web/assessment/join-typed.ts';
import { cellKey, sameTyped, typedOfAnswer } from '#web/assessment/typed-answer.ts';
import { buildArea, buildChecklist, buildItem } from '../../support/build-checklist.ts';

const lines = ['r1', 'r2', 'constructor'];
const checklist = buildChecklist({
  areas: [
    buildArea('a', {
      items: [
        buildItem('level'),
        { id: 'grid', code: 'G', kind: 'matrix', title: { zh: '表' }, cellMax: 3, rows: lines, columns: ['c1', 'c2'] },
      ],
    }),
  ],
});
const [level, grid] = itemsOf(checklist);
assert.ok(level && grid?.kind === 'matrix');

const record = (id: string, title = id) => ({ id, kind: 'audit' as const, title });
const typedLevel = (answer: Answer | undefined) => typedOfAnswer(answer, level);
const joinLevel = (base: Answer | undefined, stored: Answer, mine: Answer) =>
  joinTyped({ base: typedLevel(base), stored: typedLevel(stored), mine: typedLevel(mine) });

test('both answered at once: the stored level stands, both notes and all evidence are kept', () => {
  const joined = joinLevel(
    undefined,
    { answer: 'scored', value: 2, note: '甲', evidence: [record('a')] },
    { answer: 'scored', value: 4, note: '乙', evidence: [record('a'), record('b')] },
  );
  assert.deepEqual(
    [joined.choice, joined.note, joined.evidence.map(({ id, key }) => `${key} ${id}`)],
    ['2', '甲\n乙', ['e0 a', 'e1 b']],
  );
});

test('a note that holds the other is kept alone', () => {
  const stored: Answer = { answer: 'scored', value: 2, note: '甲' };
  assert.equal(joinLevel(undefined, stored, { ...stored, note: '甲乙' }).note, '甲乙');
  assert.equal(joinLevel(undefined, stored, { answer: 'scored', value: 2 }).note, '甲');
});

test('who changed a part alone decides it', () => {
  const base: Answer = { answer: 'scored', value: 2, note: '共 46 处', evidence: [record('a'), record('b')] };
  const stored: Answer = { ...base, note: '共 48 处', evidence: [record('a', '改过')] };
  const mine: Answer = { ...base, value: 4, evidence: [record('a'), record('b'), record('c')] };
  const joined = joinLevel(base, stored, mine);
  assert.equal(joined.choice, '4');
  assert.equal(joined.note, '共 48 处');
  assert.deepEqual(
    joined.evidence.map(({ id, title }) => [id, title]),
    [
      ['a', '改过'],
      ['c', 'c'],
    ],
  );
});

test('a record that one removed and the other changed is kept as changed', () => {
  const base: Answer = { answer: 'scored', value: 2, evidence: [record('a')] };
  const joined = joinLevel(base, { answer: 'scored', value: 2 }, { ...base, evidence: [record('a', '新名')] });
  assert.deepEqual(
    joined.evidence.map(({ title }) => title),
    ['新名'],
  );
});

test('a non-answer takes its reason with it and leaves no cells behind', () => {
  const cells: Answer = { answer: 'scored', value: { r1: { c1: 1 } } };
  const withheld: Answer = { answer: 'withheld', reason: 'work-secret' };
  const typed = (answer: Answer) => typedOfAnswer(answer, grid);
  const joined = joinTyped({ base: typed(cells), stored: typed(cells), mine: typed(withheld) });
  assert.ok(sameTyped(joined, typed(withheld)));
});

const cell = fc.constantFrom('', '0', '1', '2', '3');
const table = (item: MatrixItem) =>
  fc.record(Object.fromEntries(cellPlaces(item).map(place => [cellKey(place), cell])));
const filled = table(grid).map(cells => ({ ...typedOfAnswer(undefined, grid), choice: 'scored', cells }));

test('tables are joined cell by cell: a cell that one changed is as changed, one that both changed as stored', () => {
  fc.assert(
    fc.property(filled, filled, filled, (base, stored, mine) => {
      const joined = joinTyped({ base, stored, mine }).cells;
      for (const key of Object.keys(base.cells)) {
        const expected = stored.cells[key] === base.cells[key] ? mine.cells[key] : stored.cells[key];
        assert.equal(joined[key], expected, key);
      }
    }),
  );
});

test('where nothing contradicts, joining loses no change of either', () => {
  fc.assert(
    fc.property(filled, filled, filled, (base, stored, mine) => {
      const versions = { base, stored, mine };
      const joined = joinTyped(versions).cells;
      const contradictions = contradictionsOf(versions);
      for (const key of Object.keys(base.cells)) {
        if (contradictions.has(`cell:${key}`)) continue;
        for (const side of [stored, mine])
          if (side.cells[key] !== base.cells[key]) assert.equal(joined[key], side.cells[key], key);
      }
    }),
  );
});

test('cells filled in without scripts, where nobody chose “by the table”, are joined like others', () => {
  const stored: Answer = { answer: 'scored', value: { r1: { c1: 1 } } };
  const empty = typedOfAnswer(undefined, grid);
  const mine = { ...empty, cells: { ...empty.cells, 'r2:c1': '２' } };
  const versions = { base: empty, stored: typedOfAnswer(stored, grid), mine };
  assert.equal(contradictionsOf(versions).size, 0);
  assert.deepEqual([joinTyped(versions).cells['r1:c1'], joinTyped(versions).cells['r2:c1']], ['1', '2']);
});

test('different fields of one record are joined; the same field is a contradiction', () => {
  const base: Answer = { answer: 'scored', value: 2, evidence: [record('a')] };
  const stored: Answer = { ...base, evidence: [record('a', '新名')] };
  const versions = (mine: object) => ({
    base: typedLevel(base),
    stored: typedLevel(stored),
    mine: typedLevel({ ...base, evidence: [{ ...record('a'), ...mine }] }),
  });
  const joined = joinTyped(versions({ number: '8 号' })).evidence[0];
  assert.deepEqual([joined?.title, joined?.number], ['新名', '8 号']);
  assert.equal(contradictionsOf(versions({ number: '8 号' })).size, 0);
  assert.deepEqual([...contradictionsOf(versions({ title: '别名' }))], [['evidence:a', 'stored']]);
});

test('what one removed and the other changed is a contradiction, and so are two kinds of answer', () => {
  const base: Answer = { answer: 'scored', value: 2, evidence: [record('a')] };
  const removed: Answer = { answer: 'scored', value: 2 };
  const changed: Answer = { ...base, evidence: [record('a', '新名')] };
  const of = (stored: Answer, mine: Answer) =>
    contradictionsOf({ base: typedLevel(base), stored: typedLevel(stored), mine: typedLevel(mine) });
  assert.deepEqual([...of(removed, changed)], [['evidence:a', 'mine']]);
  assert.deepEqual([...of(changed, removed)], [['evidence:a', 'stored']]);
  assert.deepEqual(
    [...of({ ...base, answer: 'unknown', value: undefined }, { ...base, value: 4 })],
    [['answer', 'stored']],
  );
});

test('who only wrote on behind the other’s note contradicts nobody', () => {
  const note = (text: string) => typedLevel({ answer: 'scored', value: 2, note: text });
  const of = (stored: string, mine: string) =>
    contradictionsOf({ base: note('甲'), stored: note(stored), mine: note(mine) });
  assert.equal(of('甲乙', '甲乙丙').size, 0);
  assert.deepEqual([...of('甲乙', '甲丙')], [['note', 'both']]);
});

test('joining with somebody who changed nothing changes nothing', () => {
  fc.assert(
    fc.property(filled, filled, (base, other) => {
      assert.ok(sameTyped(joinTyped({ base, stored: other, mine: base }), other));
      assert.ok(sameTyped(joinTyped({ base, stored: base, mine: other }), other));
    }),
  );
});
