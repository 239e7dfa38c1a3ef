/** A table of cells as one stop of the Tab key: arrows move, digits fill in, and what was filled in can be undone. */

import {
  cellOf,
  cellsOf,
  currentOf,
  heldIn,
  inputOf,
  inputsOf,
  matrixOf,
  placeOf,
  rowsOf,
  setValue,
  valuesOf,
} from './matrix-cells.js';
import { memoryOf, showUndo } from './matrix-memory.js';
import { refuse, say, showFilled, showHere } from './matrix-words.js';

/** @typedef {import('./matrix-cells.js').Cell} Cell */

const form = document.querySelector('form#area-form');
/** @type {Record<string, [row: number, column: number]>} */
const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

if (form instanceof HTMLFormElement && !form.querySelector(':scope > fieldset:disabled')) {
  prepareAll();
  document.addEventListener('mended', prepareAll);
  form.addEventListener('focusin', event => entered(event.target));
  form.addEventListener('keydown', pressed);
  form.addEventListener('input', event => typed(event.target));
  form.addEventListener('change', event => changed(event.target));
  form.addEventListener('click', event => clicked(event.target));
}

function prepareAll() {
  for (const matrix of document.querySelectorAll('.matrix:not(.is-grid)'))
    if (matrix instanceof HTMLElement) prepare(matrix);
}

/** @param {HTMLElement} matrix */
function prepare(matrix) {
  matrix.classList.add('is-grid');
  matrix.querySelector('table')?.setAttribute('role', 'grid');
  matrix.querySelector('.matrix-scroll')?.removeAttribute('tabindex');
  for (const input of inputsOf(matrix)) input.tabIndex = -1;
  const memory = memoryOf(matrix);
  memory.values = valuesOf(matrix);
  const cells = cellsOf(matrix).flat();
  const current = cells.find(cell => inputOf(cell)?.name === memory.current) ?? cells[0];
  if (current) makeCurrent(matrix, current);
  showUndo(matrix);
}

/** @param {EventTarget | null} target */
function entered(target) {
  const cell = cellOf(target);
  const matrix = matrixOf(target);
  if (!cell || !matrix) return;
  makeCurrent(matrix, cell);
  if (target instanceof HTMLInputElement && target.type === 'text') target.select();
}

/** @param {HTMLElement} matrix @param {Cell} cell */
function makeCurrent(matrix, cell) {
  const before = currentOf(matrix);
  for (const input of before ? inputsOf(before.parentElement ?? before) : []) input.tabIndex = -1;
  for (const input of cell.querySelectorAll('input')) input.tabIndex = 0;
  for (const row of rowsOf(matrix)) row.classList.toggle('is-current', row.contains(cell));
  before?.removeAttribute('data-current');
  cell.setAttribute('data-current', '');
  memoryOf(matrix).current = inputOf(cell)?.name ?? '';
  showHere(matrix);
}

/** @param {KeyboardEvent} event */
function pressed(event) {
  const cell = cellOf(event.target);
  const matrix = matrixOf(event.target);
  if (!cell || !matrix || event.altKey) return;
  const done = event.ctrlKey || event.metaKey ? control(matrix, cell, event) : plain(matrix, cell, event);
  if (done) event.preventDefault();
}

/** @param {HTMLElement} matrix @param {Cell} cell @param {KeyboardEvent} event */
function control(matrix, cell, { key }) {
  if (key === 'Home') return go(matrix, { row: 0, column: 0 });
  if (key === 'End') return go(matrix, { row: Infinity, column: Infinity });
  return key.toLowerCase() === 'z' && undo(matrix, cell);
}

/** @param {HTMLElement} matrix @param {Cell} cell @param {KeyboardEvent} event */
function plain(matrix, cell, { key, code, shiftKey }) {
  const { row, column } = placeOf(cell);
  const step = steps[key];
  if (step) return go(matrix, { row: row + step[0], column: column + step[1] });
  if (key === 'Home') return go(matrix, { row, column: 0 });
  if (key === 'End') return go(matrix, { row, column: Infinity });
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  if (shiftKey && digit !== undefined) return fillIn(matrix, cellsOf(matrix)[row] ?? [], digit);
  // A field takes what is typed by itself.
  if (matrix.classList.contains('is-large')) return false;
  if (key === 'Delete' || key === 'Backspace') return fillIn(matrix, [cell], '');
  return /^\d$/.test(key) && fillIn(matrix, [cell], key);
}

/** As far as the table goes. @param {HTMLElement} matrix @param {{ row: number, column: number }} place */
function go(matrix, { row, column }) {
  const rows = cellsOf(matrix);
  const cells = rows[Math.max(0, Math.min(row, rows.length - 1))] ?? [];
  const cell = cells[Math.max(0, Math.min(column, cells.length - 1))];
  if (cell) {
    makeCurrent(matrix, cell);
    say(matrix, '');
    inputOf(cell)?.focus();
  }
  return true;
}

/** @param {HTMLElement} matrix @param {Cell[]} cells @param {string} value */
function fillIn(matrix, cells, value) {
  if (Number(value) > Number(matrix.dataset.max)) {
    refuse(matrix, matrix.dataset.most ?? '');
    return true;
  }
  say(matrix, '');
  const others = cells.filter(cell => heldIn(cell) !== value);
  for (const cell of others) setValue(cell, value);
  if (cells.length > 1) say(matrix, (matrix.dataset.filled ?? '').replace('{count}', String(others.length)));
  tell(others[0]);
  return true;
}

/** The form saves what changed. @param {Cell | undefined} cell */
function tell(cell) {
  const focused = cell?.contains(document.activeElement) ?? false;
  const input = cell ? inputOf(cell) : null;
  if (focused) input?.focus();
  for (const type of ['input', 'change']) input?.dispatchEvent(new Event(type, { bubbles: true }));
}

/** @param {HTMLElement} matrix @param {Cell | undefined} cell */
function undo(matrix, cell) {
  const memory = memoryOf(matrix);
  const before = memory.undo.pop();
  if (!before) return false;
  const cells = cellsOf(matrix)
    .flat()
    .filter(one => before.has(inputOf(one)?.name ?? ''));
  for (const one of cells) setValue(one, before.get(inputOf(one)?.name ?? '') ?? '');
  memory.values = valuesOf(matrix);
  tell(cells.find(one => one === cell) ?? cells[0]);
  say(matrix, (matrix.dataset.undone ?? '').replace('{count}', String(cells.length)));
  return true;
}

/** A field changes only when it is left. @param {EventTarget | null} target */
function typed(target) {
  const matrix = cellOf(target) && matrixOf(target);
  if (matrix) showHere(matrix);
}

/** Whatever changed the cells, by key, button or pointer. @param {EventTarget | null} target */
function changed(target) {
  const matrix = cellOf(target) && matrixOf(target);
  if (!matrix) return;
  const memory = memoryOf(matrix);
  const values = valuesOf(matrix);
  const before = [...memory.values].filter(([name, value]) => values.get(name) !== value);
  if (before.length > 0) memory.undo.push(new Map(before));
  memory.values = values;
  showFilled(matrix);
  showUndo(matrix);
  showHere(matrix);
}

/** @param {EventTarget | null} target */
function clicked(target) {
  const button = target instanceof Element ? target.closest('[data-matrix]') : null;
  const matrix = matrixOf(button);
  const cell = matrix && currentOf(matrix);
  if (!(button instanceof HTMLButtonElement) || !matrix || !cell) return;
  const rows = cellsOf(matrix);
  const { row, column } = placeOf(cell);
  const columnCells = rows.flatMap(cells => cells[column] ?? []);
  const name = button.dataset.matrix;
  if (name === 'undo') undo(matrix, undefined);
  if (name === 'fill-row') fillIn(matrix, rows[row] ?? [], heldIn(cell));
  if (name === 'fill-column') fillIn(matrix, columnCells, heldIn(cell));
  if (name === 'previous') turn(matrix, rows[row - 1]?.[column]);
  if (name === 'next') turn(matrix, rows[row + 1]?.[column]);
}

/** One row at a time on a phone. @param {HTMLElement} matrix @param {Cell | undefined} cell */
function turn(matrix, cell) {
  if (!cell) return;
  makeCurrent(matrix, cell);
  cell.parentElement?.scrollIntoView({ block: 'start' });
  say(matrix, matrix.querySelector('[data-matrix="here"]')?.textContent ?? '');
}
