import type { PrintedTable } from '#report/printed-report.ts';

/** A word that neither program breaks; longer ones are broken anyway. */
const wholeWord = /[\p{Script=Latin}\p{N}.,%–-]+/gu;
const longestWhole = 14;
/** Of a bold letter beside its size, and what the edges of a cell take, in em. */
const letter = 0.6;
const edges = 1.6;
/** The first rows tell enough of thousands. */
const rowsRead = 300;

/** What each column gets of the whole width (1), by its share, but never less than its longest word; `ems` is the width of the table in letters' sizes. */
export function columnWidths({ columns, rows }: Pick<PrintedTable, 'columns' | 'rows'>, ems: number): number[] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const wanted = columns.map(({ share }) => share / shares);
  const least = columns.map(({ title }, index) => {
    const texts = [title, ...rows.slice(0, rowsRead).map(row => row[index]?.text ?? '')];
    return (Math.max(...texts.map(longestWord)) * letter + edges) / ems;
  });
  const fixed = wanted.map((width, index) => width < (least[index] ?? 0));
  const taken = least.reduce((sum, width, index) => sum + (fixed[index] ? width : 0), 0);
  const rest = wanted.reduce((sum, width, index) => sum + (fixed[index] ? 0 : width), 0);
  // So many narrow columns that nothing is left: then all are narrow alike.
  if (taken > mostTaken || rest === 0) return wanted;
  return wanted.map((width, index) => (fixed[index] ? (least[index] ?? 0) : (width / rest) * (1 - taken)));
}

const mostTaken = 0.7;

function longestWord(text: string): number {
  const words = text.slice(0, 2_000).match(wholeWord) ?? [];
  return Math.min(longestWhole, Math.max(0, ...words.map(word => word.length)));
}
