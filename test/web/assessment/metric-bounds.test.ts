import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkAnswer } from '#assessment/answer.ts';
import { answerErrors } from '#web/assessment/answer-errors.ts';
import { parseAnswerForm } from '#web/assessment/answer-form.ts';
import { areaPage } from '#web/assessment/area-page.ts';
import { typedOfAnswer } from '#web/assessment/typed-answer.ts';
import { formatIn } from '#web/format.ts';
import { openTemplates } from '#web/render-page.ts';
import { openWords } from '#web/words.ts';
import { buildAssessment } from '../../support/build-assessment.ts';
import { buildArea, buildChecklist } from '../../support/build-checklist.ts';
import { buildOpen } from '../../support/build-open.ts';

const words = openWords(key => assert.fail(`no word "${key}"`));
const format = formatIn({
  ...{ language: 'zh-CN', t: words.translate('zh-CN'), timeZone: 'Asia/Shanghai' },
  now: () => new Date(0),
});

function checklistWith(bounds: { min?: number; max?: number }) {
  return buildChecklist({
    areas: [
      buildArea('a', {
        items: [
          {
            ...{
              id: 'share',
              code: 'S',
              kind: 'metric',
              title: { zh: '率' },
              unit: '%',
              direction: 'higher-is-better',
            },
            ...{ bands: [{ at: 60, level: 3 }], ...bounds },
          },
        ],
      }),
    ],
  });
}

function errorFor(number: string, bounds: { min?: number; max?: number }): string | undefined {
  const checklist = checklistWith(bounds);
  const [item] = checklist.areas[0]?.items ?? [];
  assert.ok(item);
  const typed = { ...typedOfAnswer(undefined, item), number };
  const form = parseAnswerForm(typed, item, typed);
  assert.ok(form.kind === 'answer');
  const checked = checkAnswer(form.answer, item, checklist, 'listed');
  const [error] = answerErrors(checked.ok ? [] : checked.faults, { typed, item, checklist }, format);
  return error && `${error.field}: ${error.text}`;
}

test('a figure out of bounds is told with the bounds, what is no figure as before', () => {
  const share = { min: 0, max: 100 };
  assert.equal(errorFor('150', share), 'number: “150”超出范围，这里的数值：0 到 100 之间。');
  assert.equal(errorFor('１５０', share), 'number: “１５０”超出范围，这里的数值：0 到 100 之间。');
  assert.equal(errorFor('-1', { min: 0 }), 'number: “-1”超出范围，这里的数值：不小于 0。');
  assert.equal(errorFor('101', { max: 100 }), 'number: “101”超出范围，这里的数值：不大于 100。');
  assert.match(errorFor('92%', share) ?? '', /“92%”不是数/);
  assert.equal(errorFor('100', share), undefined);
});

test('the form says beside the field what is possible', () => {
  const render = openTemplates(words);
  for (const [bounds, hint] of [
    [{ min: 0, max: 100 }, /0 到 100 之间/],
    [{}, /^(?!.*之间)/s],
  ] as const) {
    const checklist = checklistWith(bounds);
    const open = buildOpen(buildAssessment(), checklist);
    const [area] = checklist.areas;
    assert.ok(area);
    const page = areaPage({ open, area }, format);
    assert.match(render(`pages/${page.template}`, page.view, 'zh-CN'), hint);
  }
});
