import { bandReached } from '#scoring/grade.ts';
import { roundScore } from '#scoring/rounding.ts';
import { type Finding, finding } from './finding.ts';
import type { ReportFacts } from './report.ts';

/** Whether the grade before the cap would stand if every area's weight moved by a fifth. */
export function robustnessFindings({ checklist, result }: ReportFacts): Finding[] {
  const { lowRange, gradeStable } = result.claimed.robustness;
  const low = roundScore(lowRange[0]);
  const high = roundScore(lowRange[1]);
  if (low === null || high === null) return [finding('robustness.undefined')];
  if (checklist.areas.filter(({ weight }) => weight > 0).length < 2) return [finding('robustness.single-area')];
  const worst = bandReached(checklist, low);
  const best = bandReached(checklist, high);
  if (gradeStable === null || !worst || !best) return [finding('robustness.no-grade', { low, high })];
  return gradeStable
    ? [finding('robustness.stable', { low, high, grade: worst })]
    : [finding('robustness.unstable', { low, high, grade: worst, otherGrade: best })];
}
