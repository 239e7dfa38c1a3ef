import type { Finding, FindingCode } from './finding.ts';

const bottomLines: FindingCode[] = ['problems.breached', 'problems.unverified', 'problems.unsupported'];
const costly: FindingCode[] = ['problems.low', 'problems.claim', 'problems.claim-bare'];

/** The problems to be named where there is room for a few: bottom lines first, then what costs most points; an item once. */
export function urgentProblems(findings: readonly Finding[], atMost: number): Finding[] {
  const first = findings.filter(({ code }) => bottomLines.includes(code));
  const rest = findings
    .filter(({ code }) => costly.includes(code))
    .sort((a, b) => (b.params.points ?? 0) - (a.params.points ?? 0));
  const seen = new Set<string>();
  return [...first, ...rest]
    .filter(({ params: { item = '' } }) => {
      if (seen.has(item)) return false;
      seen.add(item);
      return true;
    })
    .slice(0, atMost);
}
