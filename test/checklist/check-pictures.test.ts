import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { checkChecklist, parseChecklist } from '#checklist/check-checklist.ts';
import { itemsOf } from '#checklist/checklist-lookups.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import { editItem, removeItem } from '#checklist/edit-draft.ts';
import { fitPictures } from '#checklist/fit-pictures.ts';
import { partMark } from '#checklist/part-mark.ts';
import { readChecklist } from '#store/read-checklist.ts';
import { buildChecklist } from '../support/build-checklist.ts';
import { chain, panel, pictureChecklist, register } from '../support/build-pictures.ts';

const checklist = buildChecklist(pictureChecklist);
const [line] = chain.steps;
const [row] = chain.rows;
assert.ok(line && row);
const withCells = (...cells: object[]) => ({ ...chain, rows: [{ ...row, cells }] });
const cell = { step: 'list', item: 'a1', level: 2 };

function faultsOf(picture: unknown): string[] {
  const group = { id: 'g', label: { zh: '组' }, tags: ['gap:one'], picture };
  const parsed = parseChecklist({
    ...checklist,
    lenses: [{ id: 'gaps', title: { zh: '缺口' }, groups: [group] }],
  });
  if (parsed.ok) return [];
  for (const { message } of parsed.faults) assert.ok(message.zh && message.en);
  return parsed.faults.map(({ path }) => path.join('.').replace('lenses.0.groups.0.picture', ''));
}

test('a picture of each kind is part of a checklist', () => {
  assert.deepEqual(checkChecklist(checklist), []);
  for (const picture of [chain, register, panel, { ...register, about: { zh: '说明' } }])
    assert.deepEqual(faultsOf(picture), []);
});

const cases: [string, unknown, string[]][] = [
  ['of a kind that there is not', { ...register, kind: 'cloud' }, ['.kind']],
  ['with an unknown key', { ...register, colour: 'red' }, ['.colour']],
  ['that is a text', '<script>', ['']],
  ['without a title', { ...register, title: undefined }, ['.title']],
  ['of no items', { ...register, items: [] }, ['.items']],
  ['that names an item that is not there', { ...register, items: ['a1', '../x'] }, ['.items.1']],
  ['that names an unknown item', { ...register, items: ['a1', 'gone'] }, ['.items.1']],
  ['that names an item twice', { ...register, items: ['a1', 'b1', 'a1'] }, ['.items.2']],
  [
    'with a group twice and an item in two groups',
    { ...panel, groups: [panel.groups[1], panel.groups[1]] },
    ['.groups.1.items.0', '.groups.1.items.1', '.groups.1.id'],
  ],
  ['of one step', { ...chain, steps: [line] }, ['.steps']],
  ['with a step twice', { ...chain, steps: [...chain.steps, line] }, ['.steps.3.id']],
  ['with a row twice', { ...chain, rows: [row, row] }, ['.rows.1.id']],
  ['with an unknown step', withCells({ ...cell, step: 'x' }), ['.rows.0.cells.0.step']],
  ['with two items for one step', withCells(cell, { ...cell, item: 'a2' }), ['.rows.0.cells.1.step']],
  ['with a step of an unknown item', withCells({ ...cell, item: 'x' }), ['.rows.0.cells.0.item']],
  ['with a step that everybody has done', withCells({ ...cell, level: 0 }), ['.rows.0.cells.0.level']],
  ['with a step beyond the scale', withCells({ ...cell, level: 6 }), ['.rows.0.cells.0.level']],
  ['with a step between two levels', withCells({ ...cell, level: 2.5 }), ['.rows.0.cells.0.level']],
  ['with a step of an item without levels', withCells({ ...cell, item: 'd1', level: 1 }), ['.rows.0.cells.0.item']],
];

for (const [name, picture, paths] of cases)
  test(`fault: a picture ${name}`, () => assert.deepEqual(faultsOf(picture), paths));

test('a crossed lens has no groups and so no picture', () => {
  const [gaps] = pictureChecklist.lenses;
  const crossed = { id: 'x', title: { zh: '交叉' }, rows: 'gaps', columns: 'gaps', picture: register };
  const parsed = parseChecklist({ ...checklist, lenses: [gaps, crossed] });
  assert.ok(!parsed.ok);
  assert.ok(parsed.faults.every(({ path }) => path[1] === 1));
});

test('more pictures than anybody can read are one fault', () => {
  const cells = Array.from({ length: 3 }, (_, index) => ({ ...cell, step: chain.steps[index]?.id }));
  const rows = Array.from({ length: 100 }, (_, index) => ({ ...row, id: `r${index}`, cells }));
  const groups = Array.from({ length: 7 }, (_, index) => ({
    ...{ id: `g${index}`, label: { zh: '组' }, tags: ['gap:one'] },
    picture: { ...chain, rows },
  }));
  const parsed = parseChecklist({ ...checklist, lenses: [{ id: 'gaps', title: { zh: '缺口' }, groups }] });
  assert.ok(!parsed.ok);
  assert.deepEqual(
    parsed.faults.map(({ path }) => path),
    [['lenses']],
  );
});

test('in a file the fault has its line and column', () => {
  const broken = {
    ...checklist,
    lenses: [
      {
        ...pictureChecklist.lenses[0],
        groups: [{ ...pictureChecklist.lenses[0]?.groups[1], picture: { ...register, items: ['gone'] } }],
      },
    ],
  };
  const yaml = stringify(buildChecklist({ ...pictureChecklist, lenses: [] })).replace(/^lenses: \[\]\n/m, '');
  const read = readChecklist(Buffer.from(`${yaml}lenses: ${JSON.stringify(broken.lenses)}\n`), 'checklist');
  assert.ok(!read.ok);
  assert.deepEqual(
    read.faults.map(({ path, line: at }) => [path.join('.'), at]),
    [['lenses.0.groups.0.picture.items.0', yaml.split('\n').length]],
  );
});

function picturesOf({ lenses }: Checklist) {
  return lenses.flatMap(lens => ('groups' in lens ? lens.groups.map(({ picture }) => picture) : []));
}

test('what is edited in the browser leaves no fault in a picture that nobody could mend there', async t => {
  const [a] = checklist.areas;
  const [a1, , m1] = a?.items ?? [];
  assert.ok(a1 && m1);

  await t.test('a renamed item keeps its places', () => {
    const edited = editItem(checklist, {
      areaId: 'a',
      id: 'a1',
      seen: partMark(a1),
      input: { ...a1, id: 'z9' },
      position: 0,
      isConfirmed: false,
    });
    assert.ok('change' in edited);
    assert.deepEqual(checkChecklist(edited.change), []);
    const [first, second] = picturesOf(edited.change);
    assert.deepEqual(first?.kind === 'chain' && first.rows[0]?.cells.map(({ item }) => item), ['z9', 'a2', 'z9']);
    assert.deepEqual(second?.kind === 'register' && second.items, ['z9', 'a2', 'b1']);
  });

  await t.test('an item of another kind leaves the chain and stays in the panel', () => {
    const { id, code, title } = m1;
    const input = { id, code, title, kind: 'yes-no' };
    const edit = { areaId: 'a', id: 'm1', seen: partMark(m1), input, position: 2 };
    const asked = editItem(checklist, { ...edit, isConfirmed: false });
    assert.deepEqual('refused' in asked && asked.refused, {
      ...{ reason: 'in-use', lost: [] },
      places: [{ title: chain.title, lost: 1, left: 3 }],
    });
    const edited = editItem(checklist, { ...edit, isConfirmed: true });
    assert.ok('change' in edited);
    assert.deepEqual(checkChecklist(edited.change), []);
    const [first, , third] = picturesOf(edited.change);
    assert.equal(first?.kind === 'chain' && first.rows.length, 1);
    assert.deepEqual(third, panel);
  });

  await t.test('a shorter scale takes the steps beyond it', () => {
    const scale = { ...checklist.scale, max: 3, levels: checklist.scale.levels.slice(0, 4) };
    const [first] = picturesOf(fitPictures({ ...checklist, scale }));
    assert.deepEqual(
      first?.kind === 'chain' && first.rows.flatMap(({ cells }) => cells.map(({ level }) => level)),
      [2, 3, 1],
    );
  });

  await t.test('whichever items go, in whatever order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(itemsOf(checklist).map(({ id }) => id)), gone => {
        const left = gone.reduce(without, checklist);
        const faults = checkChecklist(left).filter(({ path }) => path[0] === 'lenses');
        assert.deepEqual(faults, []);
        const named = JSON.stringify(picturesOf(left));
        assert.ok(gone.every(id => !named.includes(`"${id}"`)));
      }),
      { numRuns: 60 },
    );
  });
});

test('an item that a picture shows goes only once that is confirmed', () => {
  const [a1] = checklist.areas[0]?.items ?? [];
  const asked = removeItem(checklist, { areaId: 'a', id: 'a1', seen: partMark(a1), isConfirmed: false });
  assert.deepEqual('refused' in asked && asked.refused, {
    ...{ reason: 'in-use', lost: [] },
    places: [
      { title: chain.title, lost: 2, left: 2 },
      { title: register.title, lost: 1, left: 2 },
      { title: panel.title, lost: 1, left: 4 },
    ],
  });
});

function without(from: Checklist, id: string): Checklist {
  const area = from.areas.find(({ items }) => items.some(item => item.id === id));
  const item = area?.items.find(one => one.id === id);
  assert.ok(area && item);
  const removed = removeItem(from, { areaId: area.id, id, seen: partMark(item), isConfirmed: true });
  assert.ok('change' in removed);
  return removed.change;
}

test('a checklist without pictures is left as it is', () => {
  const plain = buildChecklist();
  assert.equal(fitPictures(plain, { was: 'a1' }), plain);
});
