import type { Report } from '#report/report.ts';
import { roundScore } from '#scoring/rounding.ts';
import type { Format } from '../format.ts';
import { thresholdsOf } from './report-areas.ts';
import { percentOf } from './report-bar.ts';
import { areaWords, findingParagraph } from './report-words.ts';

/** The score under other weightings, after one sentence for those who read no further. */
export function robustnessPart(report: Report, format: Format) {
  const { overall, result } = report;
  const { equalItems, equalAreas, scoreRange, lowRange, weakestArea } = result.claimed.robustness;
  const row = (name: string, value: Value) => rowOf(name, value, report, format);
  return {
    lead: findingParagraph(report, 'robustness', format),
    rows: [
      row(format.t('report.weightings.as-weighted'), { score: overall.score }),
      row(format.t('report.weightings.score-range'), { score: overall.score, ends: scoreRange }),
      row(format.t('report.weightings.low-range'), { score: overall.low, ends: lowRange }),
      row(format.t('report.weightings.equal-items'), { score: roundScore(equalItems) }),
      row(format.t('report.weightings.equal-areas'), { score: roundScore(equalAreas) }),
      row(weakestLabel(report, format), { score: roundScore(weakestArea) }),
      row(format.t('report.weightings.open-ends'), { score: overall.score, ends: [overall.low, overall.high] }),
    ],
    axis: axisOf(report),
  };
}

type Value = { score: number | null; ends?: [number | null, number | null] };

function rowOf(title: string, { score, ends }: Value, report: Report, format: Format) {
  const low = ends ? roundScore(ends[0]) : null;
  const high = ends ? roundScore(ends[1]) : null;
  const hasRange = low !== null && high !== null;
  const value = hasRange ? rangeWords(low, high, format) : format.score(ends ? null : score);
  return {
    title,
    label: format.t('report.chart.value', { title, value }),
    thresholds: thresholdsOf(report),
    range: hasRange ? { x: percentOf(low), width: percentOf(high - low) } : null,
    score: score === null || (ends && !hasRange) ? null : percentOf(score),
    value,
  };
}

/** A range without width is one number. */
function rangeWords(low: number, high: number, { t, score }: Format): string {
  return low === high ? score(low) : t('report.range', { low: score(low), high: score(high) });
}

function weakestLabel(report: Report, format: Format): string {
  const [weakest] = report.areas
    .filter(({ area, figures }) => area.weight > 0 && figures.score !== null)
    .sort((a, b) => (a.figures.score ?? 0) - (b.figures.score ?? 0));
  return weakest
    ? format.t('report.weightings.weakest-area.named', { area: areaWords(weakest.id, report, format) })
    : format.t('report.weightings.weakest-area');
}

function axisOf({ checklist }: Report) {
  return checklist.grades
    .filter(({ from }) => from > 0)
    .map(({ id, from }) => ({ x: percentOf(from), label: `${id} ${from}` }));
}
