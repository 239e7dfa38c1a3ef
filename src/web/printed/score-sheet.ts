import type { AreaReport } from '#report/group-report.ts';
import type { ItemReport } from '#report/item-report.ts';
import type { PrintedBlock, PrintedCell } from '#report/printed-report.ts';
import type { Report } from '#report/report.ts';
import { isBelow } from '#scoring/tolerance.ts';
import { itemTitle } from '../assessment/item-names.ts';
import { departmentName } from '../checklist/item-words.ts';
import { evidenceWords } from '../evidence/evidence-line.ts';
import { hasLevels } from '../evidence/evidence-standing.ts';
import type { Format } from '../format.ts';
import { itemsPart } from '../report/report-items.ts';
import { percentWords } from '../report/report-level.ts';
import { answerText } from './answer-text.ts';
import { heading, paragraph, table, words } from './printed-blocks.ts';
import type { PartBuilder } from './printed-part.ts';
import { shortText } from './short-text.ts';

const noteShown = 200;
const recordsShown = 5;

/** 评分表: every item with its answer, both levels and the evidence that counts. An area without items has no heading in it. */
export const scoreSheetBuilder: PartBuilder = {
  id: 'score-sheet',
  build: ({ report, format }) => {
    const filled = report.areas.filter(({ items }) => items.length > 0);
    if (filled.length === 0) return [];
    return [...paragraph(itemsPart(report, format).lead), ...filled.flatMap(area => areaSheet(area, report, format))];
  },
};

function areaSheet({ area, items }: AreaReport, report: Report, format: Format): PrintedBlock[] {
  const title = `${area.code} ${format.text(area.title)}`;
  const caption = format.t('printed.sheet.of-area', { area: title });
  return [heading(title), ...itemTable({ caption, items, columns: allColumns }, { report, format })];
}

type SheetColumn = 'item' | 'lead' | 'answer' | 'claimed' | 'supported' | 'evidence';
type Given = { report: Report; format: Format };
const allColumns: SheetColumn[] = ['item', 'lead', 'answer', 'claimed', 'supported', 'evidence'];

/** Items with what the columns tell of them. */
export function itemTable(
  { caption, items, columns }: { caption: string; items: ItemReport[]; columns: SheetColumn[] },
  given: Given,
): PrintedBlock[] {
  return table({
    caption,
    columns: columns.map(column => words(given.format.t(titles[column]), shares[column])),
    rows: items.map(item => columns.map(column => cells[column](item, given))),
    isWide: true,
  });
}

const titles = {
  item: 'report.item',
  lead: 'printed.lead',
  answer: 'report.answer',
  claimed: 'report.claimed.short',
  supported: 'report.supported.short',
  evidence: 'report.evidence',
} satisfies Record<SheetColumn, string>;
const shares = { item: 2.6, lead: 1.5, answer: 3.7, claimed: 0.9, supported: 1, evidence: 4.3 };

const cells: Record<SheetColumn, (item: ItemReport, given: Given) => string | PrintedCell> = {
  item: (item, { format }) => itemTitle(item, format),
  lead: ({ item }, { report, format }) => departmentName(item.lead, report.wholeChecklist, format) || '—',
  answer: (item, { report, format }) => answerCell(item, report, format),
  claimed: (item, { format }) => levelText(item, item.fraction, item.claimedLevel, format),
  supported: (item, { format }) => supportedCell(item, format),
  evidence: (item, { format }) => evidenceText(item, format),
};

function answerCell(item: ItemReport, report: Report, format: Format): PrintedCell {
  const { answer, state } = item;
  const { t } = format;
  const note = answer?.note ?? '';
  const lines = [
    answer && state !== 'excluded-by-fact'
      ? answerText(answer, item.item, report, format)
      : t(`report.answer.${state}`),
    ...(note === '' ? [] : [t('printed.note', { note: shortText(note, noteShown, format) })]),
  ];
  const isOpen = state === 'unanswered' || state === 'unknown' || state === 'withheld';
  return { text: lines.join('\n'), ...(isOpen ? { mark: 'open' as const } : {}) };
}

/** "3 级", "90%" without levels and between two of them, or a dash where there is nothing to carry. */
export function levelText({ item }: ItemReport, fraction: number | null, level: number | null, format: Format): string {
  if (fraction === null) return '—';
  return hasLevels(item) && level !== null && Number.isInteger(level)
    ? format.t('report.level', { level: String(level) })
    : percentWords(fraction, format);
}

function supportedCell(item: ItemReport, format: Format): PrintedCell {
  const { fraction, supported, supportedLevel, effectiveWeight } = item;
  const text = levelText(item, supported, supportedLevel, format);
  return { text, ...(effectiveWeight > 0 && isBelow(supported ?? 0, fraction ?? 0) ? { mark: 'warn' as const } : {}) };
}

/** The records that count; of very many the first, and how many more there are. */
function evidenceText({ evidenceInForce, state }: ItemReport, format: Format): string {
  const isLeftOut = state === 'excluded-by-fact' || state === 'not-applicable' || state === 'not-our-mandate';
  if (isLeftOut || evidenceInForce.length === 0) return '—';
  const lines = evidenceInForce.slice(0, recordsShown).map(record => evidenceWords(record, format));
  const more = evidenceInForce.length - lines.length;
  return [...lines, ...(more > 0 ? [format.t('printed.evidence.more', { count: more })] : [])].join('\n');
}
