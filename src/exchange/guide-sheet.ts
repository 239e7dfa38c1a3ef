import type { Workbook } from '@cj-tech-master/excelts';
import type { Assessment } from '#assessment/assessment.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import { cellText } from '#shared/cell-text.ts';
import type { PackFor } from './pack-content.ts';
import { printable, protect, styleText, styleTitle } from './pack-style.ts';
import { rowHeight } from './row-height.ts';
import type { Wording } from './wording.ts';

type Guide = { assessment: Assessment; checklist: Checklist; packFor: PackFor; exportedAt: string; wording: Wording };

const steps = ['fill', 'answer', 'note', 'evidence', 'table', 'clear', 'structure', 'save', 'upload'] as const;

/** How to fill it in, how levels are read, and whom the pack is for. */
export async function addGuideSheet(workbook: Workbook, name: string, guide: Guide): Promise<void> {
  const { wording, checklist } = guide;
  const { t, text } = wording;
  const sheet = workbook.addWorksheet(name);
  sheet.getColumn(1).width = 18;
  sheet.getColumn(2).width = 96;
  let row = 1;
  const line = (label: string, value: string, style: 'bold' | 'plain' = 'plain') => {
    for (const [column, content] of [label, value].entries()) {
      const cell = sheet.getCell(row, column + 1);
      cell.value = cellText(content);
      styleText(cell, column === 0 ? 'bold' : style);
    }
    sheet.getRow(row).height = rowHeight([
      { text: label, width: 18 },
      { text: value, width: 96 },
    ]);
    row += 1;
  };
  const { city, period } = guide.assessment.setup;
  sheet.getCell(row, 1).value = cellText(t('pack.title', { city, period }));
  styleTitle(sheet.getCell(row, 1));
  sheet.mergeCells(row, 1, row, 2);
  sheet.getRow(row).height = 30;
  row += 1;
  line('', t('site.no-secrets'), 'bold');
  for (const [label, value] of factsOf(guide)) line(label, value);
  row += 1;
  line(t('pack.guide'), '');
  for (const [index, step] of steps.entries()) line(String(index + 1), t(`pack.guide.${step}`));
  row += 1;
  const rules = checklist.readingRules ?? [];
  if (rules.length > 0) line(t('area.rules'), '');
  for (const [index, rule] of rules.entries()) line(String(index + 1), text(rule));
  row += 1;
  for (const sign of ['filled', 'checked', 'day'] as const) line(t(`departments.sign.${sign}`), '');
  printable(sheet, { headRow: 1, header: t('pack.header', { secrets: t('site.no-secrets') }) });
  Object.assign(sheet.pageSetup, { paperSize: 9, orientation: 'portrait' });
  await protect(sheet);
}

function factsOf({ assessment, checklist, packFor, exportedAt, wording }: Guide): [string, string][] {
  const { t, text, day, minute } = wording;
  const { referenceDate, due } = assessment.setup;
  return [
    [t('departments.department'), departmentOf(packFor, checklist, wording)],
    [t('departments.fact.reference-date'), day(referenceDate)],
    [t('departments.fact.due'), due === undefined ? t('departments.fact.no-due') : day(due)],
    [t('pack.checklist'), t('pack.checklist.version', { title: text(checklist.title), version: checklist.version })],
    [t('pack.exported'), minute(exportedAt)],
  ];
}

function departmentOf(packFor: PackFor, { departments = [] }: Checklist, { t, text }: Wording): string {
  if (packFor === 'everybody') return t('pack.everybody');
  if (packFor === 'nobody') return t('departments.nobody');
  const known = departments.find(({ id }) => id === packFor.department);
  return known ? text(known.name) : packFor.department;
}
