import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { itemsOf } from '#checklist/checklist-lookups.ts';
import type { Checklist, Item } from '#checklist/checklist-schema.ts';
import { buildReport } from '#report/report.ts';
import { loadBuiltInChecklists } from '#store/checklist-files.ts';
import { printedReports } from '#web/printed/printed-report.ts';
import { buildAssessment, scored } from '../../support/build-assessment.ts';
import { wordingIn } from '../../support/demo-report.ts';

const builtIn = await loadBuiltInChecklists(path.join(import.meta.dirname, '../../../checklists'));

/** Bottom lines short of evidence; of the others by turns shown in part, at the worst and shown in full. */
function answerOf(item: Item, { scale }: Checklist, index: number) {
  const best = { maturity: scale.max, metric: 100, deduction: 0, 'yes-no': true, matrix: 0 }[item.kind];
  const worst = { maturity: scale.min, metric: 0, deduction: 10, 'yes-no': false, matrix: 0 }[item.kind];
  if (item.bottomLine) return scored(best, 'statement');
  if (index % 3 === 1) return scored(worst);
  return scored(best, index % 3 === 0 ? 'document' : 'event');
}

function printedTexts(id: string): string[] {
  const checklist = builtIn.find(loaded => loaded.id === id);
  assert.ok(checklist);
  const answers = itemsOf(checklist).map((item, index) => [item.id, answerOf(item, checklist, index)]);
  const report = buildReport(
    buildAssessment(Object.fromEntries(answers), { profile: {}, policy: { bottomLineCap: true } }),
    checklist,
    '2026-11-18T06:40:00.000Z',
  );
  return printedReports(report, [wordingIn('zh-CN'), wordingIn('en')], { draw: () => undefined }).map(printed =>
    JSON.stringify(printed),
  );
}

/** Each place with what stands around it. */
function places(text: string, words: RegExp): string[] {
  return [...text.matchAll(words)].map(({ index }) => text.slice(Math.max(0, index - 30), index + 30));
}

test('what is printed of a checklist without levels speaks of none', () => {
  const [chinese = '', english = ''] = printedTexts('flood-season');
  assert.match(chinese, /佐证只到 20%/);
  assert.deepEqual(places(chinese, /\d(\.\d)? 级/g), []);
  assert.deepEqual(places(english, /\blevel \d/gi), []);
});

test('evidence, plans and figures are told without levels, for answers may be points or yes', () => {
  for (const [chinese = '', english = ''] of ['flood-season', 'street-quick-check'].map(printedTexts)) {
    assert.deepEqual(places(chinese, /等级不变|最低一级|折算等级/g), []);
    assert.deepEqual(places(english, /level stays|lowest level|into levels/gi), []);
    assert.match(chinese, /自报得分高于零的 \d+ 项/);
    assert.match(chinese, /填报不变，只补佐证/);
    assert.match(english, /worth by the bands or points in the table/);
  }
});

test('what is printed of a checklist with levels 0 to 3 names no level in between or above', () => {
  const [chinese = '', english = ''] = printedTexts('street-quick-check');
  assert.match(chinese, /佐证只到 20%，低于底线/);
  assert.deepEqual(places(chinese, /(\d\.\d|[4-9]) 级/g), []);
  assert.deepEqual(places(english, /\blevel (\d\.\d|[4-9])/gi), []);
});

test('what is printed of a checklist for a street does not call it a city', () => {
  const [chinese = '', english = ''] = printedTexts('street-quick-check');
  assert.deepEqual(places(chinese, /本市|韧性城市自评/g), []);
  assert.deepEqual(places(english, /\bthe city\b|resilient city self/gi), []);
});
