import type { Report } from '#report/report.ts';
import { changesPart } from '../compare/compare-changes.ts';
import { contributionsPart } from '../compare/compare-items.ts';
import { comparisonSentences, sideNames } from '../compare/compare-words.ts';
import { pairFigures } from '../compare/pair-figures.ts';
import type { Format } from '../format.ts';

/** The result against the assessment before it, like for like; null where there is none. */
export function comparisonPart({ comparison }: Report, format: Format) {
  if (!comparison) return null;
  const { old: before, new: after } = comparison;
  const title = format.t('assessment.title', { city: before.city, period: before.period });
  return {
    lead: format.t('compare.part.lead', { title, day: format.day(before.referenceDate) }),
    href: `/compare?${new URLSearchParams({ old: before.id, new: after.id })}`,
    sentences: comparisonSentences(comparison, format),
    figures: pairFigures(comparison, format),
    contributions: contributionsPart(comparison, sideNames([before, after], format), format),
    changes: changesPart(comparison, format).map(change => ({ title: change.title })),
  };
}
