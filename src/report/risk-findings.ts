import { type Finding, finding } from './finding.ts';
import type { LensGroupReport } from './group-report.ts';
import type { HeatmapReport } from './heatmap-report.ts';
import type { ReportFacts } from './report.ts';
import { weakestItems } from './weakest-items.ts';

/** Hazard by hazard the weakest step, step by step the weakest hazard, and how the groups of the checklist's first lens stand. */
export function riskFindings({ heatmaps, lenses }: ReportFacts): Finding[] {
  return [
    ...heatmaps.flatMap(heatmap => [...rowFindings(heatmap), ...columnFindings(heatmap)]),
    ...lenses.slice(0, 1).flatMap(({ id, groups }) => groups.map(group => groupFinding(id, group))),
  ];
}

type Cell = { id: string; score: number };
type Ends = { weakest: string[]; low: number; high: number };

function rowFindings({ id: lens, rows, columns }: HeatmapReport): Finding[] {
  return rows.flatMap(({ id: row, cells }) => {
    const scored = scoredCells(cells.map(({ column, figures }) => ({ id: column, score: figures.score })));
    const ends = endsOf(scored);
    if (!ends) return [finding('risk.row-none', { lens, row, total: columns.length })];
    const missing = cells.filter(({ figures }) => figures.score === null).map(({ column }) => column);
    return [
      rowFinding({ lens, row, total: columns.length }, scored, ends),
      ...(missing.length > 0 ? [finding('risk.row-missing', { lens, row, columns: missing })] : []),
    ];
  });
}

function rowFinding(at: { lens: string; row: string; total: number }, scored: Cell[], { weakest, low, high }: Ends) {
  if (low < high) return finding('risk.row', { ...at, columns: weakest, score: low, otherScore: high });
  const even = { ...at, columns: scored.map(({ id }) => id), score: low };
  return finding(scored.length === 1 ? 'risk.row-single' : 'risk.row-even', even);
}

/** Steps in which fewer than two hazards have a score have no weakest one. */
function columnFindings({ id: lens, rows, columns }: HeatmapReport): Finding[] {
  return columns.flatMap(({ id: column }, index) => {
    const scored = scoredCells(rows.map(({ id, cells }) => ({ id, score: cells[index]?.figures.score ?? null })));
    const ends = endsOf(scored);
    if (!ends || scored.length < 2) return [];
    const params = { lens, columns: [column], score: ends.low, count: scored.length, total: rows.length };
    return ends.low < ends.high
      ? [finding('risk.column', { ...params, rows: ends.weakest, otherScore: ends.high })]
      : [finding('risk.column-even', params)];
  });
}

function scoredCells(cells: { id: string; score: number | null }[]): Cell[] {
  return cells.flatMap(({ id, score }) => (score === null ? [] : [{ id, score }]));
}

function endsOf(cells: Cell[]): Ends | undefined {
  if (cells.length === 0) return undefined;
  const scores = cells.map(({ score }) => score);
  const low = Math.min(...scores);
  return { weakest: cells.filter(({ score }) => score === low).map(({ id }) => id), low, high: Math.max(...scores) };
}

const namedAtMost = 3;

function groupFinding(lens: string, { id: group, figures, counts, items, areasOutside }: LensGroupReport): Finding {
  const { score, supported } = figures;
  if (counts.total === 0) return finding('risk.group-outside', { lens, group, count: areasOutside.length });
  const params = { lens, group, count: counts.scored, open: counts.open };
  if (score === null || supported === null) return finding('risk.group-none', params);
  const named = weakestItems(items, namedAtMost).map(item => item.id);
  return named.length === 0
    ? finding('risk.group-full', { ...params, score, supported })
    : finding('risk.group', { ...params, score, supported, named });
}
