/** What is remembered of a table by its item, because the table itself may be replaced by a fresh one. */

/** @typedef {{ current: string, values: Map<string, string>, undo: Map<string, string>[] }} Memory */

/** @type {Map<string, Memory>} */
const memories = new Map();

/** @param {HTMLElement} matrix @returns {Memory} */
export function memoryOf(matrix) {
  const item = matrix.closest('[data-item]')?.getAttribute('data-item') ?? '';
  const memory = memories.get(item) ?? { current: '', values: new Map(), undo: [] };
  memories.set(item, memory);
  return memory;
}

/** Whether there is something to undo. @param {HTMLElement} matrix */
export function showUndo(matrix) {
  matrix.querySelector('[data-matrix="undo"]')?.toggleAttribute('disabled', memoryOf(matrix).undo.length === 0);
}
