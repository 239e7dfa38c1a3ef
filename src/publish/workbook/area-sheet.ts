import type { AreaReport } from '#report/group-report.ts';
import type { ItemReport } from '#report/item-report.ts';
import { roundScore } from '#scoring/rounding.ts';
import { cell, formula, headingCell, headingRow, headRows } from './cells.ts';
import { columnLetter } from './formulas.ts';
import { type GroupSums, groupCells, reasonCell } from './group-formulas.ts';
import { groupSums } from './group-sums.ts';
import type { Book } from './open-book.ts';
import { quotedName } from './quoted-name.ts';
import { type AreaColumn, areaCell, areaColumns, areaRange, type ScoreColumn, scoreRange } from './score-columns.ts';
import { isExcluded } from './score-row.ts';
import type { Cell, Row, Sheet } from './sheet.ts';
import { say } from './workbook-wording.ts';
import { areaOf } from './write-workbook.ts';

const widths: Record<AreaColumn, number> = {
  ...{ number: 5, code: 8, area: 36, weight: 8, scored: 9, open: 8, excluded: 8, share: 11 },
  ...{ score: 10, low: 9, high: 9, coverage: 11, supported: 10, why: 26 },
  ...{ 'sum-scored': 10, 'sum-all': 10, 'sum-claimed': 10, 'sum-supported': 10, part: 10 },
};
const lastPrinted = areaColumns.indexOf('why') + 1;

/** The areas by the items of the score sheet, and under them the whole. */
export function areaSheet(book: Book): Sheet {
  const { report, languages, names, areas } = book;
  const heading = areaColumns.map(column =>
    headingCell(languages, `area.${column}`, column === 'weight' ? 'heading-input' : headingStyle(column)),
  );
  return {
    name: names.areas,
    widths: areaColumns.map(column => widths[column]),
    rows: [
      ...headRows(names.areas, ({ t }) => t('workbook.area.about'), { languages, span: lastPrinted }),
      { cells: heading, height: 32 },
      ...report.areas.map((area, index) => areaRow(area, areas.first + index, book)),
      ...(report.areas.length === 0 ? [{ cells: [] }] : []),
      wholeRow(book),
    ],
    frozen: { rows: headingRow, columns: 3 },
    orientation: 'landscape',
    filter: areaOf({ row: headingRow, column: 1 }, { row: areas.last, column: lastPrinted }),
    printed: areaOf({ row: 1, column: 1 }, { row: wholeRowOf(book), column: lastPrinted }),
    folded: { from: lastPrinted + 1, to: areaColumns.length },
    checks: [],
    colours: [],
  };
}

function wholeRowOf({ areas }: Book): number {
  return areas.last + 1;
}

function headingStyle(column: AreaColumn) {
  return areaColumns.indexOf(column) < lastPrinted ? 'heading' : 'heading-calculated';
}

function areaRow(group: AreaReport, row: number, book: Book): Row {
  const { report, languages, scores, areas } = book;
  const at = (column: AreaColumn) => areaCell(column, row);
  const ofItems = (column: ScoreColumn) => scoreRange(scores, column);
  const sum = (column: ScoreColumn) => `SUMIFS(${ofItems(column)},${ofItems('area-number')},${at('number')})`;
  const count = (column: ScoreColumn, criterion: string) =>
    `COUNTIFS(${ofItems('area-number')},${at('number')},${ofItems(column)},${criterion})`;
  const place = report.areas.indexOf(group) + 1;
  const positive = `SUMIFS(${areaRange(areas, 'weight')},${areaRange(areas, 'sum-all')},">0")`;
  const counts = {
    total: `COUNTIFS(${ofItems('area-number')},${at('number')})`,
    ...{ excluded: at('excluded'), scored: at('scored'), weight: at('sum-all') },
  };
  const share = group.items.reduce((whole, { effectiveWeight }) => whole + effectiveWeight, 0);
  return {
    cells: [
      cell(place, 'whole'),
      cell(group.area.code, 'text'),
      cell(
        say(languages, ({ text }) => text(group.title)),
        'strong',
      ),
      cell(group.area.weight, 'input'),
      formula(count('fraction', '">=0"'), group.counts.scored, 'whole'),
      formula(`${count('counts', '1')}-${at('scored')}`, group.counts.open, 'whole'),
      formula(count('counts', '0'), group.counts.excluded, 'whole'),
      formula(`INT(1000*${at('part')}+0.5+0.000000001)/10`, roundScore(100 * share), 'score'),
      ...groupCells(sumsIn(row), group),
      reasonCell(at('score'), counts, { undefinedFor: group.undefinedFor, languages }),
      ...sumCells(group.items, [
        ...(['weight-scored', 'weight-all', 'weight-claimed', 'weight-supported'] as const).map(sum),
        `IF(AND(${at('sum-all')}>0,${positive}>0),${at('weight')}/${positive},0)`,
      ]),
    ],
  };
}

function sumsIn(row: number): GroupSums {
  return {
    scored: areaCell('sum-scored', row),
    all: areaCell('sum-all', row),
    claimed: areaCell('sum-claimed', row),
    supported: areaCell('sum-supported', row),
  };
}

/** What the sums come to in the report. */
function sumCells(items: ItemReport[], expressions: string[]): Cell[] {
  const over = (worth: (item: ItemReport) => number) => items.reduce((sum, item) => sum + worth(item), 0);
  const counted = (item: ItemReport) => (isExcluded(item) ? 0 : item.item.weight);
  const results = [
    over(item => (item.fraction === null ? 0 : item.item.weight)),
    over(counted),
    over(item => item.item.weight * (item.fraction ?? 0)),
    over(item => item.item.weight * (item.supported ?? 0)),
    over(item => item.effectiveWeight),
  ];
  return expressions.map((expression, index) => formula(expression, results[index] ?? 0, 'calculated'));
}

function wholeRow(book: Book): Row {
  const { report, languages, scores, areas } = book;
  const row = wholeRowOf(book);
  const sums = groupSums(report.items);
  const at = (column: AreaColumn) => areaCell(column, row);
  const total = (column: AreaColumn) => `SUM(${areaRange(areas, column)})`;
  const sum = (column: ScoreColumn) => `SUM(${scoreRange(scores, column)})`;
  const counts = {
    total: `(${at('scored')}+${at('open')}+${at('excluded')})`,
    ...{ excluded: at('excluded'), scored: at('scored'), weight: at('sum-all') },
  };
  return {
    cells: [
      ...[null, null].map(nothing => cell(nothing, 'strong')),
      cell(
        say(languages, ({ t }) => t('workbook.area.whole')),
        'strong',
      ),
      cell(null, 'strong'),
      formula(total('scored'), report.counts.scored, 'whole'),
      formula(total('open'), report.counts.open, 'whole'),
      formula(total('excluded'), report.counts.excluded, 'whole'),
      cell(null, 'strong'),
      ...groupCells(sumsIn(row), { figures: report.overall }),
      reasonCell(at('score'), counts, { undefinedFor: report.undefinedFor, languages }),
      ...(['part-scored', 'part', 'part-claimed', 'part-supported'] as const).map((column, index) =>
        formula(sum(column), sums[index] ?? 0, 'calculated'),
      ),
    ],
  };
}

/** For the summary: the cell of the whole in a column. */
export function wholeCell(book: Book, column: AreaColumn): string {
  const letter = columnLetter(areaColumns.indexOf(column) + 1);
  return `${quotedName(book.names.areas)}!$${letter}$${wholeRowOf(book)}`;
}
