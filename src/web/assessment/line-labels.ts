import type { FindingParams } from '#report/finding.ts';
import type { Report } from '#report/report.ts';
import type { Text } from '#shared/text.ts';
import type { Format } from '../format.ts';

type Line = { id: string; label: Text };

/** The names of groups of a lens, of the lines of a heatmap, or of the rows and columns of a table. */
export function lineLabels(
  ids: (string | undefined)[],
  { lens, item }: FindingParams,
  report: Report,
  format: Format,
): string {
  const lines = lens === undefined ? linesOfTable(item, report) : linesOfLens(lens, report);
  const names = ids.flatMap(id => (id === undefined ? [] : [lines.find(line => line.id === id)?.label ?? { zh: id }]));
  return format.list(names.map(label => format.text(label)));
}

function linesOfTable(item: string | undefined, { matrices }: Report): Line[] {
  const table = matrices.find(matrix => matrix.item.id === item);
  return table ? [...table.rows, ...table.columns] : [];
}

function linesOfLens(lens: string, { heatmaps, lenses }: Report): Line[] {
  const heatmap = heatmaps.find(({ id }) => id === lens);
  if (heatmap) return [...heatmap.rows, ...heatmap.columns];
  const groups = lenses.find(({ id }) => id === lens)?.groups ?? [];
  return groups.map(({ id, title }) => ({ id, label: title }));
}
