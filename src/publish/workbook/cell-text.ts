/** What XML knows of a text: no controls but tab and line break, no half characters, nothing that is no character. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
const unwanted = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\p{Noncharacter_Code_Point}]/gu;

/** The most that a cell holds, in UTF-16 units. */
const longestCell = 32_767;

/** A text as a cell can hold it. `cutAt` words, for the length of the whole text, what is said where it is cut. */
export function cellText(text: string, cutAt: (length: number) => string): string {
  const clean = text.toWellFormed().replace(/\r\n?/g, '\n').replace(unwanted, '');
  const escaped = escapeEscapes(clean);
  if (escaped.length <= longestCell) return escaped;
  const statement = `\n${cutAt(clean.length)}`;
  const kept = escaped.slice(0, longestCell - statement.length);
  // A character is not cut in two, nor is an escape.
  return kept.replace(/(?:[\ud800-\udbff]|_x?[0-9A-F]{0,4})$/, '') + statement;
}

/** Spreadsheets read `_x0041_` in a text as "A". */
function escapeEscapes(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

/** Typed anew, such a text would become a formula; its cell is marked as text, so that it stays one. */
export function looksLikeFormula(text: string): boolean {
  return /^[=+\-@\t]/.test(text.trimStart()) || text.startsWith('\t');
}
