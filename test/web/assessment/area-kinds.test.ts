import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from '#assessment/answer.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import type { Language } from '#shared/text.ts';
import { areaPage } from '#web/assessment/area-page.ts';
import { readFormFields } from '#web/assessment/form-fields.ts';
import { readTypedAnswer, sameTyped, typedOfAnswer } from '#web/assessment/typed-answer.ts';
import { formatIn } from '#web/format.ts';
import { openTemplates } from '#web/render-page.ts';
import { openWords } from '#web/words.ts';
import { buildAssessment, scored } from '../../support/build-assessment.ts';
import { buildArea, buildChecklist } from '../../support/build-checklist.ts';
import { buildOpen } from '../../support/build-open.ts';
import { readForm } from '../../support/read-form.ts';

const words = openWords(key => assert.fail(`no word "${key}"`));
const render = openTemplates(words);
const title = { zh: '检查项', en: 'Item' };

const checklist = buildChecklist({
  areas: [
    buildArea('k', {
      items: [
        { id: 'own', code: 'K1', kind: 'maturity', title, scale: { min: 1, max: 4 }, bottomLine: true },
        {
          ...{ id: 'less', code: 'K2', kind: 'metric', title, unit: '分钟', direction: 'lower-is-better' },
          bands: [
            { at: 30, level: 3 },
            { at: 10, level: 5 },
          ],
        },
        { id: 'faults', code: 'K3', kind: 'deduction', title, points: 10, per: 2, shortcoming: { zh: '漏报' } },
        { id: 'duty', code: 'K4', kind: 'yes-no', title, conditional: true },
        {
          ...{ id: 'grid', code: 'K5', kind: 'matrix', title, cellMax: 2 },
          ...{ rows: ['r1', 'constructor'], columns: ['c1', 'c2'], cells: [{ zh: '无' }, { zh: '有' }, { zh: '用' }] },
        },
      ],
    }),
  ],
});

const answers: Record<string, Answer> = {
  own: scored(3, 'document'),
  less: scored(12.5, 'measurement'),
  faults: scored(3),
  duty: scored(false, 'audit'),
  grid: scored({ r1: { c1: 2 }, constructor: { c2: 1 } }),
};

function pageOf(
  assessment = buildAssessment(answers),
  language: Language = 'zh-CN',
  whole: Checklist = checklist,
): string {
  const [area] = whole.areas;
  assert.ok(area);
  const format = formatIn({
    language,
    t: words.translate(language),
    timeZone: 'Asia/Shanghai',
    now: () => new Date(0),
  });
  const open = buildOpen(assessment, whole);
  const page = areaPage({ open, area }, format);
  return render(`pages/${page.template}`, page.view, language);
}

test('every kind of item is shown and read back as it is stored', () => {
  const fields = readFormFields(readForm(pageOf()));
  for (const item of checklist.areas[0]?.items ?? [])
    assert.ok(sameTyped(readTypedAnswer(fields, item), typedOfAnswer(answers[item.id], item)), item.id);
});

test('every kind of item left unanswered reads back as unanswered, in both languages', () => {
  for (const language of ['zh-CN', 'en'] as const) {
    const fields = readFormFields(readForm(pageOf(buildAssessment(), language)));
    for (const item of checklist.areas[0]?.items ?? [])
      assert.ok(sameTyped(readTypedAnswer(fields, item), typedOfAnswer(undefined, item)), item.id);
  }
});

test('an item’s own scale decides its levels, its bottom line and how far evidence carries', () => {
  const html = pageOf();
  assert.deepEqual(
    [...html.matchAll(/name="own:choice" value="(-?\d+)"/g)].map(match => match[1]),
    ['1', '2', '3', '4'],
  );
  assert.match(html, /底线项：不低于 3 级/);
  assert.match(html, /自报 3 级，现有佐证支持到 2 级/);
});

test('a figure shows the band it reaches among the others', () => {
  const html = pageOf();
  assert.match(html, /is-chosen[^>]*><span class="level level-3"[^>]*>3<\/span>.*30 分钟及以下/s);
  assert.match(html, /没有达到以上各档/);
});

test('a count of shortcomings says what each costs', () => {
  assert.match(pageOf(), /漏报有几处.*满分 10 分，每处扣 2 分，扣完为止。/s);
});

test('a yes-no answer of “no” needs no support', () => {
  assert.match(pageOf(), /自报 否，现有佐证足以支持/);
});

test('a table names every cell for those who do not see it', () => {
  const html = pageOf();
  assert.match(html, /role="radiogroup" id="grid:cell:constructor:c2" aria-label="constructor：c2"/);
  assert.match(html, /value="2" checked aria-describedby="grid:meaning-2"/);
  assert.match(html, /<li id="grid:meaning-2"><span class="level level-5">2<\/span>用<\/li>/);
});
