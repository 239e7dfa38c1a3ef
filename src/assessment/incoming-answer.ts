import type { Text } from '#shared/text.ts';
import type { Answer, AnswerValue } from './answer.ts';
import type { Evidence } from './evidence.ts';
import type { IncomingCells, IncomingRecord, TypedItem } from './incoming.ts';

/** An answer put together from a sheet and what it was made of, not checked yet; null where it was emptied. */
export type PutTogether =
  | { ok: true; answer: Answer | null; records: (IncomingRecord | undefined)[] }
  | { ok: false; place: string; message: Required<Text> };

/** `base` is the answer that the sheet was made of. `records` stand beside the evidence of the answer, one for one. */
export function putTogether(item: TypedItem, base: Answer | null): PutTogether {
  const evidence = recordsAfter(base?.evidence ?? [], item.records);
  const kind = item.answer === 'rows' ? rowsKind(item, base) : kindOf(item);
  if (kind === 'contradiction') return refused(item, contradiction);
  if (kind === null)
    return isEmpty(item, evidence)
      ? { ok: true, answer: null, records: [] }
      : refused(item, {
          zh: '填了内容，还没有选作答；说不准的选“不掌握”',
          en: 'something is filled in but no answer is chosen; choose "Unknown" where it is not known',
        });
  const value = kind === 'scored' ? valueAfter(item, base) : undefined;
  const kept = item.answer === 'rows' ? base : null;
  const reason = kept ? (kept.reason ?? '') : item.reason;
  const note = kept || item.note === 'kept' ? (base?.note ?? '') : item.note.text;
  return {
    ok: true,
    answer: {
      answer: kind,
      ...(value === undefined ? {} : { value }),
      ...(reason === '' ? {} : { reason }),
      ...(note === '' ? {} : { note }),
      ...(evidence.length > 0 ? { evidence: evidence.map(({ record }) => record) } : {}),
    },
    records: evidence.map(({ incoming }) => incoming),
  };
}

/** An item of which something could not be read, as far as the rest can be checked without it. */
export function readablePart(item: TypedItem): TypedItem {
  return kindOf(item) === null ? { ...item, answer: 'unknown', reason: '' } : item;
}

const contradiction = {
  zh: '既填了数值或表格，又选了不打分；请只留一个',
  en: 'a figure or a table is filled in, and an answer without a score is chosen; keep one of them',
};

function refused({ place, places }: TypedItem, message: Required<Text>): PutTogether {
  return { ok: false, place: places.answer ?? place, message };
}

type Kind = Answer['answer'] | null | 'contradiction';

/** What is filled in says by itself that it is to be scored. */
function kindOf({ answer, value, cells }: TypedItem): Kind {
  const isFilled = value !== undefined || (cells !== undefined && hasCells(cells));
  if (answer === 'rows' || answer === null) return isFilled ? 'scored' : null;
  return isFilled && answer !== 'scored' ? 'contradiction' : answer;
}

/** A department that has only rows of a table says nothing about the rest of it. */
function rowsKind({ cells = {} }: TypedItem, base: Answer | null): Kind {
  if (!hasCells(cells)) return base?.answer ?? null;
  return base === null || base.answer === 'scored' ? 'scored' : 'contradiction';
}

function hasCells(cells: IncomingCells): boolean {
  return Object.values(cells).some(row => Object.values(row).some(cell => cell !== null));
}

function isEmpty({ reason, note }: TypedItem, evidence: unknown[]): boolean {
  return reason === '' && (note === 'kept' || note.text === '') && evidence.length === 0;
}

function valueAfter({ value, cells }: TypedItem, base: Answer | null): AnswerValue | undefined {
  return cells ? cellsAfter(base?.value, cells) : value;
}

/** The table of before with the cells that are shown in their places. */
function cellsAfter(before: AnswerValue | undefined, shown: IncomingCells): AnswerValue {
  const rows = new Map(
    Object.entries(typeof before === 'object' ? before : {}).map(entry => [entry[0], { ...entry[1] }]),
  );
  for (const [rowId, cells] of Object.entries(shown)) {
    const row = new Map(Object.entries(rows.get(rowId) ?? {}));
    for (const [columnId, cell] of Object.entries(cells))
      if (cell === null) row.delete(columnId);
      else row.set(columnId, cell);
    if (row.size > 0) rows.set(rowId, Object.fromEntries(row));
    else rows.delete(rowId);
  }
  return Object.fromEntries(rows);
}

type Row = { record: Evidence; incoming: IncomingRecord | undefined };

/** Known records in their places, changed or not; then the new ones. What is not shown stays. */
function recordsAfter(before: Evidence[], records: IncomingRecord[] | undefined): Row[] {
  if (!records) return before.map(record => ({ record, incoming: undefined }));
  const known = before.flatMap<Row>(record => {
    const incoming = record.id === undefined ? undefined : records.find(({ id }) => id === record.id);
    if (!incoming) return [{ record, incoming }];
    return incoming.content ? [{ record: withContent(record, incoming.content), incoming }] : [];
  });
  const ids = new Set(before.map(({ id }) => id));
  const added = records.flatMap<Row>(incoming =>
    incoming.content && (incoming.id === undefined || !ids.has(incoming.id))
      ? [{ record: incoming.content, incoming }]
      : [],
  );
  return [...known, ...added];
}

function withContent({ id, file }: Evidence, content: Omit<Evidence, 'id' | 'file'>): Evidence {
  return { ...(id === undefined ? {} : { id }), ...content, ...(file ? { file } : {}) };
}
