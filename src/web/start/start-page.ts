import type { SetAside } from '#assessment/assessment-store.ts';
import { findItem } from '#checklist/checklist-lookups.ts';
import type { AssessmentSummary } from '#report/assessment-summary.ts';
import { daysBetween } from '#shared/iso-day.ts';
import type { WorkshopSetAside } from '#workshop/workshop-store.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';
import { dueWords } from '../assessment/overview-page.ts';
import type { Format } from '../format.ts';
import type { Page } from '../page.ts';
import { wallOf } from './wall.ts';

export type Start = {
  /** Newest change first. */
  list: readonly AssessmentSummary[];
  setAside: readonly SetAside[];
  workshopsSetAside: readonly WorkshopSetAside[];
  /** The newest one, for the card; null on further pages. */
  open: OpenAssessment | null;
  query: { page: number; q: string };
  now: Date;
};

const pageSize = 25;
const mostDue = 5;

/** Assessments, how far each is, and what is due. */
export function startPage(start: Start, format: Format): Page {
  const { t } = format;
  const { list, query } = start;
  const card = start.open ? list[0] : undefined;
  const found = list.filter(summary => summary !== card && matches(summary, query.q));
  const pages = Math.max(1, Math.ceil(found.length / pageSize));
  const page = Math.min(query.page, pages);
  const open = list.filter(summary => summary.state === 'open').length;
  return {
    template: 'start/start',
    title: t('start.heading'),
    section: 'assessments',
    view: {
      empty: list.length === 0 && start.setAside.length === 0,
      lead: t('start.lead', { count: list.length, open }),
      card: card && start.open ? cardOf(card, start.open, format, start.now) : null,
      search: list.length > pageSize || query.q !== '' ? { q: query.q } : null,
      canCompare: list.length >= 2,
      rowsHeading: headingOf(start, t),
      rows: found.slice((page - 1) * pageSize, page * pageSize).map(summary => rowOf(summary, format)),
      nothingFound: query.q !== '' && found.length === 0,
      pager: pages > 1 ? pagerOf(page, pages, query.q, format) : null,
      due: dueOf(list, format, start.now),
      today: format.day(format.isoDay(start.now)),
      setAside: setAsideOf(start, format),
    },
  };
}

function setAsideOf({ setAside, workshopsSetAside }: Start, format: Format) {
  const { t } = format;
  return [
    ...setAside.map(({ id, reason, assessment }) => ({
      ...{ id, what: t('start.set-aside.assessment'), reason: format.text(reason) },
      // What can still be read of it.
      href: assessment ? `/assessments/${id}/history` : null,
    })),
    ...workshopsSetAside.map(({ id, reason }) => ({
      ...{ id, what: t('start.set-aside.workshop'), reason: format.text(reason), href: null },
    })),
  ];
}

function headingOf({ open, query }: Start, t: Format['t']): string {
  if (query.q !== '') return t('start.found');
  return open ? t('start.others') : t('start.all');
}

function matches({ setup: { city, period } }: AssessmentSummary, q: string): boolean {
  return q === '' || `${city} ${period}`.toLowerCase().includes(q.toLowerCase());
}

function cardOf(summary: AssessmentSummary, open: OpenAssessment, format: Format, now: Date) {
  const { t } = format;
  const { progress, state, setup } = summary;
  const items = open.checklist.areas.reduce((sum, area) => sum + area.items.length, 0);
  const title = t('assessment.title', { city: setup.city, period: setup.period });
  return {
    href: `/assessments/${summary.id}`,
    id: summary.id,
    compare: t('compare.start.label', { title }),
    title,
    facts: t('start.card.facts', {
      title: format.text(summary.checklistTitle),
      version: summary.checklist.version,
      areas: open.checklist.areas.length,
      items,
    }),
    figures: [
      {
        label: t('start.answered'),
        value: String(progress.answered),
        rest: t('start.of-items', { count: progress.total }),
      },
      { label: t('start.claimed'), value: format.score(summary.shown.score), rest: '' },
      { label: t('start.supported'), value: format.score(summary.supported), rest: whyNothing(summary, format) },
      { label: t('start.coverage'), value: format.percent(summary.shown.coverage), rest: '' },
    ],
    sentence: sentenceOf(summary, format, now),
    next: state === 'open' ? nextOf(open, summary, format) : null,
    reportHref: `/assessments/${summary.id}/report`,
    wall: wallOf(open, format),
  };
}

/** Beside a supported score of 0.0 that is no verdict on anything; empty otherwise. */
function whyNothing({ shown, supported }: AssessmentSummary, { t }: Format): string {
  return shown.score === null && supported !== null ? t('report.undefined.open') : '';
}

function sentenceOf({ progress, state, setup: { due } }: AssessmentSummary, format: Format, now: Date): string {
  if (state === 'final') return format.t('start.card.final');
  const count = progress.total - progress.answered;
  const answered = count === 0 ? format.t('start.card.complete') : format.t('start.card.open', { count });
  return due ? `${dueWords(due, format, now)}${answered}` : answered;
}

function nextOf({ checklist }: OpenAssessment, { id, progress }: AssessmentSummary, format: Format) {
  const item = progress.nextItem && findItem(checklist, progress.nextItem.id);
  if (!item) return null;
  return {
    href: `/assessments/${id}/areas/${progress.nextItem?.areaId}#${item.code}`,
    label: format.t('start.continue', { code: item.code, title: format.text(item.title) }),
  };
}

function rowOf(summary: AssessmentSummary, format: Format) {
  const final = summary.state === 'final';
  const title = format.t('assessment.title', { city: summary.setup.city, period: summary.setup.period });
  return {
    href: `/assessments/${summary.id}`,
    id: summary.id,
    compare: format.t('compare.start.label', { title }),
    title,
    state: format.t(`assessment.state.${summary.state}`),
    icon: final ? 'lock' : 'pencil',
    stateClass: final ? 'is-ok' : 'is-note',
    answered: `${summary.progress.answered} / ${summary.progress.total}`,
    claimed: format.score(summary.shown.score),
    supported: format.score(summary.supported),
    why: whyNothing(summary, format),
    coverage: format.percent(summary.shown.coverage),
    grade: summary.grade ? `${summary.grade.id} ${format.text(summary.grade.label)}` : format.t('start.no-grade'),
    graded: summary.grade !== null,
    changed: format.time(summary.changedAt),
  };
}

function pagerOf(page: number, pages: number, q: string, format: Format) {
  const href = (to: number) => `/?${new URLSearchParams(q === '' ? { page: String(to) } : { q, page: String(to) })}`;
  return {
    words: format.t('start.pager', { page, pages }),
    previous: page > 1 ? href(page - 1) : null,
    next: page < pages ? href(page + 1) : null,
  };
}

/** Open assessments by due date, the most pressing first. */
function dueOf(list: readonly AssessmentSummary[], format: Format, now: Date) {
  return list
    .flatMap(summary => (summary.state === 'open' && summary.setup.due ? [{ summary, due: summary.setup.due }] : []))
    .sort((a, b) => a.due.localeCompare(b.due))
    .slice(0, mostDue)
    .map(({ summary, due }) => dueRow(summary, due, format, now));
}

function dueRow({ id, setup: { city, period }, progress }: AssessmentSummary, due: string, format: Format, now: Date) {
  const { t } = format;
  const days = daysBetween(format.isoDay(now), due);
  const open = progress.total - progress.answered;
  return {
    day: format.shortDay(due),
    late: days < 0,
    distance: days < 0 ? t('start.due.late', { count: -days }) : t('start.due.left', { count: days }),
    title: t('assessment.title', { city, period }),
    text: open === 0 ? t('start.due.complete') : t('start.due.open', { count: open }),
    href: `/assessments/${id}`,
  };
}
