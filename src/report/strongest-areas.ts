import type { AreaReport } from './group-report.ts';

/** The areas of which most can be shown; none where nothing can. */
export function strongestAreas(areas: readonly AreaReport[], atMost: number): AreaReport[] {
  return areas
    .filter(({ figures: { score, supported } }) => score !== null && supported !== null && supported > 0)
    .sort((a, b) => (b.figures.supported ?? 0) - (a.figures.supported ?? 0))
    .slice(0, atMost);
}
