/** Spreadsheets refuse rows that are higher. */
const pointsAtMost = 400;
const pointsOfLine = 14.5;
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u2010-\u2026\u00b7]|\p{Extended_Pictographic}/u;

/** How high a row has to be for these texts, each in a column so many Latin letters wide: rows written by a program do not grow by themselves. */
export function rowHeight(cells: readonly { text: string; width: number }[]): number {
  const lines = Math.max(1, ...cells.map(({ text, width }) => linesOf(text, width - 1)));
  return Math.min(pointsAtMost, 5 + lines * pointsOfLine);
}

function linesOf(text: string, width: number): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / width)), 0);
}

/** A Chinese sign takes the room of two digits, by which columns are measured; a Latin letter mostly less than one. */
function widthOf(line: string): number {
  let width = 0;
  for (const sign of line) width += wide.test(sign) ? 2 : 0.85;
  return width;
}
