import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readChecklist } from '#store/read-checklist.ts';
import { buildArea, buildChecklist } from '../support/build-checklist.ts';

const checklist = buildChecklist({ areas: [buildArea('a')] });

function faultsOf(zh: string, as: 'checklist' | 'draft'): string[] {
  const read = readChecklist(Buffer.from(JSON.stringify({ ...checklist, title: { zh } })), as);
  return read.ok ? [] : read.faults.map(({ path, line }) => `${path.join('.')} ${line}`);
}

test('a file with control characters, or with marks that turn the text around, is refused at their place', () => {
  for (const as of ['checklist', 'draft'] as const) {
    for (const text of ['a\0b', 'a\u0007b', 'a\u202eb', 'a\u2066b'])
      assert.deepEqual(faultsOf(text, as), ['title.zh 1'], text);
    for (const text of ['第一行\n第二行', 'a\tb', '👩‍🚒 值守', 'a\u200bb'])
      assert.deepEqual(faultsOf(text, as), [], text);
  }
});
