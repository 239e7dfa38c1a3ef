import type { Report } from '#report/report.ts';
import { assessmentBar } from '../assessment/assessment-bar.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';
import { documentForm } from '../documents/document-form.ts';
import type { Format } from '../format.ts';
import { milestoneBanner } from '../milestone/milestone-banner.ts';
import type { Page } from '../page.ts';
import { actionsPart } from './report-actions.ts';
import { areasPart } from './report-areas.ts';
import { bottomLinesPart } from './report-bottom-lines.ts';
import { milestoneQuery, type PageCharts } from './report-charts.ts';
import { comparisonPart } from './report-comparison.ts';
import { contentsParts } from './report-contents.ts';
import { discussionsPart } from './report-discussions.ts';
import { bandKey, heatmapsPart } from './report-heatmaps.ts';
import { itemsPart } from './report-items.ts';
import { lensesPart } from './report-lenses.ts';
import { matricesOutside, matricesPart } from './report-matrices.ts';
import { methodPart } from './report-method.ts';
import { robustnessPart } from './report-robustness.ts';
import { scopePart } from './report-scope.ts';
import { summaryPart } from './report-summary.ts';
import { supportPart } from './report-support.ts';

const parts = [
  ...([
    'summary',
    'areas',
    'support',
    'comparison',
    'bottom-lines',
    'achievements',
    'problems',
    'risks',
    'actions',
  ] as const),
  ...(['items', 'discussions', 'lenses', 'heatmaps', 'robustness', 'evidence'] as const),
  ...(['process', 'scope', 'method'] as const),
];
type Part = (typeof parts)[number];

/** `recomputed`: how many values of a milestone this program computes otherwise. */
type ReportView = { report: Report; charts: PageCharts; recomputed: number };

/** The scored report: what it comes to, why, and how far it can be trusted. */
export function reportPage(open: OpenAssessment, { report, charts, recomputed }: ReportView, format: Format): Page {
  const { t } = format;
  const { city, period } = report.assessment.setup;
  const headings = headingsOf(report, format);
  const headingOf = Object.fromEntries(headings.map(({ part, heading }) => [part, heading]));
  const contents = contentsParts(report, headingOf, format);
  return {
    template: 'report/report',
    title: t('report.title', { city, period }),
    section: 'assessments',
    assessmentBar: assessmentBar(open, 'report', format),
    view: {
      title: t('report.title', { city, period }),
      lead: leadOf(report, format),
      state: stateTag(report, format),
      compareHref: compareHref(report),
      documents: documentForm(report, { faults: [] }, format),
      milestonesHref: `/assessments/${report.assessment.id}/milestones`,
      milestone: milestoneBanner(report, recomputed, format),
      contents: headings.map(({ part, heading }) => ({ href: `#${part}`, heading })),
      comparison: comparisonPart(report, format),
      hasDiscussions: hasPart('discussions', report),
      hasLenses: hasPart('lenses', report),
      hasHeatmaps: hasPart('heatmaps', report),
      headings: headingOf,
      summaryPage: `/assessments/${report.assessment.id}/report/summary${milestoneQuery(report)}`,
      judged: ['achievements', 'problems', 'risks'].flatMap(part => contents.get(part) ?? []),
      backed: ['evidence', 'process'].flatMap(part => contents.get(part) ?? []),
      summary: summaryPart(report, format),
      areas: areasPart(report, charts, format),
      support: supportPart(report, charts, format),
      bottomLines: bottomLinesPart(report, format),
      items: itemsPart(report, format),
      discussions: discussionsPart(report, charts, format),
      hasActions: hasPart('actions', report),
      actions: actionsPart(report, format),
      lenses: lensesPart(report, charts, format),
      heatmaps: heatmapsPart(report, charts, format),
      bandKey: bandKey(format),
      matrices: matricesPart(report, charts, format),
      matricesOutside: matricesOutside(report, format),
      robustness: robustnessPart(report, format),
      scope: scopePart(report, format),
      method: methodPart(report, format),
    },
  };
}

function headingsOf(report: Report, { t }: Format): { part: Part; heading: string }[] {
  const numerals = t('report.numerals').split(' ');
  return parts
    .filter(part => hasPart(part, report))
    .map((part, index) => ({
      part,
      heading: t('report.part', { number: numerals[index] ?? index + 1, title: t(`report.part.${part}`) }),
    }));
}

/** A checklist need not have lenses or matrices, an assessment no workshop that recorded something. */
function hasPart(part: Part, { lenses, heatmaps, matrices, discussions, comparison, plan }: Report): boolean {
  if (part === 'actions') return plan.actions.length + plan.suggestions.length > 0;
  if (part === 'discussions') return discussions.some(({ items }) => items.some(({ opinion }) => opinion));
  if (part === 'comparison') return comparison !== undefined;
  if (part === 'lenses') return lenses.length > 0;
  if (part === 'risks') return lenses.length + heatmaps.length > 0;
  return part !== 'heatmaps' || heatmaps.length + matrices.length > 0;
}

function leadOf({ assessment, wholeChecklist, generatedAt }: Report, format: Format): string {
  return format.t('report.lead', {
    checklist: format.text(wholeChecklist.title),
    version: wholeChecklist.version,
    day: format.day(assessment.setup.referenceDate),
    generated: format.day(format.isoDay(generatedAt)),
    time: format.time(generatedAt),
  });
}

function stateTag({ assessment }: Report, { t }: Format) {
  const final = assessment.state === 'final';
  return {
    label: t(`report.state.${assessment.state}`),
    classes: final ? 'is-ok' : 'is-warn',
    icon: final ? 'lock' : 'file-pen-line',
  };
}

/** The comparison with the assessment before, or the choice of another. */
function compareHref({ assessment, comparison }: Report): string {
  return comparison
    ? `/compare?${new URLSearchParams({ old: comparison.old.id, new: comparison.new.id })}`
    : `/compare?${new URLSearchParams({ choose: '', id: assessment.id })}`;
}
