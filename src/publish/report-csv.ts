import type { AnswerValue } from '#assessment/answer.ts';
import type { Evidence } from '#assessment/evidence.ts';
import type { Item } from '#checklist/checklist-schema.ts';
import type { ItemReport } from '#report/item-report.ts';
import type { Report } from '#report/report.ts';
import { roundScore } from '#scoring/rounding.ts';
import { inLanguage, type Language } from '#shared/text.ts';
import { type Cell, tableCsv } from './table-csv.ts';

/** What a file needs in its language; `minute` gives an ISO time as local day and clock. */
export type Wording = {
  language: Language;
  t: (key: string, params?: Record<string, string | number>) => string;
  minute: (isoTime: string) => string;
};

type Column = { key: string; cell: (item: ItemReport, context: { report: Report; wording: Wording }) => Cell };

/** One row an item. */
export function reportCsv(report: Report, wording: Wording): string {
  const heading = columns.map(({ key }) => wording.t(`report.csv.${key}`));
  const rows = report.items.map(item => columns.map(({ cell }) => cell(item, { report, wording })));
  return tableCsv([heading, ...rows]);
}

const columns: Column[] = [
  { key: 'area-code', cell: (item, { report }) => areaOf(item, report)?.code ?? null },
  { key: 'area', cell: (item, { report, wording }) => text(areaOf(item, report)?.title, wording) },
  { key: 'code', cell: ({ code }) => code },
  { key: 'item', cell: ({ item }, { wording }) => text(item.title, wording) },
  { key: 'id', cell: ({ id }) => id },
  { key: 'bottom-line', cell: ({ item }, { wording: { t } }) => (item.bottomLine ? t('report.csv.yes') : null) },
  { key: 'state', cell: ({ state }, { wording: { t } }) => t(`report.answer.${state}`) },
  { key: 'value', cell: ({ answer }, { wording }) => valueCell(answer?.value, wording) },
  { key: 'unit', cell: ({ item }, { wording }) => (item.kind === 'metric' ? text(item.unit, wording) : null) },
  { key: 'claimed-level', cell: ({ claimedLevel }) => claimedLevel },
  { key: 'supported-level', cell: ({ supportedLevel }) => supportedLevel },
  { key: 'claimed', cell: ({ fraction }) => percent(fraction) },
  { key: 'supported', cell: ({ supported }) => percent(supported) },
  { key: 'weight', cell: ({ effectiveWeight }) => Number((100 * effectiveWeight).toFixed(4)) },
  { key: 'reason', cell: ({ answer }, { wording }) => reasonCell(answer, wording) },
  { key: 'note', cell: ({ answer }) => answer?.note ?? null },
  { key: 'evidence', cell: ({ evidenceInForce }, { wording }) => evidenceCell(evidenceInForce, wording) },
  { key: 'evidence-lapsed', cell: ({ evidenceNotInForce }, { wording }) => evidenceCell(evidenceNotInForce, wording) },
  { key: 'at', cell: ({ id }, { report, wording }) => timeCell(report.assessment.answers[id]?.at, wording) },
];

function timeCell(at: string | undefined, { minute }: Wording): string | null {
  return at === undefined ? null : minute(at);
}

function areaOf({ area }: ItemReport, report: Report) {
  return report.checklist.areas.find(({ id }) => id === area);
}

function text(value: Item['title'] | undefined, { language }: Wording): string | null {
  return value ? inLanguage(value, language) : null;
}

function percent(fraction: number | null): number | null {
  return roundScore(fraction === null ? null : 100 * fraction);
}

/** Cells of a matrix as `row/column: value`. */
function valueCell(value: AnswerValue | undefined, { t }: Wording): Cell {
  if (value === undefined || typeof value === 'number') return value ?? null;
  if (typeof value === 'boolean') return t(value ? 'report.csv.yes' : 'report.csv.no');
  return Object.entries(value)
    .flatMap(([row, cells]) => Object.entries(cells).map(([column, cell]) => `${row}/${column}: ${cell}`))
    .join(t('report.csv.evidence-separator'));
}

function reasonCell(answer: ItemReport['answer'], { t }: Wording): string | null {
  if (answer?.reason === undefined) return null;
  return answer.answer === 'withheld' ? t(`assessment.withheld.${answer.reason}`) : answer.reason;
}

function evidenceCell(evidence: Evidence[], { t }: Wording): string | null {
  const lines = evidence.map(({ kind, title, number, date, validUntil, keptAt, link }) => {
    const period = validUntil === undefined ? date : `${date ?? ''}/${validUntil}`;
    const details = [number, period, keptAt, link].filter(detail => detail !== undefined).join(', ');
    const words = { kind: t(`assessment.evidence.${kind}`), title };
    return details === '' ? t('report.evidence.line', words) : t('report.evidence.line.details', { ...words, details });
  });
  return lines.length === 0 ? null : lines.join(t('report.csv.evidence-separator'));
}
