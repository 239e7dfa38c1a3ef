import type { Workbook, Worksheet } from '@cj-tech-master/excelts';
import type { Answer } from '#assessment/answer.ts';
import { withheldReasonSchema } from '#assessment/answer.ts';
import type { Assessment } from '#assessment/assessment.ts';
import { findRecord } from '#assessment/record-answer.ts';
import type { Checklist, Item } from '#checklist/checklist-schema.ts';
import { cellText } from '#shared/cell-text.ts';
import { type AnswerOption, answerOptions, levelTexts } from './answer-options.ts';
import type { AddList } from './lists-sheet.ts';
import type { PackContent } from './pack-content.ts';
import { type AnswerColumn, answerColumns, cellCharacters, marks, rowKey } from './pack-format.ts';
import { printable, protect, styleArea, styleHead, styleInput, styleLocked, titleAndText } from './pack-style.ts';
import { rowHeight } from './row-height.ts';
import type { Wording } from './wording.ts';

export type SheetParts = {
  assessment: Assessment;
  checklist: Checklist;
  content: PackContent;
  /** Answers of the year before, where there is one. */
  last: ReadonlyMap<string, Answer>;
  wording: Wording;
  addList: AddList;
};

const widths: Record<AnswerColumn, number> = {
  ...{
    rev: 4,
    code: 7,
    item: 34,
    levels: 64,
    last: 20,
    answer: 34,
    value: 10,
    unit: 8,
    reason: 18,
    note: 34,
    guidance: 60,
  },
};
const headRow = 2;

/** A row an item, what was answered so far filled in. */
export async function addAnswersSheet(workbook: Workbook, name: string, parts: SheetParts): Promise<void> {
  const { t } = parts.wording;
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', xSplit: 4, ySplit: headRow }] });
  writeHead(sheet, parts);
  let row = headRow;
  for (const { area, items } of parts.content.areas) {
    row += 1;
    for (let column = 1; column <= answerColumns.length + 1; column++) styleArea(sheet.getCell(row, column));
    sheet.getCell(row, placeOf('code')).value = cellText(area.code);
    sheet.getCell(row, placeOf('item')).value = cellText(parts.wording.text(area.title));
    for (const item of items) {
      row += 1;
      writeItem(sheet, row, item, parts);
    }
  }
  printable(sheet, { headRow, header: t('pack.header', { secrets: t('site.no-secrets') }) });
  await protect(sheet);
}

function placeOf(column: AnswerColumn): number {
  return answerColumns.indexOf(column) + 2;
}

function writeHead(sheet: Worksheet, { wording: { t }, last }: SheetParts): void {
  sheet.getCell(1, 1).value = marks.answers;
  sheet.getRow(1).hidden = true;
  sheet.getColumn(1).hidden = true;
  for (const column of answerColumns) {
    sheet.getCell(1, placeOf(column)).value = column;
    sheet.getColumn(placeOf(column)).width = widths[column];
    const head = sheet.getCell(headRow, placeOf(column));
    if (column !== 'rev') head.value = t(`pack.column.${column}`);
    styleHead(head);
  }
  sheet.getColumn(placeOf('rev')).hidden = true;
  sheet.getColumn(placeOf('last')).hidden = last.size === 0;
}

function writeItem(sheet: Worksheet, row: number, item: Item, parts: SheetParts): void {
  const { assessment, wording, last } = parts;
  const { t, text } = wording;
  const record = findRecord(assessment, item.id);
  const answer = record?.answer ?? null;
  const options = answerOptions(item, parts.checklist, wording);
  const before = last.get(item.id);
  sheet.getCell(row, 1).value = rowKey(assessment.id, item.id);
  for (const column of answerColumns) styleLocked(sheet.getCell(row, placeOf(column)));
  sheet.getCell(row, placeOf('rev')).value = record?.rev ?? 0;
  const locked = {
    code: item.code,
    levels: levelsOf(item, parts),
    last: before ? optionText(before, options) : '',
    unit: unitOf(item, wording),
    guidance: item.guidance ? text(item.guidance) : '',
  };
  for (const column of ['code', 'levels', 'last', 'unit', 'guidance'] as const)
    sheet.getCell(row, placeOf(column)).value = cellText(locked[column]);
  const question = item.question ? text(item.question) : '';
  sheet.getCell(row, placeOf('item')).value = titleAndText(cellText(text(item.title)), cellText(question));
  writeAnswer(sheet, row, { item, answer, options }, parts);
  const note = answer?.note ?? '';
  sheet.getRow(row).height = rowHeight([
    { text: `${text(item.title)}\n${question}`, width: widths.item },
    { text: note.slice(0, cellCharacters), width: widths.note },
    ...(['levels', 'guidance'] as const).map(column => ({ text: locked[column], width: widths[column] })),
  ]);
  if (note.length <= cellCharacters) return input(sheet, row, 'note', note);
  sheet.getCell(row, placeOf('note')).value = t('pack.note.too-long', { count: note.length });
}

type Answered = { item: Item; answer: Answer | null; options: AnswerOption[] };

function writeAnswer(sheet: Worksheet, row: number, { item, answer, options }: Answered, parts: SheetParts): void {
  const { wording, addList } = parts;
  input(sheet, row, 'answer', answer ? optionText(answer, options) : '');
  sheet.getCell(row, placeOf('answer')).dataValidation = addList(
    options.map(option => option.text),
    'only-these',
  );
  input(sheet, row, 'reason', answer ? reasonText(answer, wording) : '');
  sheet.getCell(row, placeOf('reason')).dataValidation = addList(
    withheldReasonSchema.options.map(reason => wording.t(`assessment.withheld.${reason}`)),
    'suggested',
  );
  if (item.kind !== 'metric' && item.kind !== 'deduction') return;
  const cell = sheet.getCell(row, placeOf('value'));
  styleInput(cell, 'number');
  if (typeof answer?.value === 'number') cell.value = answer.value;
}

function input(sheet: Worksheet, row: number, column: AnswerColumn, text: string): void {
  const cell = sheet.getCell(row, placeOf(column));
  styleInput(cell, 'text');
  if (text !== '') cell.value = cellText(text);
}

function optionText({ answer, value }: Answer, options: AnswerOption[]): string {
  const found = options.find(
    option => option.answer === answer && (option.value === undefined || option.value === value),
  );
  return found?.text ?? '';
}

function reasonText({ answer, reason = '' }: Answer, { t }: Wording): string {
  const listed = answer === 'withheld' ? withheldReasonSchema.safeParse(reason) : undefined;
  return listed?.success ? t(`assessment.withheld.${listed.data}`) : reason;
}

function unitOf(item: Item, { t, text }: Wording): string {
  if (item.kind === 'metric') return text(item.unit);
  return item.kind === 'deduction' ? t('area.deduction.unit') : '';
}

/** Levels line by line; where a metric has no texts of its own, the figures from which each is reached. */
function levelsOf(item: Item, parts: SheetParts): string {
  const { t } = parts.wording;
  switch (item.kind) {
    case 'matrix':
      return t('pack.see-table', { code: item.code });
    case 'deduction':
      return t('area.deduction.hint', { points: item.points, per: item.per });
    case 'metric':
      return item.levels ? levelLines(item, parts) : bandLines(item, parts);
    case 'yes-no':
      return '';
    case 'maturity':
      return levelLines(item, parts);
  }
}

function levelLines(item: Item, { checklist, wording }: SheetParts): string {
  return levelTexts(item, checklist, wording)
    .map(level => level.text)
    .join('\n');
}

function bandLines(item: Extract<Item, { kind: 'metric' }>, { wording: { t, text } }: SheetParts): string {
  const from = item.direction === 'higher-is-better' ? 'area.band.from' : 'area.band.up-to';
  const amount = (value: number) => t('area.figure', { value, unit: text(item.unit) });
  return item.bands
    .toSorted((a, b) => a.level - b.level)
    .map(({ at, level }) => t('pack.band', { level, band: t(from, { amount: amount(at) }) }))
    .join('\n');
}
