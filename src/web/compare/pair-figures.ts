import type { Comparison, Pair } from '#report/comparison-document.ts';
import type { Format } from '../format.ts';
import { signed } from './compare-words.ts';

/** How far two assessments are apart: like for like first, then as their reports have it. */
export function pairFigures({ likeForLike, headline }: Comparison, format: Format) {
  const { shown } = likeForLike;
  const figure = (key: string, { old: from, new: to, change }: Pair, isSupported: boolean) => ({
    label: format.t(`compare.figure.${key}`),
    value: signed(change, format),
    note: format.t('compare.figure.from-to', { from: format.score(from), to: format.score(to) }),
    isSupported,
  });
  return [
    figure('common-claimed', shown.claimed, false),
    figure('common-supported', shown.supported, true),
    figure('claimed', headline.claimed, false),
    figure('supported', headline.supported, true),
  ];
}
