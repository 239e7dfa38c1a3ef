import type { Checklist } from '#checklist/checklist-schema.ts';
import { bandReached, whyNoGrade } from '#scoring/grade.ts';
import { roundScore, shownDifference } from '#scoring/rounding.ts';
import { type Finding, type FindingParams, finding } from './finding.ts';
import type { AreaReport } from './group-report.ts';
import type { ReportFacts } from './report.ts';

/** Why the grade is what it is, or why there is none. */
export function gradeFindings(facts: ReportFacts): Finding[] {
  const missing = noGradeReason(facts);
  return [
    ...(missing ? [missing] : reasonsOfGrade(facts)),
    ...failedBottomLines(facts),
    ...supportedGrade(facts),
    ...gapToSupported(facts),
  ];
}

/** The first thing that stands in the way of a grade. */
export function noGradeReason({ checklist, result, overall, counts }: ReportFacts): Finding | null {
  const { minimumCoverage, maximumExcluded } = checklist;
  switch (whyNoGrade(checklist, result.claimed.overall, result.excludedShare)) {
    case null:
      return null;
    case 'nothing-weighed':
      return finding('grade.nothing-counts');
    case 'coverage-too-low': {
      const shares = { coverage: overall.coverage ?? 0, minimum: inPercent(minimumCoverage) };
      return finding('grade.coverage-low', { ...shares, count: counts.open });
    }
    case 'too-much-excluded': {
      const shares = { excluded: inPercent(result.excludedShare), maximum: inPercent(maximumExcluded) };
      const count = counts['not-applicable'] + counts['not-our-mandate'];
      return finding('grade.excluded-too-much', { ...shares, count });
    }
  }
}

function reasonsOfGrade({ checklist, overall, counts }: ReportFacts): Finding[] {
  const { low, high, coverage } = overall;
  const band = bandOf(checklist, low);
  if (low === null || high === null || coverage === null || !band) return [];
  const best = bandOf(checklist, high);
  const { open } = counts;
  return [
    bandReason(checklist, band, low),
    open === 0
      ? finding('grade.coverage-full')
      : finding('grade.coverage', { coverage, minimum: inPercent(checklist.minimumCoverage), count: open }),
    ...(best && best.from > band.from
      ? [finding('grade.open-could-raise', { high, otherGrade: best.id, count: open })]
      : []),
  ];
}

/** The lowest grade is not reached but left over. */
function bandReason({ grades }: Checklist, band: Checklist['grades'][number], low: number): Finding {
  const above = grades.at(-2);
  return above && band === grades.at(-1)
    ? finding('grade.lowest', { grade: band.id, otherGrade: above.id, from: above.from, low })
    : finding('grade.reached', { grade: band.id, from: band.from, low });
}

/** Reported with or without a cap, and with or without a grade. */
function failedBottomLines({ checklist, result }: ReportFacts): Finding[] {
  const cap = checklist.bottomLine?.cap;
  const { breached, unverified } = result.claimed;
  const params = (items: string[]): FindingParams => ({
    ...{ items, count: items.length },
    ...(cap === undefined ? {} : { cap }),
  });
  return [
    ...(breached.length > 0 ? [finding(cap ? 'grade.breach-caps' : 'grade.breach-noted', params(breached))] : []),
    ...(unverified.length > 0
      ? [finding(cap ? 'grade.unverified-caps' : 'grade.unverified-noted', params(unverified))]
      : []),
  ];
}

function supportedGrade({ result, overall, undefinedFor }: ReportFacts): Finding[] {
  const { grade, gradeBeforeCap, unsupported } = result.supported;
  const { supported } = overall;
  if (supported === null || undefinedFor === 'open') return [];
  if (grade === null || gradeBeforeCap === null) return [finding('grade.supported-none', { supported })];
  if (grade === gradeBeforeCap) return [finding('grade.supported', { supported, grade })];
  return [
    finding('grade.supported-capped', { supported, grade, otherGrade: gradeBeforeCap, count: unsupported.length }),
  ];
}

/** How far the claimed score is above what can be shown; open items are part of that, because they show nothing. */
function gapToSupported({ overall, areas }: ReportFacts): Finding[] {
  const { score, low, supported } = overall;
  if (score === null || low === null || supported === null) return [];
  const gap = shownDifference(score, supported);
  const openGap = shownDifference(score, low);
  if (gap === 0) return [];
  if (gap === openGap) return [finding('grade.gap-open', { gap })];
  const params = { gap, areas: areasWithGreatestGap(areas) };
  return [openGap > 0 ? finding('grade.gap-with-open', { ...params, openGap }) : finding('grade.gap', params)];
}

function areasWithGreatestGap(areas: AreaReport[]): string[] {
  const gaps = areas.flatMap(({ id, figures: { score, supported } }) =>
    score === null || supported === null ? [] : [{ id, gap: shownDifference(score, supported) }],
  );
  return gaps
    .filter(({ gap }) => gap > 0)
    .sort((a, b) => b.gap - a.gap)
    .slice(0, 2)
    .map(({ id }) => id);
}

function bandOf(checklist: Checklist, shown: number | null) {
  const id = bandReached(checklist, shown);
  return checklist.grades.find(band => band.id === id);
}

function inPercent(share: number): number {
  return roundScore(100 * share);
}
