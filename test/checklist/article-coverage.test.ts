import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { itemsOf } from '#checklist/checklist-lookups.ts';
import type { Item } from '#checklist/checklist-schema.ts';
import { loadChecklistFolder } from '#store/checklist-files.ts';
import { articleCoverage, articleDepartments } from './article-coverage.ts';

const loaded = await loadChecklistFolder(path.join(import.meta.dirname, '../../checklists/resilient-city'));
assert.ok(loaded.ok);
const { checklist } = loaded;
const items = new Map(itemsOf(checklist).map(item => [item.id, item]));
const rows = Object.entries(articleCoverage).flatMap(([paragraph, named]) => named.map(row => ({ ...row, paragraph })));

test('everything that the article names is served by items of the main checklist', () => {
  const unserved = rows.filter(row => row.items.length === 0).map(({ name }) => name);
  const unknown = rows.flatMap(row => row.items.filter(id => !items.has(id)).map(id => `${row.name}: ${id}`));
  assert.deepEqual({ unserved, unknown }, { unserved: [], unknown: [] });
});

test('every item that cites a paragraph of the article stands in the table under one of those it cites', () => {
  const lost = [...items.values()].filter(item => {
    const cited = paragraphsCitedBy(item);
    return cited.length > 0 && !rows.some(row => cited.includes(row.paragraph) && row.items.includes(item.id));
  });
  assert.deepEqual(
    lost.map(item => `${item.id} ${paragraphsCitedBy(item).join()}`),
    [],
  );
});

test('the 14 departments come first, in the order of the article', () => {
  assert.deepEqual(
    checklist.departments?.slice(0, 14).map(({ id, name }) => [name.zh, id]),
    articleDepartments,
  );
});

/** ¶3 to ¶7; the first two set out aims and name nothing to check. */
function paragraphsCitedBy({ sources = [] }: Item): string[] {
  const places = sources.filter(({ source }) => source === 'article').map(({ at }) => at);
  return places.flatMap(at => [...at.matchAll(/¶([3-7])/g)].flatMap(([, number]) => number ?? []));
}
