import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportSheets } from '#publish/workbook/report-workbook.ts';
import { buildReport } from '#report/report.ts';
import { exportLanguage } from '#web/report/report-texts.ts';
import { buildAssessment } from '../../support/build-assessment.ts';
import { buildChecklist } from '../../support/build-checklist.ts';
import { wordingIn } from '../../support/demo-report.ts';

test('a workbook in both languages says what one of them alone has to say, such as how many texts have no English', () => {
  const report = buildReport(
    buildAssessment(),
    buildChecklist({ title: { zh: '检查表' } }),
    '2026-11-18T06:40:00.000Z',
  );
  const languages = (['zh-CN', 'en'] as const).map(language => exportLanguage(report, wordingIn(language)));
  const linesOf = (chosen: typeof languages) =>
    reportSheets(report, chosen)[0]?.rows.map(({ cells }) => cells.map(cell => cell?.value)) ?? [];
  const [chinese, english] = languages.map(({ report: { facts } }) => facts);
  assert.equal(english?.length, (chinese?.length ?? 0) + 1);
  const { label, value } = english?.at(-1) ?? {};
  assert.equal(label, 'English texts');
  for (const chosen of [languages, languages.toReversed()]) assert.deepEqual(linesOf(chosen).at(-1), [label, value]);
  assert.ok(linesOf(languages).some(([first]) => first === `${chinese?.[0]?.label}\n${english?.[0]?.label}`));
});
