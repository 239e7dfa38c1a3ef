import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { PrintedCell, PrintedColumn, PrintedTable } from '#report/printed-report.ts';
import { columnWidths } from '../column-widths.ts';
import { docxMarks } from './docx-marks.ts';
import { sizes, typeArea } from './docx-page.ts';
import { styleIds } from './docx-styles.ts';
import { runsOf } from './docx-text.ts';

type Language = 'zh-CN' | 'en';
type Look = (typeof styleIds)['table'][keyof (typeof styleIds)['table']];
type Pen = { language: Language; look: Look; widths: number[] };

/** Its head is repeated on every page; a row is kept whole unless it would not fit on any. */
export function docxTable(table: PrintedTable, { language, isWide }: { language: Language; isWide: boolean }): Table {
  const { columns, rows } = table;
  const step = stepOf(columns, isWide);
  const whole = isWide ? typeArea.wide : typeArea.upright;
  // Half-points to twips.
  const widths = columnWidths(table, whole / (sizes[step.size] * 10)).map(width => Math.round(whole * width));
  const pen = { language, look: step.look, widths };
  return new Table({
    ...{ width: { size: 100, type: WidthType.PERCENTAGE }, columnWidths: widths, layout: TableLayoutType.FIXED },
    ...{ margins: { left: 80, right: 80 }, borders: thinLines },
    rows: [headRow(columns, pen), ...rows.map(row => bodyRow(row, columns, pen))],
  });
}

const line = { style: BorderStyle.SINGLE, size: 4, color: '7B8989' };
const thinLines = { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line };

function stepOf(columns: PrintedColumn[], isWide: boolean): { size: '五号' | '小五' | '六号'; look: Look } {
  if (columns.length > 12) return { size: '六号', look: styleIds.table.smallest };
  return isWide ? { size: '小五', look: styleIds.table.small } : { size: '五号', look: styleIds.table.usual };
}

function headRow(columns: PrintedColumn[], pen: Pen): TableRow {
  const cells = columns.map(({ title, align }, index) =>
    cellOf(
      new Paragraph({
        ...alignments[align],
        style: pen.look.head,
        children: runsOf(title, pen.language),
      }),
      {
        width: pen.widths[index] ?? 0,
        fill: 'EBEFEF',
      },
    ),
  );
  return new TableRow({ tableHeader: true, cantSplit: true, children: cells });
}

/** About half a page of one column. */
const longestWhole = 500;

function bodyRow(cells: PrintedCell[], columns: PrintedColumn[], pen: Pen): TableRow {
  return new TableRow({
    cantSplit: cells.every(({ text }) => text.length < longestWhole),
    children: cells.map((cell, index) =>
      cellOf(paragraphOf(cell, columns[index]?.align ?? 'start', pen), { width: pen.widths[index] ?? 0 }),
    ),
  });
}

function paragraphOf({ text, mark }: PrintedCell, align: PrintedColumn['align'], pen: Pen): Paragraph {
  const words = runsOf(text, pen.language);
  const sign = mark && new TextRun({ text: `${docxMarks[mark].sign} `, color: docxMarks[mark].color });
  return new Paragraph({ ...alignments[align], style: pen.look.text, children: sign ? [sign, ...words] : words });
}

function cellOf(paragraph: Paragraph, { width, fill }: { width: number; fill?: string }): TableCell {
  return new TableCell({
    children: [paragraph],
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    ...(fill ? { shading: { fill } } : {}),
  });
}

/** The style begins at the left. */
const alignments = {
  start: {},
  center: { alignment: AlignmentType.CENTER },
  end: { alignment: AlignmentType.RIGHT },
};
