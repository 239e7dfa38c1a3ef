import { type HistoryEntry, itemsOfChange } from '#assessment/history.ts';
import { findItem } from '#checklist/checklist-lookups.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';
import { personName } from '../assessment/person-name.ts';
import type { Format } from '../format.ts';
import { changeWords } from './change-words.ts';
import { foldChange } from './fold-change.ts';

/** One change as the history shows it. */
export function historyEntry(entry: HistoryEntry, open: OpenAssessment, format: Format) {
  const { assessment, wholeChecklist } = open;
  const { change, seq } = entry;
  const { what, changes } = changeWords(entry, wholeChecklist, format);
  const items = itemsOfChange(change).map(itemLink);
  return {
    anchor: `c${seq}`,
    seq: String(seq),
    clock: format.clock(change.at),
    at: change.at,
    who: personName(change.by, open, format),
    why: change.why ?? null,
    items,
    what,
    changes: changes.map(change => foldChange(change, format)),
  };

  function itemLink(item: string) {
    const known = findItem(wholeChecklist, item);
    return {
      href: `/assessments/${assessment.id}/items/${item}/history`,
      label: known ? format.t('area.item', { code: known.code, title: format.text(known.title) }) : item,
    };
  }
}
