import { isUnscoredTable } from '#assessment/matrix-cells.ts';
import { isExcludedByFact, type Progress, progressOf } from '#assessment/progress.ts';
import { findItem, itemsOf } from '#checklist/checklist-lookups.ts';
import type { AssessmentSummary } from '#report/assessment-summary.ts';
import type { BottomLine } from '#report/bottom-lines.ts';
import type { AreaReport } from '#report/group-report.ts';
import { buildReport } from '#report/report.ts';
import { daysBetween } from '#shared/iso-day.ts';
import type { StoredWorkshop } from '#workshop/workshop-store.ts';
import type { Format } from '../format.ts';
import type { Page } from '../page.ts';
import { undefinedWords } from '../report/report-bar.ts';
import { bottomLineMarks } from '../report/report-bottom-lines.ts';
import { assessmentBar } from './assessment-bar.ts';
import { brickOf } from './brick.ts';
import { brickLegend } from './brick-legend.ts';
import type { OpenAssessment } from './open-assessment.ts';
import { isToDecide } from './opinion-cards.ts';
import { owedView } from './owed-view.ts';

/** `newer`: a newer version of the checklist; `earlier`: an assessment whose answers could be suggested. */
type Offers = { newer: string | undefined; earlier: AssessmentSummary | undefined };

type Overview = { open: OpenAssessment; offers: Offers; workshops: readonly StoredWorkshop[]; now: Date };

/** What is answered, what is owed by whom, how the bottom lines stand. */
export function overviewPage({ open, offers, workshops, now }: Overview, format: Format): Page {
  const { newer, earlier } = offers;
  const { assessment, checklist } = open;
  const progress = progressOf(assessment, checklist);
  const report = buildReport(assessment, open.wholeChecklist, now.toISOString(), [], format.isoDay(now));
  const final = assessment.state === 'final';
  return {
    template: 'assessment/overview',
    title: format.t('overview.title', { city: assessment.setup.city, period: assessment.setup.period }),
    section: 'assessments',
    assessmentBar: assessmentBar(open, 'overview', format),
    view: {
      lead: leadOf(open, progress, format, now),
      history: historyLink(open, format),
      next: final ? null : nextOf(open, progress, format),
      areas: report.areas.map(area => areaRow(area, open, progress, format)),
      legend: brickLegend(checklist, format),
      hasTables: itemsOf(checklist).some(isUnscoredTable),
      version: final ? null : versionView(open, newer, format),
      suggestions: assessment.origin === undefined || final ? null : `/assessments/${assessment.id}/suggestions`,
      originOffer: earlier && !final && progress.answered < progress.total ? originOffer(earlier, open, format) : null,
      offlineHref: `/assessments/${assessment.id}/import`,
      departmentsHref: `/assessments/${assessment.id}/departments`,
      opinions: final ? [] : opinionLinks(open, workshops),
      owed: final ? null : owedView(open, format),
      bottomLines: report.bottomLines.map(line => bottomLineRow(line, format)),
      bottomLinesFacts: bottomLineFacts(open, format),
      final,
      milestone: final && !isKept(open) ? `/assessments/${assessment.id}/milestones` : null,
      stateAction: `/assessments/${assessment.id}/state`,
      finishHint:
        progress.answered < progress.total
          ? format.t('overview.finish.open', { count: progress.total - progress.answered })
          : null,
    },
  };
}

/** Whether the newest milestone was kept after the last other change. */
function isKept({ assessment, seq }: OpenAssessment): boolean {
  const newest = assessment.milestones?.at(-1);
  return newest !== undefined && newest.trail.seq + 1 === seq;
}

function leadOf({ assessment }: OpenAssessment, { answered, total }: Progress, format: Format, now: Date): string {
  const { t } = format;
  const open = total - answered;
  const { due } = assessment.setup;
  const count =
    open === 0 ? t('overview.lead.complete', { count: total }) : t('overview.lead', { answered, count: open });
  return due && assessment.state === 'open' ? `${count}${dueWords(due, format, now)}` : count;
}

function historyLink({ assessment, seq }: OpenAssessment, { t, time }: Format) {
  const label = t('changes.link', { count: seq, when: time(assessment.changedAt) });
  return { href: `/assessments/${assessment.id}/history`, label };
}

export function dueWords(due: string, format: Format, now: Date): string {
  const days = daysBetween(format.isoDay(now), due);
  const day = format.shortDay(due);
  if (days === 0) return format.t('overview.due.today', { day });
  return days > 0
    ? format.t('overview.due.in', { day, count: days })
    : format.t('overview.due.past', { day, count: -days });
}

function nextOf({ assessment, checklist }: OpenAssessment, { nextItem }: Progress, format: Format) {
  const item = nextItem && findItem(checklist, nextItem.id);
  if (!item) return null;
  return {
    href: `/assessments/${assessment.id}/areas/${nextItem.areaId}#${item.code}`,
    label: format.t(nextItem.state === 'unfinished' ? 'overview.next.unfinished' : 'overview.next', {
      code: item.code,
    }),
  };
}

function areaRow(
  { area, figures, undefinedFor }: AreaReport,
  { assessment, checklist }: OpenAssessment,
  progress: Progress,
  format: Format,
) {
  const own = progressOf(assessment, { ...checklist, areas: [area] });
  const where = { assessment, checklist, areaId: area.id, nextItemId: progress.nextItem?.id };
  return {
    code: area.code,
    title: format.text(area.title),
    href: `/assessments/${assessment.id}/areas/${area.id}`,
    bricks: area.items.map(item => brickOf(item, where, format)),
    complete: own.total > 0 && own.answered === own.total,
    count: `${own.answered} / ${own.total}`,
    why: undefinedFor && undefinedWords(undefinedFor, format),
    claimed: format.score(figures.score),
    supported: format.score(figures.supported),
  };
}

/** The newer version of the checklist, and the way back from the last move. */
function versionView({ assessment }: OpenAssessment, newer: string | undefined, { t }: Format) {
  const { version } = assessment.checklist;
  const last = assessment.moves?.at(-1);
  if (newer === undefined && !last) return null;
  return {
    href: `/assessments/${assessment.id}/version`,
    offer:
      newer === undefined
        ? null
        : {
            title: t('version.offer', { version: newer }),
            text: t('version.offer.text', { from: version }),
            link: t('version.offer.link', { version: newer }),
          },
    moved: last ? t('version.moved', { from: last.from.version, version }) : null,
  };
}

/** Taken with one press, until it was. */
function originOffer({ id, setup, progress }: AssessmentSummary, { assessment }: OpenAssessment, { t }: Format) {
  const { city, period } = setup;
  return {
    action: `/assessments/${assessment.id}/origin`,
    origin: id,
    text: t('suggestion.offer.text', { city, period, count: progress.answered }),
  };
}

function bottomLineRow({ item, state }: BottomLine, format: Format) {
  return {
    label: `${item.code} ${format.text(item.item.title)}`,
    ...bottomLineMarks[state],
    state: format.t(`report.bottom-line.${state}`),
  };
}

function bottomLineFacts({ assessment, wholeChecklist }: OpenAssessment, format: Format): string {
  const cap = wholeChecklist.bottomLine?.cap;
  if (cap === undefined) return '';
  return assessment.setup.policy?.bottomLineCap
    ? format.t('overview.cap.on', { grade: cap })
    : format.t('overview.cap.off');
}

/** Items whose lead department has still to say whether what a workshop recorded becomes the answer. */
function opinionLinks(open: OpenAssessment, workshops: readonly StoredWorkshop[]) {
  const { assessment, checklist } = open;
  return checklist.areas.flatMap(area =>
    area.items
      .filter(item => !isExcludedByFact(item, assessment.setup.profile) && isToDecide({ item, open, workshops }))
      .map(({ code }) => ({ href: `/assessments/${assessment.id}/areas/${area.id}#${code}`, label: code })),
  );
}
