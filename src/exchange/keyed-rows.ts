import type { FaultsOfFile } from './faults-of-file.ts';
import { parseRowKey } from './pack-format.ts';
import type { SheetView } from './sheet-view.ts';

export type KeyedRow = { row: number; itemId: string; place: string };

/** The rows that carry the key of an item of this assessment; what stands in rows without a key is told, not guessed at. */
export function keyedRows(
  view: SheetView,
  {
    assessmentId,
    typedColumns,
    isHead,
  }: { assessmentId: string; typedColumns: readonly string[]; isHead: (row: number) => boolean },
  faults: FaultsOfFile,
): KeyedRow[] {
  return view.rows.flatMap(row => {
    const cell = view.key(row);
    const key = parseRowKey(cell.text.trim());
    if (key?.assessmentId === assessmentId) return [{ row, itemId: key.itemId, place: `${view.name}!${row}` }];
    if (key) faults.add(cell.place, foreignKey);
    else if (!isHead(row)) {
      const typed = typedColumns.map(column => view.cell(row, column)).find(({ kind }) => kind !== 'empty');
      if (typed) faults.add(typed.place, cell.kind === 'empty' ? withoutKey : brokenKey);
    }
    return [];
  });
}

const foreignKey = {
  zh: '这一行属于另一次评价，没有读取',
  en: 'this row belongs to another assessment and was not read',
};
const withoutKey = {
  zh: '这一行没有隐藏的检查项标识，不知道是哪一项；请填在下载的表原有的行里',
  en: 'this row lacks the hidden mark of its item, so it is not known which one is meant; fill in the rows that were downloaded',
};
const brokenKey = {
  zh: '这一行隐藏的检查项标识被改动过，没有读取',
  en: 'the hidden mark of this row was altered; it was not read',
};
