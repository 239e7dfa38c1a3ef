import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findItem, itemsOf } from '#checklist/checklist-lookups.ts';
import { buildArea, buildChecklist, buildItem } from '../support/build-checklist.ts';

const checklist = buildChecklist();

test('every item is found by its id, of two with one id the first, and nothing else', () => {
  for (const item of itemsOf(checklist)) assert.equal(findItem(checklist, item.id), item);
  for (const id of ['', 'c1', '__proto__']) assert.equal(findItem(checklist, id), undefined);
  const [area] = checklist.areas;
  assert.ok(area);
  const twins = area.items.map(item => ({ ...item, id: 'a1' }));
  assert.equal(findItem({ ...checklist, areas: [{ ...area, items: twins }] }, 'a1')?.code, 'A1');
});

test('finding all items one by one looks at each a few times, not at all of them for every one', () => {
  const many = buildChecklist({
    areas: [buildArea('a', { items: Array.from({ length: 200 }, (_, index) => buildItem(`a${index}`)) })],
  });
  let looks = 0;
  const counted = itemsOf(many).map(item => ({
    ...item,
    get id() {
      looks += 1;
      return item.id;
    },
  }));
  const areas = many.areas.map(area => ({ ...area, items: counted }));
  for (const { id } of itemsOf(many)) assert.ok(findItem({ ...many, areas }, id));
  assert.ok(looks <= 400, `${looks} looks`);
});
