import type { PrintedFact, PrintedReport, PrintedTable } from '#report/printed-report.ts';
import { notoSansSc } from '../fonts/noto-sans-sc.ts';
import { columnWidths } from './column-widths.ts';
import { documentWords } from './document-words.ts';
import { type NumberedBlock, numberHeadings } from './number-headings.ts';
import { pageSheets } from './page-sheets.ts';
import { pictureSize } from './picture-size.ts';
import { breakLongWords, cleanText, showMissing } from './printable-text.ts';
import { titleLines } from './title-lines.ts';

/** `setting` is read by `report.typ`; `pictures` stand beside it under these names. */
export type PdfContent = { setting: object; pictures: Map<string, string> };

/** Everything that the template needs to set the reports, in characters that the font has. */
export function pdfContent(reports: readonly PrintedReport[]): PdfContent {
  const pictures = new Map<string, string>();
  const set = reports.map((report, index) => setReport(report, { key: String(index), pictures }));
  return {
    setting: { font: notoSansSc.family, title: set.map(({ title }) => title).join(' / '), reports: set },
    pictures,
  };
}

type Setting = { key: string; pictures: Map<string, string> };
/** `print` makes a text printable, `printLong` one that stands where the template breaks long words. */
type Pen = Setting & {
  language: PrintedReport['language'];
  print: (text: string) => string;
  printLong: (text: string) => string;
  missing: Set<string>;
};

function setReport(report: PrintedReport, setting: Setting) {
  const missing = new Set<string>();
  const print = (text: string) => showMissing(cleanText(text), missing);
  const printLong = (text: string) => breakLongWords(print(text));
  const pen = { ...setting, language: report.language, print, printLong, missing };
  const words = documentWords[report.language];
  const sheets = pageSheets(numberHeadings(report)).map(({ isWide, blocks }, index) => ({
    name: `sheet-${setting.key}-${index}`,
    isWide,
    blocks: blocks.map(block => setBlock(block, isWide, pen)),
  }));
  const title = print(report.title);
  const front = {
    title,
    heading: titleLines(title, titleCharacters).join('\n'),
    subtitle: print(report.subtitle),
    runningTitle: print(report.runningTitle),
    facts: setFacts(report.facts, pen),
  };
  return {
    ...{ key: setting.key, ...placeOf(report.language), ...front, sheets },
    words: { contents: words.contents },
    notes:
      missing.size === 0
        ? []
        : [
            {
              kind: 'note',
              tone: 'warn',
              text: words.missingCharacters([...missing].slice(0, numbersShown).join(' ')),
            },
          ],
  };
}

/** Of its size on an upright page. */
const titleCharacters = 18;
/** More of them are no names but another script or damage. */
const numbersShown = 60;

function placeOf(language: PrintedReport['language']) {
  return language === 'en' ? { lang: 'en', region: 'gb' } : { lang: 'zh', region: 'cn' };
}

function setBlock(block: NumberedBlock, isWide: boolean, pen: Pen): object {
  const { print, printLong } = pen;
  switch (block.kind) {
    case 'heading':
      // The title of the report is the first level.
      return { ...block, level: block.level + 1, text: print(block.text) };
    case 'list':
      return { kind: block.kind, items: block.items.map(printLong) };
    case 'facts':
      return { kind: block.kind, facts: setFacts(block.facts, pen) };
    case 'table':
      return { kind: block.kind, ...setTable(block.table, isWide, pen) };
    case 'chart':
      return { kind: block.kind, ...setChart(block, isWide, pen) };
    case 'signatures':
      return { kind: block.kind, labels: block.labels.map(print) };
    default:
      return { ...block, text: printLong(block.text) };
  }
}

function setFacts(facts: PrintedFact[], { print, printLong }: Pen): PrintedFact[] {
  return facts.map(({ label, value }) => ({ label: print(label), value: printLong(value) }));
}

function setTable(table: PrintedTable, isWide: boolean, { print, printLong, language }: Pen) {
  const { caption, columns, rows } = table;
  const size = columns.length > manyColumns ? 7.5 : 8.8;
  const widths = columnWidths(table, (isWide ? frame.wide : frame.upright).width / size);
  return {
    caption: print(caption),
    columns: columns.map((column, index) => ({ ...column, share: widths[index] ?? 0, title: printLong(column.title) })),
    rows: rows.map(row => ({
      isShort: row.every(({ text }) => text.length <= shortCell),
      cells: row.map(({ text, mark }) => ({ text: printLong(text), mark: mark ?? '' })),
    })),
    size,
    hyphenate: language === 'en',
    // Their longest words fit as long as there is room for the columns.
    hyphenatesHeads: language === 'en' && columns.length > manyColumns,
    isWhole: rows.length <= wholeRows && rows.every(row => row.every(({ text }) => text.length <= wholeCell)),
  };
}

/** A row whose cells hold no more characters than this fits a page even in a narrow column, and is kept whole. */
const shortCell = 200;
const manyColumns = 12;
/** So many rows of so short cells are no more than a third of a page. */
const wholeRows = 9;
const wholeCell = 40;
/** The frame of a page in pt, and how large a px of a drawing is set, so that all charts have letters of one size. */
const frame = { upright: { width: 470, height: 640 }, wide: { width: 735, height: 430 } };
const ptOfPx = 0.62;

function setChart(
  { alt, svg }: Extract<NumberedBlock, { kind: 'chart' }>,
  isWide: boolean,
  { key, pictures, print, missing }: Pen,
) {
  const file = `picture-${key}-${pictures.size}.svg`;
  pictures.set(file, showMissing(svg, missing));
  const { width, height } = pictureSize(svg);
  const most = isWide ? frame.wide : frame.upright;
  const shown = Math.min(width * ptOfPx, most.width, (most.height * width) / height);
  return { ...{ file, alt: print(alt) }, width: shown, height: (shown * height) / width };
}
