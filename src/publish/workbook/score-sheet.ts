import { levelColours } from '../charts/palette.ts';
import { headingCell, headingRow, headRows } from './cells.ts';
import { columnLetter } from './formulas.ts';
import { inputChecks } from './input-checks.ts';
import type { Book } from './open-book.ts';
import { firstCalculated, inputColumns, inRow, numberOf, type ScoreColumn, scoreColumns } from './score-columns.ts';
import { scoreRow } from './score-row.ts';
import type { CellStyle, Colouring, Sheet } from './sheet.ts';
import { areaOf } from './write-workbook.ts';

const widths: Record<ScoreColumn, number> = {
  ...{ 'area-number': 5, area: 17, code: 7, item: 34, 'bottom-line': 7, state: 10, value: 13 },
  ...{ counts: 6, from: 7, to: 7, level: 8, ceiling: 8, weight: 7 },
  ...{ claimed: 9.5, supported: 9.5, share: 9.5, remarks: 38, evidence: 42, lead: 18 },
  ...{ fraction: 10, carried: 10, 'weight-scored': 10, 'weight-all': 10, 'weight-claimed': 10 },
  ...{ 'weight-supported': 10, part: 10, 'part-scored': 10, 'part-claimed': 10, 'part-supported': 10, groups: 16 },
};

/** Every item in a row, calculated anew when a level, an evidence ceiling or a weight is changed. */
export function scoreSheet(book: Book): Sheet {
  const { report, languages, names, scores } = book;
  const last = numberOf('lead');
  const heading = scoreColumns.map(column => headingCell(languages, `score.${column}`, headingStyle(column)));
  return {
    name: names.scores,
    widths: scoreColumns.map(column => widths[column]),
    rows: [
      ...headRows(names.scores, ({ t }) => t('workbook.score.about'), { languages }),
      { cells: heading, height: 44 },
      ...report.items.map((item, index) => scoreRow(item, scores.first + index, book)),
    ],
    frozen: { rows: headingRow, columns: numberOf('item') },
    orientation: 'landscape',
    filter: areaOf({ row: headingRow, column: 1 }, { row: scores.last, column: last }),
    printed: areaOf({ row: 1, column: 1 }, { row: scores.last, column: last }),
    folded: { from: numberOf(firstCalculated), to: scoreColumns.length },
    checks: inputChecks(book),
    colours: [levelColouring(book)],
  };
}

function headingStyle(column: ScoreColumn): CellStyle {
  if (inputColumns.includes(column)) return 'heading-input';
  return numberOf(column) >= numberOf(firstCalculated) ? 'heading-calculated' : 'heading';
}

/** The colours of levels, as on the pages; they follow what is typed. */
function levelColouring({ scores }: Book): Colouring {
  const level = columnLetter(numberOf('level'));
  const fraction = inRow('fraction', scores.first);
  return {
    cells: `${level}${scores.first}:${level}${scores.last}`,
    rules: [0, 1, 2, 3, 4, 5].map(step => ({
      formula: `AND(ISNUMBER(${fraction}),INT(${fraction}*5+0.000000001)=${step})`,
      ...levelColours(step),
    })),
  };
}
