import type { DiscussedItem } from './discussion-report.ts';
import type { AreaReport } from './group-report.ts';
import type { Report } from './report.ts';

/** Beyond these a picture is no longer read and takes seconds to draw; the tables show everything. */
const limits = { bars: 100, cells: 1_500, discussed: 60 };
/** Fewer corners are no shape, more are a circle. */
export const radarCorners = { least: 3, most: 24 };

/** The charts that this report has something to show for. */
export function chartNames(report: Report): string[] {
  const { areas, lenses, heatmaps, matrices, supportGrid, discussions, comparison } = report;
  return [
    ...(areas.length <= limits.bars ? ['areas'] : []),
    ...(canBeRadar(areas) ? ['radar'] : []),
    ...(supportGrid.length > 0 ? ['claimed-supported'] : []),
    ...(comparison ? ['trend'] : []),
    ...lenses.filter(({ groups }) => groups.some(({ counts }) => counts.total > 0)).map(({ id }) => `lens-${id}`),
    ...heatmaps
      .filter(({ rows, columns }) => rows.length * columns.length <= limits.cells)
      .filter(({ rows }) => rows.some(({ cells }) => cells.some(({ counts }) => counts.total > 0)))
      .map(({ id }) => `heatmap-${id}`),
    ...matrices
      .filter(({ filled, total }) => filled > 0 && total <= limits.cells)
      .map(({ item }) => `matrix-${item.id}`),
    ...discussions.filter(({ items }) => canBeDrawn(items)).map(({ id }) => `discussion-${id}`),
  ];
}

/** The areas that a radar can show: those with a score. */
export function scoredAreas(areas: AreaReport[]): AreaReport[] {
  return areas.filter(({ figures }) => figures.score !== null);
}

/** Some vote can be shown, and not too many to be read. */
function canBeDrawn(items: DiscussedItem[]): boolean {
  const voted = items.filter(({ rounds }) => rounds.length > 0).length;
  return voted <= limits.discussed && items.some(({ rounds }) => rounds.some(({ counts }) => counts));
}

function canBeRadar(areas: AreaReport[]): boolean {
  const corners = scoredAreas(areas).length;
  return corners >= radarCorners.least && corners <= radarCorners.most;
}
