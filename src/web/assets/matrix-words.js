/** What a table says of itself: where one is, how much is filled in. */

import { cellsOf, currentOf, heldIn, placeOf, rowsOf } from './matrix-cells.js';

/** Which cell it is and what stands in it. @param {HTMLElement} matrix */
export function showHere(matrix) {
  const here = matrix.querySelector('[data-matrix="here"]');
  const cell = currentOf(matrix);
  if (!here || !cell) return;
  const rows = rowsOf(matrix);
  const label = cell.querySelector('[role="radiogroup"], .matrix-number')?.getAttribute('aria-label') ?? '';
  const marks = [...matrix.querySelectorAll('.matrix-key li')];
  const value = heldIn(cell);
  const meaning = marks.find(mark => mark.querySelector('.level')?.textContent === value) ?? marks.at(-1);
  const place = (matrix.dataset.row ?? '')
    .replace('{row}', String(placeOf(cell).row + 1))
    .replace('{rows}', String(rows.length));
  const parts = new Map([
    ['place', place],
    ['cell', label],
    ['value', meaning ? wordsOf(meaning) : value],
  ]);
  here.textContent = (matrix.dataset.here ?? '').replace(/{(\w+)}/g, (_hole, name) => parts.get(name) ?? '');
  for (const [name, off] of [
    ['previous', placeOf(cell).row === 0],
    ['next', placeOf(cell).row === rows.length - 1],
  ])
    matrix.querySelector(`[data-matrix="${name}"]`)?.toggleAttribute('disabled', Boolean(off));
}

/** @param {Element} mark */
function wordsOf(mark) {
  const numeral = mark.querySelector('.level')?.textContent ?? '';
  return `${numeral} ${(mark.textContent ?? '').slice(numeral.length)}`;
}

/** Heard only; what can be seen need not be said twice. @param {HTMLElement} matrix @param {string} words */
export function say(matrix, words) {
  tell(matrix, words, 'visually-hidden');
}

/** Heard and seen: a key that does nothing needs a reason. @param {HTMLElement} matrix @param {string} words */
export function refuse(matrix, words) {
  tell(matrix, words, 'matrix-problem');
}

/** @param {HTMLElement} matrix @param {string} words @param {string} look */
function tell(matrix, words, look) {
  const status = matrix.querySelector('[data-matrix="status"]');
  if (!status) return;
  status.className = look;
  status.textContent = words;
}

/** How a filled cell looks before the server answers, and how many there are. @param {HTMLElement} matrix */
export function showFilled(matrix) {
  const rows = cellsOf(matrix).map(cells => {
    for (const cell of cells) showCell(matrix, cell);
    return cells.filter(cell => heldIn(cell) !== '').length;
  });
  rowsOf(matrix).forEach((row, index) => {
    count(row.querySelector('.matrix-row-filled'), rows[index] ?? 0);
  });
  count(
    matrix.querySelector('.matrix-filled'),
    rows.reduce((sum, filled) => sum + filled, 0),
  );
}

/** @param {HTMLElement} matrix @param {HTMLTableCellElement} cell */
function showCell(matrix, cell) {
  const value = heldIn(cell);
  cell.classList.toggle('is-unfilled', value === '');
  const field = cell.querySelector('.matrix-number');
  const step = Math.floor((Number(value) / Number(matrix.dataset.max)) * 5 + 1e-9);
  if (field) field.className = `matrix-number ${/^\d+$/.test(value) && step <= 5 ? `is-step-${step}` : ''}`;
}

/** The first number in the words. @param {Element | null} words @param {number} filled */
function count(words, filled) {
  if (words) words.textContent = (words.textContent ?? '').replace(/\d+/, String(filled));
}
