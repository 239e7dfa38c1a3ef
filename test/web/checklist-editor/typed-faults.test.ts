import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import type { Checklist } from '#checklist/checklist-schema.ts';
import { type Draft, headPartSchema } from '#checklist/draft.ts';
import { loadBuiltInChecklists } from '#store/checklist-files.ts';
import { readFormFields } from '#web/assessment/form-fields.ts';
import { areaForm } from '#web/checklist-editor/area-form.ts';
import { headForm } from '#web/checklist-editor/head-form.ts';
import { itemForm } from '#web/checklist-editor/item-form.ts';
import { lensForm } from '#web/checklist-editor/lens-form.ts';
import type { PartForm } from '#web/checklist-editor/part-form.ts';
import { faultsOfTyped } from '#web/checklist-editor/typed-faults.ts';
import { partOfTyped, readTypedPart } from '#web/checklist-editor/typed-part.ts';
import { formatIn } from '#web/format.ts';
import { openWords } from '#web/words.ts';
import { buildChecklist } from '../../support/build-checklist.ts';

const words = openWords(key => assert.fail(`no word "${key}"`));
const format = formatIn({
  ...{ language: 'zh-CN', t: words.translate('zh-CN') },
  ...{ timeZone: 'Asia/Shanghai', now: () => new Date(0) },
});

function draftOf(checklist: Checklist): Draft {
  return { format: 'checklist-draft/1', id: checklist.id, rev: 1, by: '', at: '', checklist };
}

function formsOf(checklist: Checklist): PartForm[] {
  const draft = draftOf(checklist);
  return [
    ...headPartSchema.options.map(part => headForm(draft, { part }, format)),
    ...checklist.lenses.map(({ id }) => lensForm(draft, { lens: id }, format)),
    ...checklist.areas.map(({ id }) => areaForm(draft, { area: id }, format)),
    ...checklist.areas.flatMap(({ id, items }) =>
      items.map(item => itemForm(draft, { area: id, item: item.id }, format)),
    ),
  ];
}

test('every page of the checklists of the program can be saved as it is', async () => {
  const checklists = await loadBuiltInChecklists(path.join(import.meta.dirname, '../../../checklists'));
  assert.equal(checklists.length, 3);
  for (const form of checklists.flatMap(formsOf))
    assert.deepEqual(faultsOfTyped(form.typed, form.sections), [], form.title);
});

const area = areaForm(draftOf(buildChecklist()), { area: 'a' }, format);
const typedArea = (changes: object) => readTypedPart(readFormFields(changes), area.sections, []);

test('a text that is too long and a place that is none are faults at their fields', () => {
  const faulty = (changes: object) =>
    faultsOfTyped(typedArea(changes), area.sections).map(({ path }) => path.join('.'));
  assert.deepEqual(
    faulty({ 'title.zh': '字'.repeat(80), 'title.en': 'a'.repeat(160), 'purpose.zh': '字'.repeat(2_000) }),
    [],
  );
  assert.deepEqual(faulty({ 'title.zh': '字'.repeat(81) }), ['title.zh']);
  assert.deepEqual(faulty({ 'title.en': 'a'.repeat(161) }), ['title.en']);
  assert.deepEqual(faulty({ 'purpose.zh': '字'.repeat(2_001) }), ['purpose.zh']);
  for (const position of ['0', '-1', '1.5', 'abc', '1e9', '+1', '1 2', '0x1'])
    assert.deepEqual(faulty({ position }), ['position'], position);
  for (const position of ['', ' ', '1', ' 2 ', '３', '999']) assert.deepEqual(faulty({ position }), [], position);
});

test('control characters, marks that turn the text around and line breaks of one line are taken out', () => {
  const sent = { 'title.zh': 'a\0\u0007b\u202e\r\nc', code: 'a\0 \ta b', 'purpose.zh': '一\u0000\r\n二\u202e' };
  assert.deepEqual(partOfTyped(typedArea(sent), area.sections), {
    ...{ title: { zh: 'ab c' }, code: 'a a b', purpose: { zh: '一\n二' } },
  });
});
