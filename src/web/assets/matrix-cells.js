/** The cells of a table of an item: where they stand, what they hold. */

/** @typedef {HTMLTableCellElement} Cell */

/** @param {EventTarget | null} target */
export function matrixOf(target) {
  const matrix = target instanceof Element ? target.closest('.matrix') : null;
  return matrix instanceof HTMLElement ? matrix : undefined;
}

/** @param {EventTarget | null} target @returns {Cell | undefined} */
export function cellOf(target) {
  const cell = target instanceof Element ? target.closest('.matrix-cell') : null;
  return cell instanceof HTMLTableCellElement ? cell : undefined;
}

/** Row by row. @param {HTMLElement} matrix @returns {Cell[][]} */
export function cellsOf(matrix) {
  return rowsOf(matrix).map(row => [...row.cells].slice(1));
}

/** @param {HTMLElement} matrix @returns {HTMLTableRowElement[]} */
export function rowsOf(matrix) {
  const body = matrix.querySelector('tbody');
  return body ? [...body.rows] : [];
}

/** @param {Cell} cell */
export function placeOf(cell) {
  const row = cell.parentElement;
  return { row: row instanceof HTMLTableRowElement ? row.sectionRowIndex : 0, column: cell.cellIndex - 1 };
}

/** @param {Element} part @returns {NodeListOf<HTMLInputElement>} */
export function inputsOf(part) {
  return part.querySelectorAll('.matrix-cell input');
}

/** The one that stands for the cell: the chosen numeral, or the field. @param {Cell} cell @returns {HTMLInputElement | null} */
export function inputOf(cell) {
  return cell.querySelector('.matrix-number, input:checked') ?? cell.querySelector('input');
}

/** @param {Cell} cell */
export function heldIn(cell) {
  return inputOf(cell)?.value.trim() ?? '';
}

/** @param {Cell} cell @param {string} value */
export function setValue(cell, value) {
  const field = cell.querySelector('.matrix-number');
  if (field instanceof HTMLInputElement) field.value = value;
  for (const radio of cell.querySelectorAll('[type="radio"]'))
    if (radio instanceof HTMLInputElement && radio.value === value) radio.checked = true;
}

/** Every cell's value by the name of its field. @param {HTMLElement} matrix @returns {Map<string, string>} */
export function valuesOf(matrix) {
  return new Map(cellsOf(matrix).flatMap(row => row.map(cell => [inputOf(cell)?.name ?? '', heldIn(cell)])));
}

/** Where the keys act. @param {HTMLElement} matrix */
export function currentOf(matrix) {
  return cellOf(matrix.querySelector('.matrix-cell[data-current]'));
}
