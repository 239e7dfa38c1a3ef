import { findItem } from '#checklist/checklist-lookups.ts';
import { assessmentBar } from '../assessment/assessment-bar.ts';
import type { Format } from '../format.ts';
import type { Page } from '../page.ts';
import { historyEntry } from './history-entry.ts';
import type { ItemHistory } from './open-item-history.ts';
import { revisionComparison } from './revision-comparison.ts';
import { revisionsOf } from './revisions.ts';

/** Every change of one item's answer, newest first, and any two of its revisions side by side. */
export function itemHistoryPage(opened: ItemHistory, query: Record<string, unknown>, format: Format): Page {
  const { t } = format;
  const { history, item, changes } = opened;
  const { open, isSetAside } = history;
  const base = `/assessments/${open.assessment.id}`;
  const revisions = revisionsOf(item.id, changes);
  return {
    template: 'history/item-history',
    title: t('history.title', { code: item.code, title: format.text(item.title) }),
    section: 'assessments',
    ...(isSetAside ? {} : { assessmentBar: assessmentBar(open, 'history', format) }),
    view: {
      heading: t('area.item', { code: item.code, title: format.text(item.title) }),
      back: backLink(opened, format),
      all: `${base}/history?${new URLSearchParams({ item: item.id })}`,
      action: `${base}/items/${item.id}/history#compare`,
      comparison: revisionComparison({ revisions, item, open }, query, format),
      entries: changes.toReversed().map((entry, index) => ({
        ...historyEntry(entry, open, format),
        rev: t('history.rev', { rev: revisions.at(-1 - index)?.rev ?? 0 }),
        when: format.dayAndTime(entry.change.at),
      })),
    },
  };
}

/** To the form where the item still stands in it. */
function backLink({ history, area, item }: ItemHistory, { t }: Format) {
  const { assessment, checklist } = history.open;
  const base = `/assessments/${assessment.id}`;
  return !history.isSetAside && findItem(checklist, item.id)
    ? { href: `${base}/areas/${area.id}#${item.code}`, label: t('history.back', { code: item.code }) }
    : { href: `${base}/history`, label: t('history.back.all') };
}
