import type { Answer, AnswerValue } from '#assessment/answer.ts';
import type { Evidence } from '#assessment/evidence.ts';
import { type CellPlace, cellPlaces, findCell } from '#assessment/matrix-cells.ts';
import type { Item } from '#checklist/checklist-schema.ts';
import type { FormFields } from './form-fields.ts';
import { typedDay } from './typed-day.ts';

export const evidenceFields = ['kind', 'title', 'number', 'date', 'validUntil', 'keptAt', 'link'] as const;
export type EvidenceField = (typeof evidenceFields)[number];

/** `key` tells the records of one page apart; the id comes with the first saving. `ref`: the form only refers to a record of the register. */
export type TypedEvidence = Record<EvidenceField, string> & { key: string; id: string; remove: boolean; ref: boolean };

/** One item's fields as they were typed, or as a stored answer fills them; an untouched field is empty. */
export type TypedAnswer = {
  /** A level, `true`, `false`, `scored` where the value stands in fields of its own, or a non-answer. */
  choice: string;
  number: string;
  /** By `<row>:<column>`. */
  cells: Record<string, string>;
  reason: string;
  withheldReason: string;
  note: string;
  evidence: TypedEvidence[];
};

export const fieldName = (item: Pick<Item, 'id'>, field: string) => `${item.id}:${field}`;

export function readTypedAnswer(fields: FormFields, item: Item): TypedAnswer {
  const read = (field: string) => (fields.get(fieldName(item, field)) ?? '').replace(/\r\n?/g, '\n');
  return {
    choice: read('choice'),
    number: read('number'),
    cells: Object.fromEntries(cellKeys(item).map(key => [key, read(`cell:${key}`)])),
    reason: read('reason'),
    withheldReason: read('withheld-reason'),
    note: read('note'),
    evidence: withUsed(
      evidenceKeys(fields, item)
        .map(key => readEvidence(field => read(`${key}:${field}`), key))
        .filter(record => !isBlankEvidence(record)),
      read('use'),
    ),
  };
}

export function typedOfAnswer(answer: Answer | null | undefined, item: Item): TypedAnswer {
  const value = answer?.answer === 'scored' ? answer.value : undefined;
  const reason = answer?.reason ?? '';
  return {
    choice: answer ? choiceOf(answer, item) : '',
    number: typeof value === 'number' && hasNumber(item) ? String(value) : '',
    cells: typedCells(value, item),
    reason: answer?.answer === 'withheld' ? '' : reason,
    withheldReason: answer?.answer === 'withheld' ? reason : '',
    note: answer?.note ?? '',
    evidence: (answer?.evidence ?? []).map((record, index) => typedEvidence(record, `e${index}`)),
  };
}

/** Whether both say the same: blanks at the ends, records ticked for removal and what stands in a record that is only referred to do not count. */
export function sameTyped(a: TypedAnswer, b: TypedAnswer): boolean {
  const referred = new Set([...a.evidence, ...b.evidence].flatMap(({ ref, id }) => (ref ? [id] : [])));
  return JSON.stringify(essence(a, referred)) === JSON.stringify(essence(b, referred));
}

export function isBlank(typed: TypedAnswer): boolean {
  const { choice, number, cells, reason, withheldReason, note, evidence } = typed;
  const texts = [choice, number, ...Object.values(cells), reason, withheldReason, note];
  return texts.every(text => text.trim() === '') && keptEvidence(typed).length === 0 && evidence.length === 0;
}

export function keptEvidence({ evidence }: TypedAnswer): TypedEvidence[] {
  return evidence.filter(record => !record.remove);
}

export function blankEvidence(key: string): TypedEvidence {
  return readEvidence(() => '', key);
}

/** The key of one record more. */
export function nextEvidenceKey(records: TypedEvidence[]): string {
  return `e${Math.max(-1, ...records.map(({ key }) => Number(key.slice(1)))) + 1}`;
}

export function hasNumber({ kind }: Item): boolean {
  return kind === 'metric' || kind === 'deduction';
}

/** How a cell is called in field names and in `TypedAnswer.cells`. */
export const cellKey = ({ row, column }: CellPlace) => `${row}:${column}`;

/** Of every cell of a matrix item; none for other kinds. */
function cellKeys(item: Item): string[] {
  return item.kind === 'matrix' ? cellPlaces(item).map(cellKey) : [];
}

function choiceOf({ answer, value }: Answer, item: Item): string {
  if (answer !== 'scored') return answer;
  return hasNumber(item) || item.kind === 'matrix' ? 'scored' : String(value);
}

function typedCells(value: AnswerValue | undefined, item: Item): TypedAnswer['cells'] {
  if (item.kind !== 'matrix') return {};
  return Object.fromEntries(cellPlaces(item).map(place => [cellKey(place), String(findCell(value, place) ?? '')]));
}

/** The keys that were sent, in their order on the page. */
function evidenceKeys(fields: FormFields, item: Item): string[] {
  const start = fieldName(item, 'e');
  const keys = [...fields.keys()].flatMap(name => {
    const key = name.startsWith(start) ? /^\d{1,4}(?=:)/.exec(name.slice(start.length))?.[0] : undefined;
    return key === undefined ? [] : [`e${key}`];
  });
  return [...new Set(keys)];
}

/** With the record that was chosen from the register. */
function withUsed(records: TypedEvidence[], id: string): TypedEvidence[] {
  if (id === '' || records.some(record => record.id === id && !record.remove)) return records;
  return [...records, { ...blankEvidence(nextEvidenceKey(records)), id, ref: true }];
}

function readEvidence(read: (field: string) => string, key: string): TypedEvidence {
  return {
    ...{ key, id: read('id'), remove: read('remove') !== '', ref: read('ref') !== '' },
    ...{ kind: read('kind'), title: read('title'), number: read('number'), date: typedDay(read('date')) },
    ...{ validUntil: typedDay(read('validUntil')), keptAt: read('keptAt'), link: read('link') },
  };
}

/** The fields as a stored record fills them. */
export function typedEvidence(record: Evidence, key: string): TypedEvidence {
  const { id = '', number = '', date = '', validUntil = '', keptAt = '', link = '' } = record;
  return {
    key,
    id,
    remove: false,
    ref: false,
    kind: record.kind,
    title: record.title,
    number,
    date,
    validUntil,
    keptAt,
    link,
  };
}

function isBlankEvidence(record: TypedEvidence): boolean {
  return evidenceFields.every(field => record[field].trim() === '') && !record.remove && !record.ref;
}

function essence(typed: TypedAnswer, referred: ReadonlySet<string>) {
  const { choice, number, cells, reason, withheldReason, note } = typed;
  const texts = [choice, number, ...Object.values(cells), reason, withheldReason, note];
  const evidence = keptEvidence(typed).map(record =>
    referred.has(record.id) ? [record.id] : [record.id, ...evidenceFields.map(field => record[field].trim())],
  );
  return [texts.map(text => text.trim()), evidence];
}
