import { type HistoryEntry, itemsOfChange } from '#assessment/history.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';
import { personName } from '../assessment/person-name.ts';
import type { Format } from '../format.ts';
import { changeWords } from './change-words.ts';
import { entryVersions, findItemOfEntry } from './entry-versions.ts';
import { foldChange } from './fold-change.ts';

/** A version that renamed everything would name every item. */
const mostNamed = 20;

/** One change as the history shows it. */
export function historyEntry(entry: HistoryEntry, open: OpenAssessment, format: Format) {
  const { assessment } = open;
  const versions = entryVersions(entry, open);
  const { change, seq } = entry;
  const { what, changes } = changeWords(entry, versions, format);
  const concerned = itemsOfChange(change);
  return {
    anchor: `c${seq}`,
    seq: String(seq),
    clock: format.clock(change.at),
    at: change.at,
    who: personName(change.by, open, format),
    why: change.why === undefined ? null : format.reason(change.why),
    items: concerned.slice(0, mostNamed).map(itemLink),
    more: concerned.length > mostNamed ? format.t('changes.items.more', { count: concerned.length - mostNamed }) : null,
    what,
    changes: changes.map(change => foldChange(change, format)),
  };

  function itemLink(item: string) {
    const known = findItemOfEntry(versions, item);
    return {
      href: `/assessments/${assessment.id}/items/${item}/history`,
      label: known ? format.t('area.item', { code: known.code, title: format.text(known.title) }) : item,
    };
  }
}
