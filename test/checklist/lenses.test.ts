import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { itemsOf } from '#checklist/checklist-lookups.ts';
import { loadChecklistFolder } from '#store/checklist-files.ts';

const folder = (id: string) => path.join(import.meta.dirname, '../../checklists', id);

async function load(id: string) {
  const loaded = await loadChecklistFolder(folder(id));
  assert.ok(loaded.ok);
  return loaded.checklist;
}

/** Of these tasks of the Opinion only the titles were read: more items would be asked on our own authority under its name. */
const fewOnPurpose: Record<string, string[]> = {
  'opinion-tasks task-2': ['lifeline-smart-roads'],
  'opinion-tasks task-5': ['buildings-smart-estates'],
  'opinion-tasks task-6': [],
  'opinion-tasks task-9': ['governance-science-standards'],
};

for (const id of ['resilient-city', 'street-quick-check', 'flood-season']) {
  test(`every group of every lens of ${id} has at least two items, or is known to have fewer`, async () => {
    const checklist = await load(id);
    const few = checklist.lenses.flatMap(lens =>
      ('groups' in lens ? lens.groups : []).flatMap(group => {
        const members = itemsOf(checklist).filter(item => item.tags?.some(tag => group.tags.includes(tag)));
        return members.length < 2 ? [[`${lens.id} ${group.id}`, members.map(item => item.id)]] : [];
      }),
    );
    assert.deepEqual(Object.fromEntries(few), id === 'resilient-city' ? fewOnPurpose : {});
  });
}

/** Where each of the article's four gaps is looked for. */
const gaps: Record<string, string[]> = {
  coordination: ['J1', 'J2', 'J3', 'J7', 'D2', 'D3', 'D8', 'E3'],
  risk: ['C4', 'C5', 'C6', 'C7', 'C8', 'A5', 'F4', 'I2'],
  'new-risk': ['L3', 'L4', 'L5', 'L6', 'C6'],
  participation: ['K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'I7', 'B4'],
};

test('the four gaps are looked for where they show', async () => {
  const items = itemsOf(await load('resilient-city'));
  for (const [gap, codes] of Object.entries(gaps)) {
    const tagged = items.filter(item => item.tags?.includes(`gap:${gap}`)).map(item => item.code);
    assert.deepEqual(
      codes.filter(code => !tagged.includes(code)),
      [],
      gap,
    );
  }
});

test('no item stands for more than two gaps', async () => {
  const crowded = itemsOf(await load('resilient-city')).filter(
    item => (item.tags ?? []).filter(tag => tag.startsWith('gap:')).length > 2,
  );
  assert.deepEqual(
    crowded.map(item => item.id),
    [],
  );
});
