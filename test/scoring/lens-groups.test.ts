import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertClose } from './assert-close.ts';
import { score, scored } from './build-answers.ts';
import { buildChecklist } from './build-checklist.ts';

const group = (id: string, ...tags: string[]) => ({ id, label: { zh: id }, tags });
const crossed = buildChecklist(
  {
    a: {
      items: {
        p: { tags: ['hazard:gas', 'loop:monitor'] },
        q: { tags: ['hazard:flood', 'hazard:gas', 'loop:warn'] },
        r: { tags: ['loop:warn'] },
        s: { tags: ['hazard:storm', 'loop:monitor'] },
      },
    },
  },
  {
    lenses: [
      { id: 'grid', title: { zh: 'grid' }, rows: 'hazard', columns: 'loop' },
      {
        id: 'hazard',
        title: { zh: 'h' },
        groups: [group('gas', 'hazard:gas'), group('water', 'hazard:flood', 'hazard:storm')],
      },
      { id: 'loop', title: { zh: 'l' }, groups: [group('monitor', 'loop:monitor'), group('warn', 'loop:warn')] },
    ],
  },
);

test('a crossed lens has a group for each pair, of the items that belong to both', () => {
  const { claimed, supported } = score(crossed, {
    p: scored(1),
    q: scored(2),
    r: scored(5),
    s: scored(4, 'statement'),
  });
  const scores = Object.entries(claimed.lenses.grid ?? {}).map(([key, summary]) => [key, summary.score]);
  assertClose(Object.fromEntries(scores), { 'gas/monitor': 20, 'gas/warn': 40, 'water/monitor': 80, 'water/warn': 40 });
  assertClose(supported.lenses.grid, { 'gas/monitor': 20, 'gas/warn': 40, 'water/monitor': 20, 'water/warn': 40 });
  assertClose(claimed.lenses.hazard?.gas?.score, 30);
  assertClose(claimed.lenses.hazard?.water?.score, 60);
});

test('an item with several tags of one group counts once in it', () => {
  const lenses = [{ id: 'l', title: { zh: 'l' }, groups: [group('g', 'h:a', 'h:b')] }];
  const items = { x: { tags: ['h:a', 'h:b'] }, y: { tags: ['h:a'] } };
  const { claimed } = score(buildChecklist({ a: { items } }, { lenses }), { x: scored(5), y: scored(0) });
  assert.equal(claimed.lenses.l?.g?.score, 50);
});
