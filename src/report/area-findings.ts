import { shownDifference } from '#scoring/rounding.ts';
import { type Finding, finding } from './finding.ts';
import type { AreaReport } from './group-report.ts';
import type { ReportFacts } from './report.ts';

/** The strongest and the weakest area, the one that is least certain, and those without a score. */
export function areaFindings({ areas }: ReportFacts): Finding[] {
  return [...endsOf(areas), ...widestOf(areas), ...undefinedOf(areas)];
}

function endsOf(areas: AreaReport[]): Finding[] {
  const scored = areas
    .flatMap(({ id, figures: { score } }) => (score === null ? [] : [{ id, score }]))
    .sort((a, b) => b.score - a.score);
  const best = scored[0];
  const weakest = scored.at(-1);
  return best && weakest && best.score > weakest.score
    ? [finding('areas.ends', { area: best.id, score: best.score, otherArea: weakest.id, otherScore: weakest.score })]
    : [];
}

function widestOf(areas: AreaReport[]): Finding[] {
  const [widest] = areas
    .flatMap(({ id, counts, figures: { score, low, high } }) =>
      score === null || low === null || high === null
        ? []
        : [{ area: id, low, high, gap: shownDifference(high, low), count: counts.open }],
    )
    .sort((a, b) => b.gap - a.gap);
  return widest && widest.gap > 0 ? [finding('areas.widest', widest)] : [];
}

function undefinedOf(areas: AreaReport[]): Finding[] {
  const ids = areas.filter(({ undefinedFor }) => undefinedFor !== null).map(({ id }) => id);
  if (ids.length === areas.length) return [finding('areas.none')];
  return ids.length > 0 ? [finding('areas.undefined', { areas: ids, count: ids.length })] : [];
}
