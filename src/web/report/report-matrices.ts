import type { Item } from '#checklist/checklist-schema.ts';
import { type MatrixReport, matrixStepOf, unfilledKey } from '#report/matrix-report.ts';
import type { Report } from '#report/report.ts';
import type { Format } from '../format.ts';
import type { PageCharts } from './report-charts.ts';

/** Matrix items as they were filled in. */
export function matricesPart({ matrices }: Report, charts: PageCharts, format: Format) {
  return matrices.map(matrix => ({
    id: `matrix-${matrix.item.id}`,
    title: titleOf(matrix.item, format),
    lead: leadOf(matrix, format),
    filled: matrix.filled > 0,
    isWide: matrix.columns.length > 8,
    columns: matrix.columns.map(({ label }) => format.text(label)),
    rows: matrix.rows.map(({ label, cells, filled }) => ({
      title: format.text(label),
      filled: format.t('charts.filled', { filled, total: matrix.columns.length }),
      cells: cells.map(value => cellOf(value, matrix, format)),
    })),
    key: matrix.meanings.map((meaning, value) => ({
      numeral: String(value),
      classes: `level-${matrixStepOf(value, matrix.cellMax)}`,
      words: format.text(meaning),
    })),
    unfilled: format.t(unfilledKey(matrix.movesScore)),
    about: matrix.movesScore ? null : format.t('charts.matrix.about'),
    files: charts.files(`matrix-${matrix.item.id}`),
  }));
}

/** Matrix items of the checklist that the scope leaves out, by name. */
export function matricesOutside({ wholeChecklist, checklist }: Report, format: Format): string | null {
  const inScope = new Set(checklist.areas.flatMap(({ items }) => items.map(({ id }) => id)));
  const names = wholeChecklist.areas
    .flatMap(({ items }) => items)
    .filter(({ kind, id }) => kind === 'matrix' && !inScope.has(id))
    .map(item => titleOf({ code: item.code, item }, format));
  return names.length === 0 ? null : format.t('charts.matrix.outside', { items: format.list(names) });
}

function titleOf({ code, item }: { code: string; item: Item }, { text }: Format): string {
  return `${code} ${text(item.title)}`;
}

function leadOf({ item, filled, total }: MatrixReport, { t }: Format): string {
  return item.state === 'scored'
    ? t('charts.matrix.lead', { count: filled, total })
    : t('charts.matrix.not-scored', { state: t(`report.answer.${item.state}`) });
}

function cellOf(value: number | null, { cellMax, meanings }: MatrixReport, { t, text }: Format) {
  if (value === null) return { classes: 'is-empty', figure: '—', words: t('charts.matrix.empty.short') };
  const meaning = meanings[value];
  return {
    classes: `level-${matrixStepOf(value, cellMax)}`,
    figure: String(value),
    words: meaning ? text(meaning) : '',
  };
}
