import { heatBandOf, heatBands } from '#report/heat-band.ts';
import type { HeatCell, HeatmapReport } from '#report/heatmap-report.ts';
import type { Report } from '#report/report.ts';
import type { Format } from '../format.ts';
import { rangeWords } from './report-bar.ts';
import type { PageCharts } from './report-charts.ts';

/** Crossed lenses as tables of coloured cells. */
export function heatmapsPart({ heatmaps }: Report, charts: PageCharts, format: Format) {
  return heatmaps.map(heatmap => ({
    id: `heatmap-${heatmap.id}`,
    title: format.text(heatmap.title),
    covered: cellsOf(heatmap).some(({ cell }) => cell.counts.total > 0),
    lead: leadOf(heatmap, format),
    isWide: heatmap.columns.length > 8,
    columns: heatmap.columns.map(({ label }) => format.text(label)),
    rows: heatmap.rows.map(({ label, cells }) => ({
      title: format.text(label),
      cells: cells.map(cell => cellOf(cell, format)),
    })),
    files: charts.files(`heatmap-${heatmap.id}`),
  }));
}

/** The five bands in words, lowest first. */
export function bandKey({ t }: Format) {
  return heatBands.map(({ band, code, from, to }) => ({
    classes: `heat-${band}`,
    words: t(`charts.band.${code}`, { from, to }),
  }));
}

function cellsOf({ rows, columns }: HeatmapReport) {
  return rows.flatMap(row =>
    row.cells.flatMap((cell, index) => {
      const column = columns[index];
      return column ? [{ cell, row: row.label, column: column.label }] : [];
    }),
  );
}

function cellOf(cell: HeatCell, format: Format) {
  const { score, low, high } = cell.figures;
  if (score === null)
    return { classes: 'is-empty', figure: '—', note: format.t(`charts.undefined.${cell.undefinedFor ?? 'open'}`) };
  const note = low === high ? countWords(cell, format) : rangeWords(cell.figures, format);
  return { classes: `heat-${heatBandOf(score)}`, figure: format.score(score), note };
}

function countWords({ counts }: HeatCell, { t }: Format): string {
  return t('report.items.count', { count: counts.scored });
}

/** Where it is lowest, and how many cells have no score. */
function leadOf(heatmap: HeatmapReport, { t, text, score, list }: Format): string {
  const cells = cellsOf(heatmap);
  const scores = cells.flatMap(({ cell }) => (cell.figures.score === null ? [] : [cell.figures.score]));
  const missing = cells.length - scores.length;
  const lowest = Math.min(...scores);
  const names = cells
    .filter(({ cell }) => cell.figures.score === lowest)
    .map(({ row, column }) => t('charts.pair', { row: text(row), column: text(column) }));
  return [
    ...(lowest < Math.max(...scores) && names.length < 4
      ? [t('charts.heatmap.lowest', { cells: list(names), score: score(lowest) })]
      : []),
    ...(missing > 0 ? [t('charts.heatmap.missing', { count: missing })] : []),
  ].join(t('report.sentence-separator'));
}
