import type { Assessment } from '#assessment/assessment.ts';
import type { TrailHead } from '#assessment/assessment-store.ts';
import { answersOf } from '#assessment/record-answer.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import { scopeChecklist } from '#checklist/scope-checklist.ts';
import type { Result } from '#scoring/result.ts';
import { scoreDetails } from '#scoring/score.ts';
import type { IsoDay } from '#shared/iso-day.ts';
import { achievementFindings } from './achievement-findings.ts';
import { actionFindings } from './action-findings.ts';
import { type ActionPlan, planOf } from './action-plan.ts';
import { areaFindings } from './area-findings.ts';
import { type BottomLine, bottomLineFindings, bottomLinesOf } from './bottom-lines.ts';
import type { Comparison } from './comparison-document.ts';
import { type Counts, countStates, type UndefinedReason, whyUndefined } from './counts.ts';
import { dayInChina } from './day-in-china.ts';
import { discussionFindings } from './discussion-findings.ts';
import { type DiscussionReport, discussionReports, type Meeting } from './discussion-report.ts';
import { distanceFindings } from './distance-findings.ts';
import { evidenceFindings } from './evidence-findings.ts';
import { type Figures, figuresOf } from './figures.ts';
import type { Finding } from './finding.ts';
import { gradeFindings } from './grade-findings.ts';
import { type AreaReport, areaReports, type LensReport, lensReports } from './group-report.ts';
import { headlineFindings } from './headline-findings.ts';
import { type HeatmapReport, heatmapReports } from './heatmap-report.ts';
import { type ItemReport, itemReports } from './item-report.ts';
import { type MatrixReport, matrixReports } from './matrix-report.ts';
import type { MilestoneHead } from './milestone-head.ts';
import { needsFindings } from './needs-findings.ts';
import { type PictureReport, pictureReports } from './picture-report.ts';
import { problemFindings } from './problem-findings.ts';
import { processFindings } from './process-findings.ts';
import { riskFindings } from './risk-findings.ts';
import { robustnessFindings } from './robustness-findings.ts';
import { type SupportCell, supportGrid } from './support-grid.ts';

/** What an assessment comes to, as codes and numbers; words are chosen where it is shown. */
export type Report = ReportFacts & {
  findings: Finding[];
  /** Where the history stood, so that the report can be held against it later; whoever stores the assessment knows it. */
  trail?: TrailHead;
  /** With the assessment before, where there is one; whoever knows both compares them. */
  comparison?: Comparison;
  /** Where it was kept as one. */
  milestone?: MilestoneHead;
};

export type ReportFacts = {
  assessment: Assessment;
  /** As the scope and policy of the assessment have it, and whole. */
  checklist: Checklist;
  wholeChecklist: Checklist;
  generatedAt: string;
  /** The day of `generatedAt` for the city, by which an action is overdue or not. */
  today: IsoDay;
  result: Result;
  overall: Figures;
  counts: Counts;
  undefinedFor: UndefinedReason | null;
  areas: AreaReport[];
  items: ItemReport[];
  bottomLines: BottomLine[];
  lenses: LensReport[];
  heatmaps: HeatmapReport[];
  matrices: MatrixReport[];
  supportGrid: SupportCell[];
  /** Of the lens groups that have one, in the order of the checklist. */
  pictures: PictureReport[];
  /** What workshops made of the items, oldest first. */
  discussions: DiscussionReport[];
  /** What will be done, and what it is worth on the day of the report. */
  plan: ActionPlan;
};

/**
 * `checklist` is the whole pinned one; `generatedAt` an ISO time; `minutes` those of the assessment's workshops; `today` the day of
 * `generatedAt` where the city is.
 */
export function buildReport(
  assessment: Assessment,
  checklist: Checklist,
  generatedAt: string,
  minutes: readonly Meeting[] = [],
  today?: IsoDay,
): Report {
  const where = placeOf(assessment, checklist);
  return reportWith(where, { generatedAt, today }, discussionReports(minutes, where));
}

/** For one who has the discussions themselves and no minutes, as an export has. */
export function reportWith(where: Where, moment: Moment, discussions: DiscussionReport[]): Report {
  const facts = factsOf(where, moment, discussions);
  return {
    ...facts,
    findings: [
      ...headlineFindings(facts),
      ...gradeFindings(facts),
      ...distanceFindings(facts),
      ...areaFindings(facts),
      ...bottomLineFindings(facts),
      ...robustnessFindings(facts),
      ...achievementFindings(facts),
      ...problemFindings(facts),
      ...riskFindings(facts),
      ...evidenceFindings(facts),
      ...processFindings(facts),
      ...needsFindings(facts),
      ...discussionFindings(facts),
      ...actionFindings(facts),
    ],
  };
}

/** Without `today` it is the day in China, as in files from before it stood in them. */
type Moment = { generatedAt: string; today?: IsoDay | undefined };
type Where = Pick<ReportFacts, 'assessment' | 'checklist' | 'wholeChecklist'>;

export function placeOf(assessment: Assessment, wholeChecklist: Checklist): Where {
  const { scope, policy } = assessment.setup;
  return { assessment, wholeChecklist, checklist: scopeChecklist(wholeChecklist, scope, policy) };
}

function factsOf(where: Where, moment: Moment, discussions: DiscussionReport[]): ReportFacts {
  const { generatedAt, today = dayInChina(generatedAt) } = moment;
  const { assessment, checklist, wholeChecklist } = where;
  const { referenceDate, profile } = assessment.setup;
  const scored = { checklist, answers: answersOf(assessment), referenceDate, profile };
  const { items: scores, result } = scoreDetails(scored);
  const items = itemReports(scored, scores);
  const counts = countStates(items);
  const overall = figuresOf(result.claimed.overall, result.supported.overall);
  const plan = planOf({ assessment, input: scored, items: scores }, today);
  return {
    ...{ ...where, generatedAt, today, result, overall, counts, items },
    undefinedFor: overall.score === null ? whyUndefined(counts, overall.coverage) : null,
    areas: areaReports(checklist, items, result),
    bottomLines: bottomLinesOf(wholeChecklist, items, result),
    lenses: lensReports({ checklist, wholeChecklist }, items, result),
    heatmaps: heatmapReports(checklist, items, result),
    matrices: matrixReports(items),
    supportGrid: supportGrid(items),
    pictures: pictureReports({ wholeChecklist, items, plan }),
    ...{ discussions, plan },
  };
}
