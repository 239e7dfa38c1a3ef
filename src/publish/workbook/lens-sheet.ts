import type { LensGroupReport, LensReport } from '#report/group-report.ts';
import { cell, formula, headingCell, headingRow, headRows } from './cells.ts';
import { columnLetter } from './formulas.ts';
import { groupCells, reasonCell } from './group-formulas.ts';
import { groupSums } from './group-sums.ts';
import type { Book } from './open-book.ts';
import { type ScoreColumn, scoreRange } from './score-columns.ts';
import type { Row, Sheet } from './sheet.ts';
import { say } from './workbook-wording.ts';
import { areaOf } from './write-workbook.ts';

const columns = [
  ...(['lens', 'group', 'scored', 'open', 'excluded', 'score', 'low', 'high', 'coverage', 'supported', 'why'] as const),
  ...(['sum-scored', 'sum-all', 'sum-claimed', 'sum-supported', 'pattern'] as const),
];
const widths = [30, 34, 9, 8, 8, 10, 9, 9, 11, 10, 30, 10, 10, 10, 10, 12];
const lastPrinted = columns.indexOf('why') + 1;

/** The same answers grouped in other ways; undefined where the checklist has no lenses. */
export function lensSheet(book: Book): Sheet | undefined {
  const { report, languages, names } = book;
  const groups = report.lenses.flatMap(lens => lens.groups.map(group => ({ lens, group })));
  if (groups.length === 0) return undefined;
  const last = headingRow + groups.length;
  return {
    name: names.lenses,
    widths,
    rows: [
      ...headRows(names.lenses, ({ t }) => t('workbook.lens.about'), { languages }),
      {
        cells: columns.map((column, index) =>
          headingCell(languages, `lens.${column}`, index < lastPrinted ? 'heading' : 'heading-calculated'),
        ),
        height: 32,
      },
      ...groups.map(({ lens, group }, index) => groupRow(lens, group, { row: headingRow + 1 + index, book })),
    ],
    frozen: { rows: headingRow, columns: 2 },
    orientation: 'landscape',
    filter: areaOf({ row: headingRow, column: 1 }, { row: last, column: lastPrinted }),
    printed: areaOf({ row: 1, column: 1 }, { row: last, column: lastPrinted }),
    folded: { from: lastPrinted + 1, to: columns.length },
    checks: [],
    colours: [],
  };
}

function groupRow(lens: LensReport, group: LensGroupReport, { row, book }: { row: number; book: Book }): Row {
  const { languages, scores, keys } = book;
  const at = (column: (typeof columns)[number]) => `$${columnLetter(columns.indexOf(column) + 1)}${row}`;
  const range = (column: ScoreColumn) => scoreRange(scores, column);
  const sum = (column: ScoreColumn) => `SUMIFS(${range(column)},${range('groups')},${at('pattern')})`;
  const count = (column: ScoreColumn, criterion: string) =>
    `COUNTIFS(${range('groups')},${at('pattern')},${range(column)},${criterion})`;
  const sums = {
    ...{ scored: at('sum-scored'), all: at('sum-all') },
    ...{ claimed: at('sum-claimed'), supported: at('sum-supported') },
  };
  const counts = {
    total: `(${at('scored')}+${at('open')}+${at('excluded')})`,
    ...{ excluded: at('excluded'), scored: at('scored'), weight: at('sum-all') },
  };
  const results = groupSums(group.items);
  return {
    cells: [
      cell(
        say(languages, ({ text }) => text(lens.title)),
        'text',
      ),
      cell(
        say(languages, ({ text }) => text(group.title)),
        'strong',
      ),
      formula(count('fraction', '">=0"'), group.counts.scored, 'whole'),
      formula(`${count('counts', '1')}-${at('scored')}`, group.counts.open, 'whole'),
      formula(count('counts', '0'), group.counts.excluded, 'whole'),
      ...groupCells(sums, group),
      reasonCell(at('score'), counts, { undefinedFor: group.undefinedFor, languages }),
      ...(['part-scored', 'part', 'part-claimed', 'part-supported'] as const).map((column, index) =>
        formula(sum(column), results[index] ?? 0, 'calculated'),
      ),
      cell(keys.pattern(lens.id, group.id), 'calculated'),
    ],
  };
}
