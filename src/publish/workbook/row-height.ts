import type { Cell, CellStyle, Row } from './sheet.ts';

const pointsPerLine = 16.5;
/** Longer texts are read in the cell itself; a row that fills the screen helps nobody. */
const mostLines = 15;
const wrapping: ReadonlySet<CellStyle> = new Set([
  ...(['heading', 'heading-input', 'heading-calculated', 'lead-joined', 'text', 'strong', 'centred', 'code'] as const),
]);

/** In points, so that every wrapped text is seen whole: not every program finds the height by itself. */
export function rowHeight({ cells, height }: Row, widths: readonly number[]): number {
  if (height !== undefined) return height;
  const lines = cells.map((cell, index) => (cell ? linesOf(cell, widthOf(cell, index, widths)) : 1));
  return Math.min(mostLines, Math.max(1, ...lines)) * pointsPerLine + 2;
}

function widthOf({ span = 1 }: Cell, index: number, widths: readonly number[]): number {
  return widths.slice(index, index + span).reduce((sum, width) => sum + width, 0);
}

function linesOf({ value, style }: Cell, width: number): number {
  const text = typeof value === 'object' && value !== null && 'result' in value ? value.result : value;
  if (typeof text !== 'string' || !wrapping.has(style)) return 1;
  const lines = text.slice(0, 5_000).split('\n');
  return lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(unitsOf(line) / Math.max(1, width - 1.5))), 0);
}

/** A Chinese character is about as wide as two digits. */
function unitsOf(line: string): number {
  let units = 0;
  for (const sign of line) units += (sign.codePointAt(0) ?? 0) > 0x2e80 || sign === '—' ? 1.95 : 0.95;
  return units;
}
