import { cellText } from '#shared/cell-text.ts';
import { withoutControls } from '#shared/plain-text.ts';

/** The most that a cell holds, in UTF-16 units. */
const longestCell = 32_767;

/** A text as a cell can hold it. `cutAt` words, for the length of the whole text, what is said where it is cut. */
export function cutText(text: string, cutAt: (length: number) => string): string {
  const escaped = cellText(text);
  if (escaped.length <= longestCell) return escaped;
  const statement = `\n${cutAt(withoutControls(text).length)}`;
  const kept = escaped.slice(0, longestCell - statement.length);
  // A character is not cut in two, nor is an escape.
  return kept.replace(/(?:[\ud800-\udbff]|_x?[0-9A-F]{0,4})$/, '') + statement;
}

/** Typed anew, such a text would become a formula; its cell is marked as text, so that it stays one. */
export function looksLikeFormula(text: string): boolean {
  return /^[=+\-@\t]/.test(text.trimStart()) || text.startsWith('\t');
}
