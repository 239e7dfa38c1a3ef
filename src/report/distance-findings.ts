import { capGrade, nextBand } from '#scoring/grade.ts';
import { type Finding, finding } from './finding.ts';
import { noGradeReason } from './grade-findings.ts';
import { cappingItems } from './headline-findings.ts';
import type { ReportFacts } from './report.ts';

/** How far it is to the next better grade of the headline. */
export function distanceFindings(facts: ReportFacts): Finding[] {
  const { checklist, result, overall } = facts;
  const { headline } = checklist;
  const { grade, gradeBeforeCap } = result[headline];
  if (grade === null || gradeBeforeCap === null) return [distanceToAnyGrade(facts)];
  const failing = cappingItems(result, headline);
  if (grade !== gradeBeforeCap)
    return [finding('distance.capped', { grade, otherGrade: gradeBeforeCap, count: failing.length })];
  const score = headline === 'claimed' ? overall.low : overall.supported;
  const next = nextBand(checklist, score);
  if (!next || score === null) return [finding('distance.top', { grade })];
  const params = { otherGrade: next.id, from: next.from, score, gap: next.missing };
  return capGrade(checklist, next.id, failing) === next.id
    ? [finding(headline === 'claimed' ? 'distance.next' : 'distance.next-supported', params)]
    : [finding(blocked[headline], { ...params, count: failing.length })];
}

/** The score alone would not do: failing bottom lines cap the next grade. */
const blocked = { claimed: 'distance.next-blocked', supported: 'distance.next-blocked-supported' } as const;

function distanceToAnyGrade(facts: ReportFacts): Finding {
  const reason = noGradeReason(facts);
  const { count: _count, ...params } = reason?.params ?? {};
  if (reason?.code === 'grade.coverage-low') return finding('distance.coverage', params);
  return reason?.code === 'grade.excluded-too-much' ? finding('distance.excluded', params) : finding('distance.none');
}
