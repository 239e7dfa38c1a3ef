import type { PrintedPart, PrintedReport } from '#report/printed-report.ts';
import type { Report } from '#report/report.ts';
import type { Format } from '../format.ts';
import { achievementsBuilder } from './achievements-part.ts';
import { cleanPrinted } from './clean-printed.ts';
import { comparisonBuilder } from './comparison-part.ts';
import { evidenceBuilder } from './evidence-part.ts';
import { groupBuilder } from './group-annex.ts';
import { indicatorsBuilder } from './indicators-part.ts';
import { matricesBuilder } from './matrices-annex.ts';
import { metricsBuilder } from './metrics-annex.ts';
import type { PartBuilder, PrintedGiven } from './printed-part.ts';
import { summaryOf } from './printed-summary.ts';
import { problemsBuilder } from './problems-part.ts';
import { recommendationsBuilder } from './recommendations-part.ts';
import { resultsBuilder } from './results-part.ts';
import { risksBuilder } from './risks-part.ts';
import { scopeBuilder } from './scope-part.ts';
import { scoreSheetBuilder } from './score-sheet.ts';
import { unrepeatedCaptions } from './unrepeated-captions.ts';
import { workshopsBuilder } from './workshops-part.ts';

/** In the order of evaluation reports. A part more is a line more. */
const partBuilders: PartBuilder[] = [
  scopeBuilder,
  indicatorsBuilder,
  resultsBuilder,
  comparisonBuilder,
  achievementsBuilder,
  problemsBuilder,
  risksBuilder,
  workshopsBuilder,
  recommendationsBuilder,
  evidenceBuilder,
];

const annexBuilders: PartBuilder[] = [scoreSheetBuilder, matricesBuilder, metricsBuilder, groupBuilder];

/** The ids of parts and annexes that can be chosen; the summary always stands first. */
export const printedPartIds: readonly string[] = [...partBuilders, ...annexBuilders].map(({ id }) => id);

type Options = {
  /** Ids; without it everything. Unknown ones choose nothing. */
  parts?: readonly string[];
  /** A chart of `chart-names.ts` as a picture that stands alone. */
  draw: (chart: string, format: Format) => string | undefined;
};

/** The report in words, once for each language asked for. */
export function printedReports(report: Report, formats: readonly Format[], options: Options): PrintedReport[] {
  return formats.map(format => printedReport(report, format, options));
}

function printedReport(report: Report, format: Format, { parts = printedPartIds, draw }: Options): PrintedReport {
  const { city, period } = report.assessment.setup;
  const { t } = format;
  const given: PrintedGiven = { report, format, draw: chart => draw(chart, format) };
  const built = (builders: PartBuilder[]) =>
    builders.filter(({ id }) => parts.includes(id)).flatMap(builder => partOf(builder, given));
  return cleanPrinted({
    language: format.language,
    title: t('printed.title', { checklist: format.text(report.wholeChecklist.title) }),
    subtitle: t('printed.subtitle', { city, period }),
    runningTitle: t('report.title', { city, period }),
    facts: titleFacts(report, format),
    summary: summaryOf(report, format),
    parts: built(partBuilders),
    annexes: built(annexBuilders),
  });
}

function partOf({ id, build }: PartBuilder, given: PrintedGiven): PrintedPart[] {
  const blocks = build(given);
  const title = given.format.t(`printed.part.${id}`);
  return blocks.length === 0 ? [] : [{ id, title, blocks: unrepeatedCaptions(title, blocks) }];
}

function titleFacts({ assessment, wholeChecklist, generatedAt, trail, milestone }: Report, format: Format) {
  const { t, text, day, isoDay, clock } = format;
  const { city, period, referenceDate } = assessment.setup;
  const checklist = { title: text(wholeChecklist.title), version: wholeChecklist.version };
  const generated = { day: day(isoDay(generatedAt)), time: clock(generatedAt) };
  return [
    { label: t('report.scope.city'), value: city },
    { label: t('report.scope.period'), value: period },
    { label: t('report.scope.reference-date'), value: day(referenceDate) },
    { label: t('report.scope.checklist'), value: t('report.scope.checklist.value', checklist) },
    { label: t('report.scope.state'), value: t(`report.state.${assessment.state}`) },
    { label: t('report.scope.generated'), value: t('report.scope.generated.value', generated) },
    ...(milestone
      ? [
          { label: t('milestone.scope.name'), value: milestone.name },
          { label: t('milestone.sha256'), value: milestone.sha256 },
        ]
      : []),
    ...(trail
      ? [
          { label: t('trail.changes'), value: t('trail.changes.count', { count: trail.seq }) },
          { label: t('trail.head'), value: trail.head },
        ]
      : []),
  ];
}
