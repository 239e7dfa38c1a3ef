import { cellPlaces, isUnscoredTable, type MatrixItem } from '#assessment/matrix-cells.ts';
import { unfilledKey } from '#report/matrix-report.ts';
import type { Format } from '../format.ts';
import { cellMeaning, cellName, cellStep } from './matrix-words.ts';
import { cellKey, fieldName, type TypedAnswer } from './typed-answer.ts';

type Shown = {
  format: Format;
  error: (field: string) => string | null;
  /** Keys of the cells in which the stored version says something else. */
  differing: ReadonlySet<string>;
};
type Given = Shown & { item: MatrixItem; typed: TypedAnswer };
type Line = MatrixItem['rows'][number];

/** Beyond this a choice of numerals in every cell is wider than the page, or more controls than a browser likes. */
const most = { choicesOfRow: 24, cells: 400 };

/** The table of a matrix item: numerals to choose from in each cell, or one small field a cell where it is large. */
export function matrixView(item: MatrixItem, typed: TypedAnswer, shown: Shown) {
  const given = { ...shown, item, typed };
  const { t } = shown.format;
  return {
    asChoices: hasChoices(item),
    max: String(item.cellMax),
    corner: t('matrix.row'),
    columns: item.columns.map(column => shown.format.text(column.label)),
    rows: item.rows.map(row => rowView(row, given)),
    filled: filledWords('matrix.filled', item.rows, given),
    legend: legendOf(given),
    unfilled: t(unfilledKey(!isUnscoredTable(item))),
    words: scriptWords(given),
    errors: errorsOf(given),
  };
}

/** In words below the table: a cell is too small for them. */
function errorsOf({ item, error }: Given) {
  return cellPlaces(item).flatMap(place => {
    const text = error(`cell:${cellKey(place)}`);
    return text === null ? [] : [{ id: fieldName(item, `cell:${cellKey(place)}-error`), text }];
  });
}

function hasChoices({ rows, columns, cellMax }: MatrixItem): boolean {
  return columns.length * (cellMax + 2) <= most.choicesOfRow && columns.length * rows.length <= most.cells;
}

function rowView(row: Line, given: Given) {
  return {
    part: `row-${row.id}`,
    label: given.format.text(row.label),
    filled: filledWords('matrix.filled.short', [row], given),
    cells: given.item.columns.map(column => cellView(row, column, given)),
  };
}

function cellView(row: Line, column: Line, given: Given) {
  const { item, typed, format, error, differing } = given;
  const place = { row: row.id, column: column.id };
  const key = cellKey(place);
  const value = (typed.cells[key] ?? '').trim();
  const name = fieldName(item, `cell:${key}`);
  const fault = error(`cell:${key}`);
  const marks = [
    'matrix-cell',
    value === '' && 'is-unfilled',
    differing.has(key) && 'is-differing',
    fault && 'is-faulty',
  ];
  return {
    name,
    errorId: `${name}-error`,
    key: `cell-${key}`,
    label: cellName(item, place, format),
    column: format.text(column.label),
    value,
    classes: marks.filter(Boolean).join(' '),
    step: isPoints(value, item) ? `is-step-${cellStep(item, Number(value))}` : '',
    error: fault,
    options: hasChoices(item) ? optionsOf(value, given) : [],
  };
}

function isPoints(value: string, { cellMax }: MatrixItem): boolean {
  return /^\d+$/.test(value) && Number(value) <= cellMax;
}

function optionsOf(value: string, { item, format }: Given) {
  const numerals = Array.from({ length: item.cellMax + 1 }, (_, points) => ({
    value: String(points),
    mark: String(points),
    step: `is-step-${cellStep(item, points)}`,
    label: null,
    meaning: meaningId(item, points),
    checked: value === String(points),
  }));
  const unfilled = {
    ...{ value: '', mark: format.t('matrix.unfilled.mark'), step: 'is-step-none' },
    ...{ label: format.t('matrix.unfilled'), meaning: null },
  };
  return [{ ...unfilled, checked: !numerals.some(({ checked }) => checked) }, ...numerals];
}

function legendOf({ item, format }: Given) {
  return Array.from({ length: item.cellMax + 1 }, (_, points) => ({
    id: meaningId(item, points),
    value: String(points),
    classes: `level level-${cellStep(item, points)}`,
    meaning: cellMeaning(item, points, format),
  }));
}

function meaningId(item: MatrixItem, points: number): string {
  return fieldName(item, `meaning-${points}`);
}

function filledWords(
  words: 'matrix.filled' | 'matrix.filled.short',
  rows: Line[],
  { item, typed, format }: Given,
): string {
  const keys = rows.flatMap(row => item.columns.map(column => cellKey({ row: row.id, column: column.id })));
  const filled = keys.filter(key => (typed.cells[key] ?? '').trim() !== '').length;
  return format.t(words, { filled, total: keys.length });
}

/** What the page's script says; it fills in `{row}` and the like. */
function scriptWords({ item, format: { t } }: Given) {
  return {
    keys: t(item.cellMax < 10 ? 'matrix.keys' : 'matrix.keys.long', { max: item.cellMax }),
    here: t('matrix.script.here'),
    filled: t('matrix.script.filled'),
    undone: t('matrix.script.undone'),
    row: t('matrix.script.row'),
    most: t('matrix.script.most', { max: item.cellMax }),
  };
}
