import type { Finding, FindingCode } from '#report/finding.ts';
import type { Report } from '#report/report.ts';
import type { Format } from '../format.ts';
import { percentOf, rangeWords, undefinedWords } from './report-bar.ts';
import { bandWords, findingsOf, findingWords, gradeWords } from './report-words.ts';

/** The head of the report: seal, reasons, figures, and where they lie between the grades. */
export function summaryPart(report: Report, format: Format) {
  const headline = findingsOf(report, 'headline').map(finding => findingWords(finding, report, format));
  return {
    seal: sealOf(report, format),
    headline: headline.join(''),
    reasons: findingsOf(report, 'grade').map(finding => reasonOf(finding, report, format)),
    figures: [
      claimedFigure(report, format),
      supportedFigure(report, format),
      coverageFigure(report, format),
      nextFigure(report, format),
    ],
    chart: chartOf(report, format),
  };
}

function sealOf(report: Report, format: Format) {
  const { checklist, result } = report;
  const id = result[checklist.headline].grade;
  const grade = checklist.grades.find(grade => grade.id === id);
  return grade
    ? {
        letter: grade.id,
        name: format.text(grade.label),
        label: format.t('report.seal', { grade: gradeWords(grade.id, report, format) }),
      }
    : { letter: '—', name: format.t('report.seal.none.short'), label: format.t('report.seal.none') };
}

type Tone = { classes: string; icon: string; toBottomLines: boolean };

const good = { classes: 'is-ok', icon: 'circle-check', toBottomLines: false };
const stop = { classes: 'is-stop', icon: 'circle-x', toBottomLines: false };
const open = { classes: 'is-warn', icon: 'circle-help', toBottomLines: false };
const weigh = { classes: 'is-warn', icon: 'scale', toBottomLines: false };

const tones: Partial<Record<FindingCode, Tone>> = {
  'grade.reached': good,
  'grade.lowest': open,
  'grade.coverage-full': good,
  'grade.nothing-counts': open,
  'grade.coverage-low': open,
  'grade.excluded-too-much': open,
  'grade.open-could-raise': open,
  'grade.breach-caps': { ...stop, toBottomLines: true },
  'grade.breach-noted': { ...stop, toBottomLines: true },
  'grade.unverified-caps': { ...open, toBottomLines: true },
  'grade.unverified-noted': { ...open, toBottomLines: true },
  'grade.supported': weigh,
  'grade.supported-capped': { ...weigh, toBottomLines: true },
  'grade.supported-none': weigh,
  'grade.gap': weigh,
  'grade.gap-with-open': weigh,
  'grade.gap-open': weigh,
};

function reasonOf(finding: Finding, report: Report, format: Format) {
  return { ...(tones[finding.code] ?? good), text: findingWords(finding, report, format) };
}

type Figure = { label: string; value: string; note: string; isSupported: boolean };

function claimedFigure(report: Report, format: Format): Figure {
  const { overall, undefinedFor, result } = report;
  const note = undefinedFor
    ? format.t('report.figure.undefined', { reason: undefinedWords(undefinedFor, format) })
    : format.t('report.figure.claimed', {
        range: format.t('report.range.words', { range: rangeWords(overall, format) }),
        grade: gradeNote(result.claimed.grade, report, format),
      });
  return { label: format.t('report.claimed'), value: format.score(overall.score), note, isSupported: false };
}

function supportedFigure(report: Report, format: Format): Figure {
  const { overall, undefinedFor, result } = report;
  const grade = gradeNote(result.supported.grade, report, format);
  const why = undefinedFor && undefinedWords(undefinedFor, format);
  const note = why === null ? grade : format.t('report.figure.supported-undefined', { reason: why, grade });
  return {
    label: format.t('report.supported'),
    value: format.score(overall.supported),
    note: overall.supported === null && why !== null ? format.t('report.figure.undefined', { reason: why }) : note,
    isSupported: true,
  };
}

function gradeNote(id: string | null, report: Report, format: Format): string {
  return id === null
    ? format.t('report.figure.no-grade')
    : format.t('report.figure.grade', { grade: gradeWords(id, report, format) });
}

function coverageFigure({ overall, counts }: Report, format: Format): Figure {
  const { scored, open, excluded } = counts;
  return {
    label: format.t('report.coverage'),
    value: format.percent(overall.coverage),
    note: format.t('report.figure.counts', { count: scored, open, excluded }),
    isSupported: false,
  };
}

/** How far to the next grade; a dash and why where that is not a number. */
function nextFigure(report: Report, format: Format): Figure {
  const [distance] = findingsOf(report, 'distance');
  const gap = distance?.params.gap;
  return {
    label: format.t(report.checklist.headline === 'supported' ? 'report.next.supported' : 'report.next'),
    value: gap === undefined ? '—' : `+${format.score(gap)}`,
    note: distance ? findingWords(distance, report, format) : '',
    isSupported: false,
  };
}

function chartOf(report: Report, format: Format) {
  const { score, low, high, supported } = report.overall;
  const bands = bandWords(report, format);
  const words = {
    score: format.score(score),
    range: rangeWords(report.overall, format),
    supported: format.score(supported),
    bands,
  };
  return {
    label: format.t(score === null ? 'report.chart.summary.undefined' : 'report.chart.summary', words),
    bands: bandLabels(report, format),
    classes: report.checklist.grades.some(isCrowded) ? 'score-range is-crowded' : 'score-range',
    thresholds: report.checklist.grades
      .filter(({ from }) => from > 0)
      .map(({ from }) => ({ x: percentOf(from), label: String(from) })),
    range: low === null || high === null ? null : { x: percentOf(low), width: percentOf(high - low) },
    claimed: score === null ? null : percentOf(score),
    supported: supported === null ? null : percentOf(supported),
  };
}

/** The name of each grade over the middle of its band. */
function bandLabels({ checklist }: Report, format: Format) {
  return checklist.grades.map(({ id, from, label }, index) => ({
    x: percentOf((from + (checklist.grades[index - 1]?.from ?? 100)) / 2),
    letter: id,
    label: format.t('report.band', { id, label: format.text(label) }),
  }));
}

type Grade = Report['checklist']['grades'][number];

const phoneWidth = 300;
const characterWidth = 12;

/** On a phone the name with its letter is wider than its band. */
function isCrowded({ from, label }: Grade, index: number, grades: Grade[]): boolean {
  const share = ((grades[index - 1]?.from ?? 100) - from) / 100;
  return (label.zh.length + 1) * characterWidth > share * phoneWidth;
}
