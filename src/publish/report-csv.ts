import type { AnswerValue } from '#assessment/answer.ts';
import type { Evidence } from '#assessment/evidence.ts';
import type { Item } from '#checklist/checklist-schema.ts';
import { latestDiscussions } from '#report/discussion-report.ts';
import type { ItemReport } from '#report/item-report.ts';
import type { Report } from '#report/report.ts';
import { roundScore } from '#scoring/rounding.ts';
import { inLanguage, type Language } from '#shared/text.ts';
import type { Relation } from '#workshop/compare-opinion.ts';
import type { OpinionValue } from '#workshop/opinion.ts';
import type { RoundResults } from '#workshop/round-results.ts';
import { type Cell, tableCsv } from './table-csv.ts';

/** What a file needs in its language; `minute` gives an ISO time as local day and clock. */
export type Wording = {
  language: Language;
  t: (key: string, params?: Record<string, string | number>) => string;
  minute: (isoTime: string) => string;
};

type Column = { key: string; cell: (item: ItemReport, context: { report: Report; wording: Wording }) => Cell };

/**
 * One row an item; what workshops recorded follows where there was one, the latest of each item. In English, which cells
 * of a row stand in Chinese because the checklist has no English for them, where there are any.
 */
export function reportCsv(report: Report, wording: Wording): string {
  const opinions = report.discussions.length > 0 ? opinionColumns(report) : [];
  const isUntranslated = report.items.some(item => untranslatedKeys(item, report, wording).length > 0);
  const all = [...columns, ...opinions, ...(isUntranslated ? [untranslatedColumn] : [])];
  const heading = all.map(({ key }) => wording.t(key));
  const rows = report.items.map(item => all.map(({ cell }) => cell(item, { report, wording })));
  return tableCsv([heading, ...rows]);
}

const columns: Column[] = [
  { key: 'report.csv.area-code', cell: (item, { report }) => areaOf(item, report)?.code ?? null },
  { key: 'report.csv.area', cell: (item, { report, wording }) => text(areaOf(item, report)?.title, wording) },
  { key: 'report.csv.code', cell: ({ code }) => code },
  { key: 'report.csv.item', cell: ({ item }, { wording }) => text(item.title, wording) },
  { key: 'report.csv.id', cell: ({ id }) => id },
  {
    key: 'report.csv.bottom-line',
    cell: ({ item }, { wording: { t } }) => (item.bottomLine ? t('report.csv.yes') : null),
  },
  { key: 'report.csv.state', cell: ({ state }, { wording: { t } }) => t(`report.answer.${state}`) },
  { key: 'report.csv.value', cell: ({ answer }, { wording }) => valueCell(answer?.value, wording) },
  {
    key: 'report.csv.unit',
    cell: ({ item }, { wording }) => (item.kind === 'metric' ? text(item.unit, wording) : null),
  },
  { key: 'report.csv.claimed-level', cell: ({ claimedLevel }) => claimedLevel },
  { key: 'report.csv.supported-level', cell: ({ supportedLevel }) => supportedLevel },
  { key: 'report.csv.claimed', cell: ({ fraction }) => percent(fraction) },
  { key: 'report.csv.supported', cell: ({ supported }) => percent(supported) },
  { key: 'report.csv.weight', cell: ({ effectiveWeight }) => Number((100 * effectiveWeight).toFixed(4)) },
  { key: 'report.csv.reason', cell: ({ answer }, { wording }) => reasonCell(answer, wording) },
  { key: 'report.csv.note', cell: ({ answer }) => answer?.note ?? null },
  { key: 'report.csv.evidence', cell: ({ evidenceInForce }, { wording }) => evidenceCell(evidenceInForce, wording) },
  {
    key: 'report.csv.evidence-lapsed',
    cell: ({ evidenceNotInForce }, { wording }) => evidenceCell(evidenceNotInForce, wording),
  },
  { key: 'report.csv.at', cell: ({ id }, { report, wording }) => timeCell(report.assessment.answers[id]?.at, wording) },
  // The same in every row of an area, and in every row: who has only this file has the scores too.
  { key: 'report.csv.area-claimed', cell: (item, { report }) => figuresOfArea(item, report)?.score ?? null },
  { key: 'report.csv.area-supported', cell: (item, { report }) => figuresOfArea(item, report)?.supported ?? null },
  { key: 'report.csv.overall-claimed', cell: (_item, { report }) => report.overall.score },
  { key: 'report.csv.overall-supported', cell: (_item, { report }) => report.overall.supported },
];

const untranslatedColumn: Column = {
  key: 'untranslated.csv',
  cell: (item, { report, wording }) => {
    const names = untranslatedKeys(item, report, wording).map(key => wording.t(key));
    return names.length > 0 ? names.join(wording.t('report.csv.evidence-separator')) : null;
  },
};

/** Of the columns whose text stands in Chinese though English was asked for. */
function untranslatedKeys({ item, area }: ItemReport, report: Report, { language }: Wording): string[] {
  if (language !== 'en') return [];
  const texts = {
    'report.csv.area': report.checklist.areas.find(({ id }) => id === area)?.title,
    'report.csv.item': item.title,
    'report.csv.unit': item.kind === 'metric' ? item.unit : undefined,
  };
  return Object.entries(texts).flatMap(([key, value]) => (value && value.en === undefined ? [key] : []));
}

function opinionColumns({ discussions }: Report): Column[] {
  const latest = new Map(latestDiscussions(discussions).map(discussed => [discussed.item, discussed.opinion]));
  const opinionOf = ({ id }: ItemReport) => latest.get(id) ?? null;
  return [
    { key: 'opinions.csv.opinion', cell: (item, { wording }) => opinionCell(opinionOf(item)?.value, wording) },
    {
      key: 'opinions.csv.verdict',
      cell: (item, { wording }) => verdictCell(opinionOf(item)?.provenance.verdict, wording),
    },
    { key: 'opinions.csv.n', cell: item => opinionOf(item)?.provenance.n ?? null },
    { key: 'opinions.csv.median', cell: item => opinionOf(item)?.provenance.median ?? null },
    {
      key: 'opinions.csv.relation',
      cell: (item, { wording }) => relationCell(opinionOf(item)?.relation, wording),
    },
  ];
}

function opinionCell(value: OpinionValue | undefined, wording: Wording): Cell {
  return value === 'unknown' ? wording.t('report.answer.unknown') : valueCell(value, wording);
}

function verdictCell(verdict: RoundResults['verdict'] | null | undefined, { t }: Wording): string | null {
  return verdict ? t(`opinions.verdict.${verdict}`) : null;
}

function relationCell(relation: Relation | undefined, { t }: Wording): string | null {
  return relation ? t(`opinions.relation.${relation}`) : null;
}

function timeCell(at: string | undefined, { minute }: Wording): string | null {
  return at === undefined ? null : minute(at);
}

function areaOf({ area }: ItemReport, report: Report) {
  return report.checklist.areas.find(({ id }) => id === area);
}

function figuresOfArea({ area }: ItemReport, report: Report) {
  return report.areas.find(({ id }) => id === area)?.figures;
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
