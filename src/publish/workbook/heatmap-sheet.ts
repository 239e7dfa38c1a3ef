import type { UndefinedReason } from '#report/counts.ts';
import { heatBands } from '#report/heat-band.ts';
import type { HeatCell, HeatmapReport } from '#report/heatmap-report.ts';
import { levelColours } from '../charts/palette.ts';
import { cell, formula, headRows } from './cells.ts';
import { columnLetter, shownScore } from './formulas.ts';
import { reasonFormula } from './group-formulas.ts';
import type { Book } from './open-book.ts';
import { type ScoreColumn, scoreRange } from './score-columns.ts';
import type { Cell, Colouring, Row, Sheet } from './sheet.ts';
import { say, sayInLine } from './workbook-wording.ts';

/** Crossed lenses as tables of claimed scores, coloured by band; undefined where the checklist has none. */
export function heatmapSheet(book: Book): Sheet | undefined {
  const { report, languages, names } = book;
  if (report.heatmaps.length === 0) return undefined;
  const most = Math.max(...report.heatmaps.map(({ columns }) => columns.length));
  const head = headRows(names.heatmaps, ({ t }) => t('workbook.heatmap.about'), { languages, span: most + 1 });
  const rows: Row[] = [...head];
  const colours: Colouring[] = [];
  for (const heatmap of report.heatmaps) {
    rows.push(...blockRows(heatmap, book));
    colours.push(bandColouring(heatmap, rows.length - 1));
  }
  return {
    name: names.heatmaps,
    widths: [30, ...Array.from({ length: most }, () => 15)],
    rows,
    frozen: { rows: head.length, columns: 1 },
    orientation: 'landscape',
    checks: [],
    colours,
  };
}

/** Title, heading, a row each, an empty one. */
function blockRows(heatmap: HeatmapReport, book: Book): Row[] {
  const { languages } = book;
  const label = (line: HeatmapReport['columns'][number]) => say(languages, ({ text }) => text(line.label));
  return [
    {
      cells: [
        cell(
          sayInLine(languages, ({ text }) => text(heatmap.title)),
          'section',
        ),
      ],
      height: 24,
    },
    { cells: [cell('', 'heading'), ...heatmap.columns.map(column => cell(label(column), 'heading'))], height: 32 },
    ...heatmap.rows.map(row => ({
      cells: [
        cell(label(row), 'strong'),
        ...row.cells.map(at => scoreCell(at, patternsOf(heatmap, [row.id, at.column], book), book)),
      ],
    })),
    { cells: [] },
  ];
}

function patternsOf(heatmap: HeatmapReport, [row, column]: [string, string], { report, keys }: Book): string[] {
  const lens = report.checklist.lenses.find(({ id }) => id === heatmap.id);
  return lens && 'rows' in lens ? [keys.pattern(lens.rows, row), keys.pattern(lens.columns, column)] : [];
}

/** The score of the items that are in both groups; why there is none where there is none. */
function scoreCell({ figures, undefinedFor }: HeatCell, patterns: string[], { scores, languages }: Book): Cell {
  const range = (column: ScoreColumn) => scoreRange(scores, column);
  const inBoth = patterns.map(pattern => `${range('groups')},"${pattern}"`).join();
  const sum = (column: ScoreColumn) => `SUMIFS(${range(column)},${inBoth})`;
  const words = (reason: UndefinedReason) => sayInLine(languages, ({ t }) => t(`charts.undefined.${reason}`));
  const reason = reasonFormula(
    {
      total: `COUNTIFS(${inBoth})`,
      excluded: `COUNTIFS(${inBoth},${range('counts')},0)`,
      scored: `COUNTIFS(${inBoth},${range('fraction')},">=0")`,
      weight: sum('part'),
    },
    words,
  );
  const score = shownScore(`100*(${sum('part-claimed')}/${sum('part-scored')})`);
  return formula(
    `IF(${sum('part-scored')}=0,${reason},${score})`,
    figures.score ?? (undefinedFor ? words(undefinedFor) : ''),
    'score',
  );
}

/** Level colours from 1 to 5 for the five bands, as on the page. `last`: the row of the last cells. */
function bandColouring({ rows, columns }: HeatmapReport, last: number): Colouring {
  const first = last - rows.length + 1;
  return {
    cells: `B${first}:${columnLetter(columns.length + 1)}${last}`,
    rules: heatBands.toReversed().map(({ band, from }) => ({
      formula: `AND(ISNUMBER(B${first}),B${first}>=${from})`,
      ...levelColours(band),
    })),
  };
}
