import type { UndefinedReason } from '#report/counts.ts';
import type { Figures } from '#report/figures.ts';
import type { GroupReport } from '#report/group-report.ts';
import type { Format } from '../format.ts';

/** One row of a bar list: label, bar with its range and the supported tick, both numbers; words in place of the bar where there is no score. */
export type Bar = {
  code: string | null;
  title: string;
  /** How many items it rests on. */
  count: string | null;
  href: string | null;
  label: string;
  /** Why there is no score. */
  missing: string | null;
  claimed: string | null;
  range: { x: string; width: string } | null;
  supported: string | null;
  thresholds: string[];
  score: string;
  rangeText: string;
  supportedScore: string;
};

export function barOf(
  group: GroupReport,
  at: { code?: string; href?: string; counted?: true; thresholds: string[] },
  format: Format,
): Bar {
  const title = format.text(group.title);
  const { score, supported } = group.figures;
  const words = {
    title,
    score: format.score(score),
    range: rangeWords(group.figures, format),
    supported: format.score(supported),
  };
  return {
    ...{
      code: at.code ?? null,
      title,
      count: at.counted ? countWords(group, format) : null,
      href: at.href ?? null,
      thresholds: at.thresholds,
    },
    label: format.t('report.chart.group', words),
    missing: group.undefinedFor ? undefinedWords(group.undefinedFor, format) : null,
    claimed: score === null ? null : percentOf(score),
    range: rangeOf(group.figures),
    supported: supported === null ? null : percentOf(supported),
    score: format.score(score),
    rangeText: words.range,
    supportedScore: format.score(supported),
  };
}

/** Where nothing counts, the reason in place of the bar says it. */
function countWords({ counts }: GroupReport, { t }: Format): string | null {
  const count = counts.total - counts.excluded;
  return count === 0 ? null : t('report.items.count', { count });
}

export function rangeWords({ low, high }: Figures, format: Format): string {
  return low === null || high === null
    ? '—'
    : format.t('report.range', { low: format.score(low), high: format.score(high) });
}

export function undefinedWords(reason: UndefinedReason, { t }: Format): string {
  return t(`report.undefined.${reason}`);
}

/** A place on a fluid chart: `61.9%`. */
export function percentOf(score: number): string {
  return `${Number(score.toFixed(2))}%`;
}

/** Nothing to draw where nothing is open. */
function rangeOf({ low, high }: Figures) {
  return low === null || high === null || high <= low ? null : { x: percentOf(low), width: percentOf(high - low) };
}
