import type { Finding, FindingCode } from '#report/finding.ts';
import type { PrintedBlock, PrintedPart } from '#report/printed-report.ts';
import type { Report } from '#report/report.ts';
import { strongestAreas } from '#report/strongest-areas.ts';
import { urgentProblems } from '#report/urgent-problems.ts';
import { planLines } from '../actions/plan-words.ts';
import type { Format } from '../format.ts';
import { rangeWords } from '../report/report-bar.ts';
import { summaryPart } from '../report/report-summary.ts';
import { areaWords, findingParams, findingsOf, findingWords } from '../report/report-words.ts';
import { itemCells } from './achievements-part.ts';
import { clipLine } from './clip-line.ts';
import { figures, heading, list, note, paragraph, table } from './printed-blocks.ts';

const shown = 3;

/** The leader's summary: one page whatever the assessment holds, so each line of it has a limit. */
export function summaryOf(report: Report, format: Format): PrintedPart {
  const { t } = format;
  return {
    id: 'summary',
    title: t('printed.part.summary'),
    blocks: [
      ...paragraph(headlineWords(report, format)),
      ...figureTable(report, format),
      heading(t('printed.summary.areas')),
      ...listOr(areaLines(report, format), t('printed.summary.areas.none')),
      heading(t('printed.summary.problems')),
      ...listOr(problemLines(report, format), t('printed.summary.problems.none')),
      heading(t('printed.summary.needs')),
      ...list(needLines(report, format)),
      note(t('printed.summary.self')),
    ],
  };
}

function listOr(lines: string[], none: string): PrintedBlock[] {
  return lines.length === 0 ? paragraph(none) : list(lines.map(line => clipLine(line)));
}

/** What is said of the grade in so little room: why it is what it is, and which bottom lines fail. */
const reasons: FindingCode[] = [
  ...([
    'grade.reached',
    'grade.lowest',
    'grade.coverage-low',
    'grade.excluded-too-much',
    'grade.nothing-counts',
  ] as const),
  ...(['grade.breach-caps', 'grade.breach-noted', 'grade.unverified-caps', 'grade.unverified-noted'] as const),
];

const saidBy: Partial<Record<FindingCode, FindingCode>> = {
  'grade.lowest': 'distance.next',
  'grade.coverage-low': 'distance.coverage',
  'grade.excluded-too-much': 'distance.excluded',
};

function headlineWords(report: Report, format: Format): string {
  const { headline } = summaryPart(report, format);
  const { city, period } = report.assessment.setup;
  const sentences = findingsOf(report, 'grade')
    .filter(({ code }) => reasons.includes(code))
    .map(finding => clipLine(findingWords(finding, report, format)));
  return [format.t('printed.summary.headline', { city, period, headline }), ...sentences].join(
    format.t('report.sentence-separator'),
  );
}

function figureTable(report: Report, format: Format): PrintedBlock[] {
  const { t, score, percent } = format;
  const { overall } = report;
  const gap = findingsOf(report, 'distance')[0]?.params.gap;
  return table({
    caption: t('printed.summary.figures'),
    columns: [
      ...[figures(t('report.claimed')), figures(t('report.range-head'), 1.4), figures(t('report.supported'))],
      ...[figures(t('report.coverage')), figures(nextTitle(report, format), 1.4)],
    ],
    rows: [
      [
        ...[score(overall.score), rangeWords(overall, format), score(overall.supported), percent(overall.coverage)],
        gap === undefined ? '—' : `+${score(gap)}`,
      ],
    ],
  });
}

function nextTitle({ checklist }: Report, { t }: Format): string {
  return t(checklist.headline === 'supported' ? 'report.next.supported' : 'report.next');
}

function areaLines(report: Report, format: Format): string[] {
  return strongestAreas(report.areas, shown).map(({ id, figures: { score, supported } }) =>
    format.t('printed.summary.area', {
      ...{ area: areaWords(id, report, format), supported: format.score(supported), score: format.score(score) },
    }),
  );
}

function problemLines(report: Report, format: Format): string[] {
  return urgentProblems(report.findings, shown).map(finding => {
    const [item, lead] = itemCells(finding.params.item, report, format);
    const problem = format.t(`printed.summary.${finding.code}`, findingParams(finding.params, report, format));
    return format.t('printed.summary.problem', { item, lead, problem });
  });
}

/** The distance to the next grade first, unless the reason of the grade has said it; then what to do, and what is not known or proved yet. */
function needLines(report: Report, format: Format): string[] {
  const { t } = format;
  const said = findingsOf(report, 'grade').flatMap(({ code }) => saidBy[code] ?? []);
  const distance = findingsOf(report, 'distance')
    .filter(({ code }) => !said.includes(code))
    .map(finding =>
      t('printed.summary.distance', { next: nextTitle(report, format), words: findingWords(finding, report, format) }),
    );
  const worded = (finding: Finding) => findingWords(finding, report, format);
  const uncovered = findingsOf(report, 'actions').filter(({ code }) => code === 'actions.bottom-lines');
  return [
    ...distance,
    ...uncovered.map(worded),
    ...planLines(report, format),
    ...findingsOf(report, 'needs').map(worded),
  ].map(line => clipLine(line));
}
