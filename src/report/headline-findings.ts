import { type Finding, finding } from './finding.ts';
import type { ReportFacts } from './report.ts';

/** The one sentence above all: the grade that the checklist makes the headline, and whether bottom lines hold it down. */
export function headlineFindings({ checklist, result }: ReportFacts): Finding[] {
  const { headline } = checklist;
  const { grade, gradeBeforeCap } = result[headline];
  if (grade === null) return [finding('headline.no-grade')];
  if (grade === gradeBeforeCap) return [finding(`headline.${headline}`, { grade })];
  return [finding(`headline.${headline}-capped`, { grade, count: cappingItems(result, headline).length })];
}

/** The bottom lines that hold a grade down. */
export function cappingItems({ claimed, supported }: ReportFacts['result'], side: 'claimed' | 'supported'): string[] {
  const failed = [...claimed.breached, ...claimed.unverified];
  return side === 'claimed' ? failed : [...failed, ...supported.unsupported];
}
