import {
  Bookmark,
  BorderStyle,
  type FileChild,
  HeadingLevel,
  HeightRule,
  ImageRun,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { NumberedBlock, NumberedHeading } from '../number-headings.ts';
import { pictureSize } from '../picture-size.ts';
import type { Anchors } from './docx-contents.ts';
import { docxMarks } from './docx-marks.ts';
import { bulletReference, numberingReference } from './docx-numbering.ts';
import { sizes } from './docx-page.ts';
import { styleIds } from './docx-styles.ts';
import { docxTable } from './docx-table.ts';
import { runsOf } from './docx-text.ts';

type Language = 'zh-CN' | 'en';
/** `instance` tells the lists of one report from those of another; `pictures` are drawn before. */
export type BlockPen = {
  language: Language;
  instance: number;
  isWide: boolean;
  /** The summary: set smaller, so that it keeps to one page. */
  isSummary: boolean;
  pictures: ReadonlyMap<string, Buffer>;
  anchors: Anchors;
};

export function docxBlock(block: NumberedBlock, pen: BlockPen): FileChild[] {
  const { language } = pen;
  const { run, paragraph } = pen.isSummary ? summaryLook[language] : noLook;
  switch (block.kind) {
    case 'heading':
      return [headingOf(block, pen)];
    case 'paragraph':
      return [
        new Paragraph({ style: styleIds.body[language], ...paragraph, children: runsOf(block.text, language, run) }),
      ];
    case 'note':
      return [noteOf(block, pen)];
    case 'list':
      return block.items.map(
        item =>
          new Paragraph({
            style: styleIds.list,
            numbering: { reference: bulletReference, level: 0 },
            ...paragraph,
            children: runsOf(item, language, run),
          }),
      );
    case 'facts':
      return block.facts.map(({ label, value }) => docxFact(label, value, language));
    case 'table':
      return [
        ...(block.table.caption === '' ? [] : [captionOf(block.table.caption, language)]),
        docxTable(block.table, pen),
      ];
    case 'chart':
      return [chartOf(block, pen)];
    default:
      return [signaturesOf(block.labels, language)];
  }
}

/** 评价对象：示例市 */
export function docxFact(label: string, value: string, language: Language): Paragraph {
  const colon = language === 'en' ? ': ' : '：';
  return new Paragraph({
    style: styleIds.fact,
    children: [
      ...runsOf(`${label}${colon}`, language, language === 'en' ? { bold: true } : {}),
      ...runsOf(value, language),
    ],
  });
}

/** 四号 on lines of 23 points in place of 三号 on 29. */
const summaryLook = {
  'zh-CN': {
    run: { size: sizes.四号 },
    paragraph: { spacing: { line: 460, lineRule: LineRuleType.EXACT, before: 0, after: 0 } },
  },
  en: {
    run: { size: sizes.五号 },
    paragraph: { spacing: { line: 320, lineRule: LineRuleType.EXACT, before: 60, after: 60 } },
  },
};
const noLook = { run: {}, paragraph: {} };

const headingLevels = {
  ...{ 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2 },
  ...{ 3: HeadingLevel.HEADING_3, 4: HeadingLevel.HEADING_4 },
};

/** The number is Word's own; a part without one, such as the summary, takes none. */
function headingOf(heading: NumberedHeading, { language, instance, isSummary, anchors }: BlockPen): Paragraph {
  const { level, text, list } = heading;
  const { paragraph } = isSummary && level > 1 ? summaryLook[language] : noLook;
  const numbering =
    list === 'none' ? {} : { numbering: { reference: numberingReference(language, list), level: level - 1, instance } };
  const words = runsOf(text, language);
  const id = anchors.get(heading);
  const children = id === undefined ? words : [new Bookmark({ id, children: words })];
  return new Paragraph({ heading: headingLevels[level], ...numbering, ...paragraph, children });
}

function noteOf(
  { tone, text }: Extract<NumberedBlock, { kind: 'note' }>,
  { language, isSummary }: BlockPen,
): Paragraph {
  const { run, paragraph } = isSummary ? summaryLook[language] : noLook;
  const { sign, color } = docxMarks[tone];
  return new Paragraph({
    style: styleIds.note,
    ...paragraph,
    border: { left: { style: BorderStyle.SINGLE, size: 18, space: 8, color } },
    children: [new TextRun({ text: `${sign} `, color }), ...runsOf(text, language, run)],
  });
}

function captionOf(text: string, language: Language): Paragraph {
  return new Paragraph({ style: styleIds.caption, keepNext: true, children: runsOf(text, language) });
}

/** The type area in px of 96 a inch. */
const frame = { upright: { width: 589, height: 720 }, wide: { width: 850, height: 500 } };

/** The drawing bears its own title. */
function chartOf(
  { svg, alt, caption }: Extract<NumberedBlock, { kind: 'chart' }>,
  { pictures, isWide }: BlockPen,
): Paragraph {
  const { width, height } = pictureSize(svg);
  const most = isWide ? frame.wide : frame.upright;
  const scale = Math.min(1, most.width / width, most.height / height);
  const picture = new ImageRun({
    type: 'png',
    data: pictures.get(svg) ?? Buffer.alloc(0),
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    altText: { name: caption, title: caption, description: alt },
  });
  return new Paragraph({ style: styleIds.picture, children: [picture] });
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const noLines = { top: none, bottom: none, left: none, right: none };
const toWriteOn = { ...noLines, bottom: { style: BorderStyle.SINGLE, size: 6, color: '000000' } };
const labelWidth = 1700;
const lineWidth = 2700;

/** Two a row: a label and a line to write on. */
function signaturesOf(labels: string[], language: Language): Table {
  const rows = Array.from({ length: Math.ceil(labels.length / 2) }, (_, row) => labels.slice(2 * row, 2 * row + 2));
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: [labelWidth, lineWidth, labelWidth, lineWidth],
    borders: { ...noLines, insideHorizontal: none, insideVertical: none },
    rows: rows.map(
      row =>
        new TableRow({
          cantSplit: true,
          height: { value: 1000, rule: HeightRule.ATLEAST },
          children: row.flatMap(label => [
            signatureCell(labelWidth, noLines, new Paragraph({ children: runsOf(label, language) })),
            signatureCell(lineWidth, toWriteOn, new Paragraph({})),
          ]),
        }),
    ),
  });
}

function signatureCell(width: number, borders: typeof noLines | typeof toWriteOn, paragraph: Paragraph): TableCell {
  const size = { size: width, type: WidthType.DXA };
  return new TableCell({ children: [paragraph], width: size, borders, verticalAlign: VerticalAlignTable.BOTTOM });
}
