import {
  BookmarkEnd,
  BookmarkStart,
  Document,
  HeadingLevel,
  type ISectionOptions,
  LineRuleType,
  Packer,
  Paragraph,
  SectionType,
} from 'docx';
import type { DocumentStep } from '#report/document-renderer.ts';
import type { PrintedReport } from '#report/printed-report.ts';
import { svgPictures } from '../charts/svg-pictures.ts';
import { documentWords } from './document-words.ts';
import { docxBlock, docxFact } from './docx/docx-blocks.ts';
import { docxAnchors, docxContents } from './docx/docx-contents.ts';
import { fontTableXml } from './docx/docx-fonts.ts';
import { docxNumbering } from './docx/docx-numbering.ts';
import { docxFooters, docxPage } from './docx/docx-page.ts';
import { docxStyles, offGridStyle, styleIds } from './docx/docx-styles.ts';
import { runsOf } from './docx/docx-text.ts';
import { numberHeadings } from './number-headings.ts';
import { pageSheets } from './page-sheets.ts';
import { cleanText } from './printable-text.ts';
import { titleLines } from './title-lines.ts';

/** Those of the last document: it is often asked for again, with other parts. */
let drawn: ReadonlyMap<string, Buffer> = new Map();
const keptPictures = 60;

/** A file for Word and WPS in the look of official documents, with real styles, numbers and contents, so that an office can go on writing. */
export async function setDocx(
  reports: readonly PrintedReport[],
  onStep: (step: DocumentStep) => void,
): Promise<Buffer> {
  onStep('pictures');
  const pictures = await picturesOf(reports);
  onStep('pages');
  const document = new Document({
    ...propertiesOf(reports),
    styles: docxStyles(reports[0]?.language ?? 'zh-CN'),
    numbering: docxNumbering,
    evenAndOddHeaderAndFooters: true,
    compatabilityModeVersion: 15,
    sections: reports.flatMap((report, index) => sectionsOf(report, index, pictures)),
  });
  document.Styles.addChildElement(offGridStyle());
  onStep('file');
  return Packer.toBuffer(document, undefined, [{ path: 'word/fontTable.xml', data: fontTableXml() }]);
}

async function picturesOf(reports: readonly PrintedReport[]): Promise<Map<string, Buffer>> {
  const parts = reports.flatMap(({ summary, parts, annexes }) => [summary, ...parts, ...annexes]);
  const drawings = parts.flatMap(({ blocks }) => blocks.flatMap(block => (block.kind === 'chart' ? [block.svg] : [])));
  const unknown = [...new Set(drawings)].filter(svg => !drawn.has(svg));
  const pictures = await svgPictures(unknown);
  const found = new Map(drawings.flatMap(svg => entryOf(svg, drawn.get(svg))));
  for (const [index, svg] of unknown.entries())
    for (const [key, picture] of entryOf(svg, pictures[index])) found.set(key, picture);
  drawn = new Map([...found].slice(0, keptPictures));
  return found;
}

function entryOf(svg: string, picture: Buffer | undefined): [string, Buffer][] {
  return picture ? [[svg, picture]] : [];
}

function propertiesOf(reports: readonly PrintedReport[]) {
  const [first] = reports;
  return {
    title: reports.map(({ title }) => cleanText(title)).join(' / '),
    subject: cleanText(first?.subtitle ?? ''),
    description: cleanText(first?.runningTitle ?? ''),
    creator: '韧城 Rencheng',
    lastModifiedBy: '韧城 Rencheng',
  };
}

function sectionsOf(report: PrintedReport, index: number, pictures: Map<string, Buffer>): ISectionOptions[] {
  const sheets = pageSheets(numberHeadings(report));
  const range = rangeName(index);
  const anchors = docxAnchors(sheets, range);
  const pen = { language: report.language, instance: index, pictures, anchors };
  const sections = sheets.map(({ isWide, blocks }, at) => ({
    properties: { ...docxPage(isWide, at > 0 && !isWide), type: SectionType.NEXT_PAGE },
    children: blocks.flatMap(block => docxBlock(block, { ...pen, isWide, isSummary: at === 0 })),
  }));
  const contents = docxContents(sheets, { report: range, anchors, language: report.language });
  const { opening, closing } = rangeOf(index);
  return [
    { properties: docxPage(false), footers: docxFooters, children: [...frontOf(report), contents] },
    // Not behind the contents, which can fill their page to the last line.
    ...sections.map((section, at) => ({
      ...section,
      children: [...(at === 0 ? [opening] : []), ...section.children, ...(at === sections.length - 1 ? [closing] : [])],
    })),
  ];
}

const rangeName = (index: number) => `report_${index + 1}`;
/** Ids of our own bookmarks, far from those that the library counts up. */
const firstRangeId = 900_000;

/** Between the two lies what the contents list. */
function rangeOf(index: number): { opening: Paragraph; closing: Paragraph } {
  return {
    opening: invisible(new BookmarkStart(rangeName(index), firstRangeId + index)),
    closing: invisible(new BookmarkEnd(firstRangeId + index)),
  };
}

function invisible(mark: BookmarkStart | BookmarkEnd): Paragraph {
  const paragraph = new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT } });
  paragraph.addChildElement(mark);
  return paragraph;
}

/** 二号 on 156 mm. */
const titleCharacters = 20;

function frontOf({ language, title, subtitle, facts }: PrintedReport) {
  const lines = titleLines(title, titleCharacters).join('\n');
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, children: runsOf(lines, language) }),
    ...(subtitle === '' ? [] : [new Paragraph({ style: styleIds.subtitle, children: runsOf(subtitle, language) })]),
    ...facts.map(({ label, value }) => docxFact(label, value, language)),
    new Paragraph({
      style: styleIds.contents,
      pageBreakBefore: true,
      children: runsOf(documentWords[language].contents, language),
    }),
  ];
}
