import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';

// As CommonJS the library is one step faster to load, and a worker loads it for every file.
const { Workbook } = createRequire(import.meta.url)('@cj-tech-master/excelts');

/** So many cells with something in them are no answer sheet any more. */
const cellsAtMost = 400_000;

/** @typedef {import('./raw-workbook.ts').RawCell} RawCell */

/** @param {unknown} value @param {string} format @returns {Pick<RawCell, 'kind' | 'text'> | undefined} */
function contentOf(value, format) {
  if (value === null || value === undefined || value === '') return undefined;
  if (typeof value === 'string') return { kind: 'text', text: value };
  if (typeof value === 'number') return { kind: format.includes('%') ? 'percent' : 'number', text: String(value) };
  if (typeof value === 'boolean') return { kind: 'boolean', text: value ? 'TRUE' : 'FALSE' };
  if (value instanceof Date) return { kind: 'date', text: Number.isNaN(value.getTime()) ? '' : value.toISOString() };
  if (typeof value !== 'object') return undefined;
  if ('formula' in value || 'sharedFormula' in value) return { kind: 'formula', text: '' };
  if ('error' in value) return { kind: 'error', text: String(value.error) };
  if ('richText' in value && Array.isArray(value.richText))
    return { kind: 'text', text: value.richText.map(part => String(part.text ?? '')).join('') };
  if ('text' in value) return contentOf(value.text, format);
  return undefined;
}

/** @type {import('@cj-tech-master/excelts').Workbook} */
const workbook = new Workbook();
await workbook.xlsx.load(workerData.bytes);
let count = 0;
const sheets = workbook.worksheets.map(sheet => {
  /** @type {RawCell[]} */
  const cells = [];
  sheet.eachRow(row =>
    row.eachCell(cell => {
      const content = cell.master === cell ? contentOf(cell.value, String(cell.numFmt ?? '')) : undefined;
      if (!content) return;
      count += 1;
      if (count > cellsAtMost) throw new Error('too many cells');
      cells.push({ row: cell.row, column: cell.col, ...content });
    }),
  );
  return { name: sheet.name, cells, merges: (sheet.model.merges ?? []).map(String) };
});
parentPort?.postMessage({ sheets, date1904: workbook.properties.date1904 === true });
