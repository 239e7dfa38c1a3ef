import { setImmediate as nextTurn } from 'node:timers/promises';
import { type HistoryEntry, itemsOfChange } from '#assessment/history.ts';
import type { AnswerChange } from '../assessment/answer-changes.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';
import { personName } from '../assessment/person-name.ts';
import type { Format } from '../format.ts';
import { changeWords } from './change-words.ts';
import { entryVersions, findItemOfEntry } from './entry-versions.ts';

type Cell = string | number | null;

const columns = ['seq', 'at', 'by', 'code', 'item', 'what', 'changes', 'why', 'hash'] as const;

const rowsAtATime = 100;

/** The history as rows for a spreadsheet, the heading first. Lets others have their turn: thousands of rows take a while. */
export async function historyTable(
  entries: Iterable<HistoryEntry>,
  open: OpenAssessment,
  format: Format,
): Promise<Cell[][]> {
  const rows: Cell[][] = [columns.map(column => format.t(`changes.csv.${column}`))];
  for (const entry of entries) {
    rows.push(rowOf(entry, open, format));
    if (rows.length % rowsAtATime === 0) await nextTurn();
  }
  return rows;
}

function rowOf(entry: HistoryEntry, open: OpenAssessment, format: Format): Cell[] {
  const versions = entryVersions(entry, open);
  const { change, seq, head } = entry;
  const itemIds = itemsOfChange(change);
  const items = itemIds.map(id => findItemOfEntry(versions, id));
  const { what, changes } = changeWords(entry, versions, format);
  const cells: Record<(typeof columns)[number], Cell> = {
    seq,
    at: format.minute(change.at),
    by: personName(change.by, open, format),
    code: format.list(itemIds.map((id, index) => items[index]?.code ?? id)) || null,
    item: format.list(items.flatMap(item => (item ? [format.text(item.title)] : []))) || null,
    what,
    changes:
      changes.length === 0
        ? null
        : changes.map(part => partWords(part, format)).join(format.t('changes.csv.separator')),
    why: change.why === undefined ? null : format.reason(change.why),
    hash: head,
  };
  return columns.map(column => cells[column]);
}

function partWords({ what, before, after }: AnswerChange, { t }: Format): string {
  const words = { what, before: sideWords(before), after: sideWords(after) };
  if (before === null) return t('changes.csv.added', words);
  return after === null ? t('changes.csv.removed', words) : t('changes.csv.changed', words);
}

function sideWords(side: AnswerChange['before']): string {
  return side ? side.start + side.part + side.end : '';
}
