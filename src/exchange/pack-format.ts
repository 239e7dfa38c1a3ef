/** What a pack and its reader agree on. Machine names stand in a hidden first row and column of every sheet, so that sheets, columns and rows are found wherever they were moved. */
export const packFormat = 1;

export const marks = {
  answers: 'rencheng/answers',
  evidence: 'rencheng/evidence',
  table: 'rencheng/table',
  meta: 'rencheng/pack',
};

export const answerColumns = [
  'rev',
  'code',
  'item',
  'levels',
  'last',
  'answer',
  'value',
  'unit',
  'reason',
  'note',
  'guidance',
] as const;
export type AnswerColumn = (typeof answerColumns)[number];

export const evidenceColumns = [
  'record',
  'code',
  'item',
  'kind',
  'title',
  'number',
  'date',
  'validUntil',
  'keptAt',
  'link',
  'hint',
] as const;
export type EvidenceColumn = (typeof evidenceColumns)[number];

/** The most characters that fit into a cell of a spreadsheet. */
export const cellCharacters = 32_767;

/** A row is known by assessment and item. */
export function rowKey(assessmentId: string, itemId: string): string {
  return `${assessmentId}/${itemId}`;
}

/** Undefined where it is no key. */
export function parseRowKey(key: string): { assessmentId: string; itemId: string } | undefined {
  const [, assessmentId, itemId] = /^([A-Za-z0-9_-]{1,64})\/([A-Za-z0-9._-]{1,80})$/.exec(key) ?? [];
  return assessmentId === undefined || itemId === undefined ? undefined : { assessmentId, itemId };
}

const columnMark = 'column:';

/** The machine name of a table's column. */
export function columnName(columnId: string): string {
  return columnMark + columnId;
}

export function columnIdOf(name: string): string | undefined {
  return name.startsWith(columnMark) ? name.slice(columnMark.length) : undefined;
}
