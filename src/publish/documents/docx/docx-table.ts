import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
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
type Pen = { language: Language; size: number; widths: number[] };

/** Its head is repeated on every page; a row is kept whole unless it would not fit on any. */
export function docxTable(table: PrintedTable, { language, isWide }: { language: Language; isWide: boolean }): Table {
  const { columns, rows } = table;
  const size = sizeOf(columns, isWide);
  const whole = isWide ? typeArea.wide : typeArea.upright;
  // Half-points to twips.
  const widths = columnWidths(table, whole / (size * 10)).map(width => Math.round(whole * width));
  const pen = { language, size, widths };
  return new Table({
    ...{ width: { size: 100, type: WidthType.PERCENTAGE }, columnWidths: widths, layout: TableLayoutType.FIXED },
    ...{ margins: { left: 80, right: 80 }, borders: thinLines },
    rows: [headRow(columns, pen), ...rows.map(row => bodyRow(row, columns, pen))],
  });
}

const line = { style: BorderStyle.SINGLE, size: 4, color: '7B8989' };
const thinLines = { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line };

function sizeOf(columns: PrintedColumn[], isWide: boolean): number {
  if (columns.length > 12) return sizes.六号;
  return isWide ? sizes.小五 : sizes.五号;
}

function headRow(columns: PrintedColumn[], pen: Pen): TableRow {
  const cells = columns.map(({ title, align }, index) =>
    cellOf(
      new Paragraph({
        ...look(align, pen),
        style: styleIds.tableHead,
        children: runsOf(title, pen.language, { size: pen.size }),
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
  const words = runsOf(text, pen.language, { size: pen.size });
  const sign = mark && new TextRun({ text: `${docxMarks[mark].sign} `, color: docxMarks[mark].color, size: pen.size });
  return new Paragraph({ ...look(align, pen), style: styleIds.tableText, children: sign ? [sign, ...words] : words });
}

function cellOf(paragraph: Paragraph, { width, fill }: { width: number; fill?: string }): TableCell {
  return new TableCell({
    children: [paragraph],
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    ...(fill ? { shading: { fill } } : {}),
  });
}

const alignments = { start: AlignmentType.LEFT, center: AlignmentType.CENTER, end: AlignmentType.RIGHT };

/** Lines of exact height, because others would jump to the grid of the page. */
function look(align: PrintedColumn['align'], { size }: Pen) {
  return {
    alignment: alignments[align],
    spacing: { before: 30, after: 30, line: Math.round(size * 13.5), lineRule: LineRuleType.EXACT },
  };
}
