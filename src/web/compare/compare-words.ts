import type { Comparison } from '#report/comparison-document.ts';
import type { ComparisonFinding } from '#report/comparison-finding.ts';
import { isSameUnit } from '#report/is-same-unit.ts';
import { roundScore } from '#scoring/rounding.ts';
import type { Format } from '../format.ts';

type Side = Pick<Comparison['old'], 'city' | 'period' | 'referenceDate' | 'unitCode' | 'checklist'>;

/** How each is called: by its period as long as that tells them apart. */
export function sideNames(sides: readonly Side[], format: Format): string[] {
  const names = sides.map(({ city, period }) =>
    isSameUnit(sides) ? period : format.t('compare.name.unit', { city, period }),
  );
  return new Set(names).size === names.length
    ? names
    : names.map((name, index) =>
        format.t('compare.name.dated', { name, day: format.day(sides[index]?.referenceDate ?? '') }),
      );
}

/** +3.2, −1.0, 0.0 or a dash; the sign of a shown number. */
export function signed(change: number | null, { score }: Pick<Format, 'score'>): string {
  const shown = roundScore(change);
  if (shown === null || shown === 0) return score(shown);
  return shown > 0 ? `+${score(shown)}` : `−${score(-shown)}`;
}

/** Different units do not rise or fall against one another. */
export function comparisonSentences(comparison: Comparison, format: Format): string[] {
  const isDevelopment = isSameUnit([comparison.old, comparison.new]);
  return comparison.findings.map(finding => {
    const words = wordsOf(finding, comparison, format);
    return isDevelopment
      ? format.t(`compare.finding.${finding.code}`, words)
      : format.t(`compare.beside.${finding.code}`, words);
  });
}

function wordsOf({ params }: ComparisonFinding, comparison: Comparison, format: Format) {
  const { score } = format;
  const [before = '', after = ''] = sideNames([comparison.old, comparison.new], format);
  const { items, count, total, from, to, change } = params;
  return {
    ...{ old: before, new: after },
    ...(items === undefined ? {} : { items: itemList(items, comparison, format) }),
    ...(count === undefined ? {} : { count }),
    ...(total === undefined ? {} : { total }),
    ...(from === undefined ? {} : { from: score(from) }),
    ...(to === undefined ? {} : { to: score(to) }),
    ...(change === undefined ? {} : { change: score(change) }),
  };
}

function itemList(ids: string[], { items }: Comparison, format: Format): string {
  const named = ids.flatMap(id => items.find(item => item.id === id) ?? []);
  return format.list(named.map(({ code, title }) => `${code} ${format.text(title)}`));
}
