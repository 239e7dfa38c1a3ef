import type { Workbook, Worksheet } from '@cj-tech-master/excelts';
import type { Evidence } from '#assessment/evidence.ts';
import { otherRecords } from '#assessment/evidence-of-items.ts';
import { findAnswer } from '#assessment/record-answer.ts';
import { findItem } from '#checklist/checklist-lookups.ts';
import { evidenceKindSchema, type Item } from '#checklist/checklist-schema.ts';
import { cellText } from '#shared/cell-text.ts';
import type { SheetParts } from './answers-sheet.ts';
import { type EvidenceColumn, evidenceColumns, marks, rowKey } from './pack-format.ts';
import { printable, protect, styleHead, styleInput, styleLocked } from './pack-style.ts';
import { rowHeight } from './row-height.ts';

const widths: Record<EvidenceColumn, number> = {
  ...{
    record: 4,
    code: 7,
    item: 26,
    kind: 13,
    title: 40,
    number: 22,
    date: 12,
    validUntil: 12,
    keptAt: 24,
    link: 24,
    hint: 60,
  },
};
const headRow = 2;
/** As many empty rows for every item, besides those that are taken. */
const emptyRows = 3;

/** A row a record: those that are there, then empty ones. A record that other items use as well is shown and not changed here. */
export async function addEvidenceSheet(workbook: Workbook, name: string, parts: SheetParts): Promise<void> {
  const { t } = parts.wording;
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', xSplit: 4, ySplit: headRow }] });
  writeHead(sheet, t);
  let row = headRow;
  for (const item of parts.content.areas.flatMap(({ items }) => items)) {
    const rows = recordsOf(item, parts);
    for (const [index, record] of rows.entries()) {
      row += 1;
      writeRecord(sheet, row, { item, record, hint: hintOf(item, { index, of: rows.length }, parts) }, parts);
    }
  }
  printable(sheet, { headRow, header: t('pack.header', { secrets: t('site.no-secrets') }) });
  await protect(sheet);
}

function placeOf(column: EvidenceColumn): number {
  return evidenceColumns.indexOf(column) + 2;
}

function writeHead(sheet: Worksheet, t: SheetParts['wording']['t']): void {
  sheet.getCell(1, 1).value = marks.evidence;
  sheet.getRow(1).hidden = true;
  sheet.getColumn(1).hidden = true;
  for (const column of evidenceColumns) {
    sheet.getCell(1, placeOf(column)).value = column;
    sheet.getColumn(placeOf(column)).width = widths[column];
    const head = sheet.getCell(headRow, placeOf(column));
    if (column !== 'record') head.value = t(`pack.evidence.${column}`);
    styleHead(head);
  }
  sheet.getColumn(placeOf('record')).hidden = true;
}

/** Records of older data without an id cannot be found again, so they are not shown. */
function recordsOf(item: Item, { assessment }: SheetParts): (Evidence | undefined)[] {
  const known = (findAnswer(assessment, item.id)?.evidence ?? []).filter(({ id }) => id !== undefined);
  return [...known, ...Array.from({ length: emptyRows }, () => undefined)];
}

type Shown = { item: Item; record: Evidence | undefined; hint: string };

function writeRecord(sheet: Worksheet, row: number, { item, record, hint }: Shown, parts: SheetParts): void {
  const { assessment, wording, addList } = parts;
  const { t } = wording;
  const usedBy = record?.id === undefined ? [] : otherRecords(record.id, { assessment, itemId: item.id });
  sheet.getCell(row, 1).value = rowKey(assessment.id, item.id);
  for (const column of evidenceColumns) styleLocked(sheet.getCell(row, placeOf(column)));
  sheet.getCell(row, placeOf('code')).value = cellText(item.code);
  sheet.getCell(row, placeOf('item')).value = cellText(wording.text(item.title));
  const shownHint = usedBy.length > 0 ? sharedHint(usedBy, parts) : hint;
  sheet.getCell(row, placeOf('hint')).value = cellText(shownHint);
  sheet.getRow(row).height = rowHeight([
    { text: wording.text(item.title), width: widths.item },
    { text: shownHint, width: widths.hint },
    ...(['title', 'number', 'keptAt', 'link'] as const).map(column => ({
      text: record?.[column] ?? '',
      width: widths[column],
    })),
  ]);
  if (record?.id !== undefined) sheet.getCell(row, placeOf('record')).value = record.id;
  if (usedBy.length === 0) openCells(sheet, row);
  const kinds = evidenceKindSchema.options.map(kind => t(`assessment.evidence.${kind}`));
  sheet.getCell(row, placeOf('kind')).dataValidation = addList(kinds, 'only-these');
  if (!record) return;
  sheet.getCell(row, placeOf('kind')).value = t(`assessment.evidence.${record.kind}`);
  for (const column of ['title', 'number', 'keptAt', 'link'] as const)
    if (record[column] !== undefined) sheet.getCell(row, placeOf(column)).value = cellText(record[column]);
  for (const column of ['date', 'validUntil'] as const)
    if (record[column] !== undefined) sheet.getCell(row, placeOf(column)).value = dateOf(record[column]);
}

/** A spreadsheet cannot count days before 1900-03-01 right; an old record is written as text. */
function dateOf(day: string): Date | string {
  return day < '1900-03-01' ? day : new Date(`${day}T00:00:00.000Z`);
}

function openCells(sheet: Worksheet, row: number): void {
  for (const column of ['kind', 'title', 'number', 'keptAt', 'link'] as const)
    styleInput(sheet.getCell(row, placeOf(column)), 'text');
  for (const column of ['date', 'validUntil'] as const) styleInput(sheet.getCell(row, placeOf(column)), 'date');
}

function sharedHint(usedBy: { item: string }[], { checklist, wording }: SheetParts): string {
  const codes = usedBy.map(({ item }) => findItem(checklist, item)?.code ?? item);
  return wording.t('pack.evidence.shared', { items: wording.list(codes) });
}

/** What will do is spread over the rows of the item. */
function hintOf(
  item: Item,
  { index, of }: { index: number; of: number },
  { wording: { t, text } }: SheetParts,
): string {
  const examples = item.evidence ?? [];
  const each = Math.ceil(examples.length / of);
  return examples
    .slice(index * each, (index + 1) * each)
    .map(({ kind, example }) =>
      t('area.evidence.example', { kind: t(`assessment.evidence.${kind}`), example: text(example) }),
    )
    .join('\n');
}
