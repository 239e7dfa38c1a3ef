import { heatBandOf, heatBands } from '#report/heat-band.ts';
import type { HeatCell, HeatmapReport } from '#report/heatmap-report.ts';
import { type Cell, cellGrid } from './cell-grid.ts';
import type { Chart, ChartWording } from './chart.ts';
import { bandMark, type KeyMark, keyMarks } from './key-marks.ts';

/** A crossed lens: the claimed score of each pair with its range. */
export function heatmapChart({ title, columns, rows }: HeatmapReport, wording: ChartWording): Chart {
  const { t, text } = wording;
  return {
    ...cellGrid({
      columns: columns.map(({ label }) => text(label)),
      rows: rows.map(({ label, cells }) => ({
        ...{ label: text(label), end: '' },
        cells: cells.map(cell => cellOf(cell, wording)),
      })),
      cellHeight: 66,
    }),
    title: text(title),
    description: rows
      .flatMap(row => row.cells.map((cell, index) => cellWords(cell, [row.label, columns[index]?.label], wording)))
      .join(t('charts.separator')),
    key: bandKey(wording),
    remarks: [t('charts.heatmap.about')],
  };
}

function cellOf(cell: HeatCell, wording: ChartWording): Cell {
  const { score } = cell.figures;
  if (score === null) return { figure: '—', note: reasonWords(cell, wording), step: null, hatched: false };
  return { figure: wording.score(score), note: rangeWords(cell, wording), step: heatBandOf(score), hatched: true };
}

function reasonWords({ undefinedFor }: HeatCell, { t }: ChartWording): string {
  return t(`charts.undefined.${undefinedFor ?? 'open'}`);
}

/** Nothing where nothing is open. */
function rangeWords({ figures: { low, high } }: HeatCell, { t, score }: ChartWording): string {
  return low === high ? '' : t('report.range', { low: score(low), high: score(high) });
}

type Labels = [row: HeatmapReport['title'], column: HeatmapReport['title'] | undefined];

function cellWords(cell: HeatCell, [row, column]: Labels, wording: ChartWording): string {
  const { t, text, score } = wording;
  const title = t('charts.pair', { row: text(row), column: column ? text(column) : '' });
  const range = rangeWords(cell, wording);
  if (cell.figures.score === null) return t('charts.value', { title, value: reasonWords(cell, wording) });
  const value = score(cell.figures.score);
  return range === '' ? t('charts.value', { title, value }) : t('charts.value.range', { title, value, range });
}

function bandKey({ t }: ChartWording): KeyMark[] {
  const bands = heatBands.map(({ band, code, from, to }) => ({
    mark: bandMark(band),
    words: t(`charts.band.${code}`, { from, to }),
  }));
  return [...bands, { mark: keyMarks.empty, words: t('charts.band.none') }];
}
