import type { AssessmentChange } from '#assessment/assessment.ts';
import type { KeptChange } from '#assessment/assessment-store.ts';
import { type HistoryEntry, historyEntries } from '#assessment/history.ts';
import { matchesFilter } from '#assessment/history-filter.ts';
import { assessmentBar } from '../assessment/assessment-bar.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';
import type { Format } from '../format.ts';
import type { Page } from '../page.ts';
import type { HashSearch } from './find-hash.ts';
import { historyEntry } from './history-entry.ts';
import { historyForm } from './history-form.ts';
import { filterAddress, type HistoryQuery } from './history-query.ts';
import type { OpenHistory } from './open-history.ts';
import { trailPanel } from './trail-panel.ts';

const changesPerPage = 50;

export type HistoryView = { history: OpenHistory; query: HistoryQuery; search: HashSearch | undefined };

/** Every change of an assessment that the filter lets through, newest first, and what the trail proves. */
export function historyPage({ history, query, search }: HistoryView, format: Format): Page {
  const { open, entries, isSetAside } = history;
  const { t } = format;
  const found = filtered(entries, query, format);
  const pages = Math.max(1, Math.ceil(found.length / changesPerPage));
  const page = Math.min(query.page, pages);
  const shown = found.toReversed().slice((page - 1) * changesPerPage, page * changesPerPage);
  const { city, period } = open.assessment.setup;
  const base = `/assessments/${open.assessment.id}/history`;
  return {
    template: 'history/history',
    title: t('changes.title', { city, period }),
    section: 'assessments',
    ...(isSetAside ? {} : { assessmentBar: assessmentBar(open, 'history', format) }),
    view: {
      heading: isSetAside ? t('changes.title', { city, period }) : t('changes.heading'),
      lead: t('changes.lead', { count: entries.length }),
      isSetAside,
      csv: `${base}.csv?${filterAddress(query)}`,
      form: historyForm(history, query, format),
      found: foundWords(found.length, entries.length, format),
      days: daysOf([...historyEntries(entries, shown)].toReversed(), open, format),
      pager: pages > 1 ? pagerOf({ page, pages, base }, query, format) : null,
      trail: trailPanel(history, search, format),
    },
  };
}

/** Oldest first, as the entries are. */
export function filtered(
  entries: KeptChange<AssessmentChange>[],
  { filter }: HistoryQuery,
  { isoDay }: Format,
): KeptChange<AssessmentChange>[] {
  return entries.filter(({ change }) => matchesFilter(change, filter, isoDay));
}

function foundWords(found: number, all: number, { t }: Format): string | null {
  if (found === all) return null;
  return found === 0 ? t('changes.found.none') : t('changes.found', { count: found, all });
}

type Day = { id: string; heading: string; entries: ReturnType<typeof historyEntry>[] };

/** Clocks may have been put back, so a day can come twice. */
function daysOf(entries: HistoryEntry[], open: OpenAssessment, format: Format): Day[] {
  return entries.reduce<Day[]>((days, entry) => {
    const heading = format.day(format.isoDay(entry.change.at));
    const shown = historyEntry(entry, open, format);
    const last = days.at(-1);
    if (last?.heading === heading) last.entries.push(shown);
    else days.push({ id: `day-${shown.seq}`, heading, entries: [shown] });
    return days;
  }, []);
}

type Place = { page: number; pages: number; base: string };

function pagerOf({ page, pages, base }: Place, query: HistoryQuery, { t }: Format) {
  const href = (to: number) => `${base}?${filterAddress(query, { page: String(to) })}`;
  return {
    words: t('changes.pager', { page, pages }),
    previous: page > 1 ? href(page - 1) : null,
    next: page < pages ? href(page + 1) : null,
  };
}
