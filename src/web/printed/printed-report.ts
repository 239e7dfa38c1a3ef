import type { PrintedPart, PrintedReport } from '#report/printed-report.ts';
import type { Report } from '#report/report.ts';
import { findingParagraph, findingsOf, findingWords } from '../assessment/report-words.ts';
import type { Format } from '../format.ts';
import { areasPart } from './areas-part.ts';
import { scoreSheet } from './score-sheet.ts';

export type PrintOptions = {
  /** Ids of parts and annexes; all of them where it is left out. The summary always stands. */
  parts?: readonly string[];
  /** A chart of `chart-names.ts` as SVG; undefined where there is none. */
  draw: (chart: string, format: Format) => string | undefined;
};

/** The report in the words of each language, ready to be set. */
export function printedReports(
  report: Report,
  formats: readonly Format[],
  { parts, draw }: PrintOptions,
): PrintedReport[] {
  const isWanted = ({ id }: PrintedPart) => parts === undefined || parts.includes(id);
  return formats.map(format => ({
    ...frontOf(report, format),
    summary: summaryOf(report, format),
    parts: [areasPart(report, format, chart => draw(chart, format))].filter(isWanted),
    annexes: [scoreSheet(report, format)].filter(isWanted),
  }));
}

function frontOf({ assessment, wholeChecklist, generatedAt, trail }: Report, format: Format) {
  const { t, text, day } = format;
  const { city, period, referenceDate } = assessment.setup;
  const version = { title: text(wholeChecklist.title), version: wholeChecklist.version };
  const facts = [
    { label: t('report.scope.city'), value: city },
    { label: t('report.scope.period'), value: period },
    { label: t('report.scope.reference-date'), value: day(referenceDate) },
    { label: t('report.scope.state'), value: t(`report.state.${assessment.state}`) },
    { label: t('report.scope.generated'), value: format.minute(generatedAt) },
    { label: t('report.scope.checklist'), value: t('report.scope.checklist.value', version) },
    ...(trail ? [{ label: t('trail.head'), value: trail.head }] : []),
  ];
  const title = t('report.title', { city, period });
  return { language: format.language, title, subtitle: '', facts, runningTitle: title };
}

function summaryOf(report: Report, format: Format): PrintedPart {
  const headline = findingParagraph(report, 'headline', format);
  const reasons = findingsOf(report, 'grade').map(finding => findingWords(finding, report, format));
  return {
    id: 'summary',
    title: format.t('report.part.summary'),
    blocks: [
      { kind: 'note', tone: 'plain', text: headline },
      { kind: 'list', items: reasons },
    ],
  };
}
