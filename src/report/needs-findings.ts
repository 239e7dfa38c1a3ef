import { shownDifference } from '#scoring/rounding.ts';
import { isBelow } from '#scoring/tolerance.ts';
import { type Finding, finding } from './finding.ts';
import { openFindings } from './open-findings.ts';
import type { ReportFacts } from './report.ts';

const departmentsNamed = 2;

/** What the result needs next: answers where the range is open, evidence where the claim is above it. */
export function needsFindings(facts: ReportFacts): Finding[] {
  return [...openNeeds(facts), ...evidenceNeeds(facts)];
}

function openNeeds(facts: ReportFacts): Finding[] {
  const { low, high } = facts.overall;
  const { open } = facts.counts;
  if (open === 0 || low === null || high === null || low === high) return [];
  const departments = openFindings(facts).flatMap(({ params: { department } }) => department ?? []);
  const named = departments.slice(0, departmentsNamed);
  return [
    named.length === 0
      ? finding('needs.answers', { count: open, low, high })
      : finding('needs.answers-of', { count: open, low, high, departments: named }),
  ];
}

/** Between the low end and the supported score lies what is claimed without evidence, and nothing else. */
function evidenceNeeds({ overall: { low, supported }, items }: ReportFacts): Finding[] {
  if (low === null || supported === null) return [];
  const points = shownDifference(low, supported);
  const short = items.filter(item => item.effectiveWeight > 0 && isBelow(item.supported ?? 0, item.fraction ?? 0));
  return points > 0 ? [finding('needs.evidence', { count: short.length, points })] : [];
}
