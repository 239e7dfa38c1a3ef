import {
  AlignmentType,
  type IFontAttributesProperties,
  ImportedXmlComponent,
  type IParagraphStyleOptions,
  type IStylesOptions,
  LineRuleType,
  TabStopType,
} from 'docx';
import { docxFonts } from './docx-fonts.ts';
import { linePitch, sizes, typeArea } from './docx-page.ts';

type Language = 'zh-CN' | 'en';

const exactLine = { line: linePitch, lineRule: LineRuleType.EXACT };
const black = '000000';
/** 28 characters on 156 mm are 15.8 pt each, 0.2 pt less than 三号; in twentieths of a point. */
const tighter = -4;
const twoCharacters = { firstLine: 640, firstLineChars: 200 };

/**
 * What tables, their captions and the contents are based on. Word leaves lines of exact height off the lines of the page by itself, LibreOffice sets each on a line of its
 * own, twice as high as it need be.
 */
const offGridId = 'ReportOffGrid';

/** Added to the finished styles: the options of the library know no word for it. */
export function offGridStyle(): ImportedXmlComponent {
  return ImportedXmlComponent.fromXmlString(
    `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${offGridId}"><w:name w:val="Report Off Grid"/><w:basedOn w:val="Normal"/><w:pPr><w:snapToGrid w:val="0"/></w:pPr></w:style>`,
  );
}

/** Ids of our own styles, as the office finds them in the list of styles. */
export const styleIds = {
  body: { 'zh-CN': 'ReportBody', en: 'ReportBodyEnglish' },
  ...{
    fact: 'ReportFact',
    subtitle: 'ReportSubtitle',
    contents: 'ReportContents',
    caption: 'Caption',
    picture: 'ReportPicture',
  },
  ...{ list: 'ReportList', note: 'ReportNote' },
  /** Tables are set smaller the more columns they have. */
  table: {
    usual: { text: 'ReportTableText', head: 'ReportTableHead' },
    small: { text: 'ReportTableTextSmall', head: 'ReportTableHeadSmall' },
    smallest: { text: 'ReportTableTextSmallest', head: 'ReportTableHeadSmallest' },
  },
} as const;

/** Headings and title as official documents have them; in English the same page with Latin letters. */
export function docxStyles(language: Language): IStylesOptions {
  const own = look[language];
  const heading = (font: IFontAttributesProperties) => ({
    run: { font, bold: language === 'en', size: own.heading, color: black },
    paragraph: { spacing: own.headingSpace, indent: own.indent, keepNext: true },
  });
  return {
    default: {
      document: {
        run: { font: docxFonts.body, size: own.size, language: { value: 'en-GB', eastAsia: 'zh-CN' } },
      },
      title: {
        run: { font: docxFonts.title, size: sizes.二号, bold: language === 'en', color: black },
        paragraph: {
          alignment: AlignmentType.CENTER,
          spacing: { before: 2 * linePitch, after: Math.round(linePitch / 2) },
        },
      },
      heading1: heading(docxFonts.heading1),
      heading2: heading(docxFonts.heading2),
      heading3: heading(docxFonts.body),
      heading4: heading(docxFonts.body),
    },
    paragraphStyles: [...bodyStyles(), ...otherStyles(own.size), ...contentsStyles(own.size)],
  };
}

const look = {
  'zh-CN': { size: sizes.三号, heading: sizes.三号, indent: twoCharacters, headingSpace: { ...exactLine } },
  en: {
    ...{ size: sizes.小四, heading: sizes.四号, indent: { firstLine: 0 } },
    headingSpace: { before: 240, after: 120 },
  },
};

function bodyStyles(): IParagraphStyleOptions[] {
  return [
    {
      ...{ id: styleIds.body['zh-CN'], name: 'Report Body', basedOn: 'Normal', quickFormat: true },
      run: { font: docxFonts.body, size: sizes.三号, characterSpacing: tighter },
      paragraph: { spacing: exactLine, indent: twoCharacters, alignment: AlignmentType.BOTH },
    },
    {
      ...{ id: styleIds.body.en, name: 'Report Body English', basedOn: 'Normal', quickFormat: true },
      run: { size: sizes.小四 },
      paragraph: { spacing: { line: 380, lineRule: LineRuleType.EXACT, after: 140 } },
    },
  ];
}

function otherStyles(size: number): IParagraphStyleOptions[] {
  const line = { line: Math.round(size * 18.1), lineRule: LineRuleType.EXACT };
  return [
    {
      ...{ id: styleIds.fact, name: 'Report Fact', basedOn: 'Normal', quickFormat: true },
      run: { font: docxFonts.body, size },
      paragraph: { spacing: line, indent: size === sizes.三号 ? twoCharacters : { firstLine: 0 } },
    },
    {
      ...{ id: styleIds.subtitle, name: 'Report Subtitle', basedOn: 'Normal', next: styleIds.body['zh-CN'] },
      run: { font: docxFonts.heading2, size: sizes.三号 },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { ...exactLine, after: linePitch } },
    },
    {
      ...{ id: styleIds.contents, name: 'Report Contents', basedOn: 'Normal' },
      run: { font: docxFonts.heading1, size: sizes.三号 },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { ...exactLine, after: 200 },
        keepNext: true,
      },
    },
    {
      ...{ id: styleIds.caption, name: 'caption', basedOn: offGridId, quickFormat: true },
      run: { font: docxFonts.heading1, size: sizes.小四 },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 160, after: 120 } },
    },
    {
      ...{ id: styleIds.picture, name: 'Report Picture', basedOn: 'Normal' },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 120 } },
    },
    {
      ...{ id: styleIds.list, name: 'Report List', basedOn: 'Normal', quickFormat: true },
      run: { font: docxFonts.body, size },
      paragraph: { spacing: line },
    },
    {
      ...{ id: styleIds.note, name: 'Report Note', basedOn: 'Normal', quickFormat: true },
      run: { font: docxFonts.heading2, size },
      paragraph: { spacing: { ...line, before: 120, after: 120 }, indent: { left: 320, right: 120 } },
    },
    ...tableStyles(styleIds.table.usual, { name: 'Report Table', size: sizes.五号 }),
    ...tableStyles(styleIds.table.small, { name: 'Report Table Small', size: sizes.小五 }),
    ...tableStyles(styleIds.table.smallest, { name: 'Report Table Smallest', size: sizes.六号 }),
  ];
}

type TableStyle = (typeof styleIds)['table'][keyof (typeof styleIds)['table']];

/** What all cells have in common stands here and not in each of thousands. Lines are of exact height, because others would jump to the grid of the page. */
function tableStyles(
  { text, head }: TableStyle,
  { name, size }: { name: string; size: number },
): IParagraphStyleOptions[] {
  const line = { line: Math.round(size * 13.5), lineRule: LineRuleType.EXACT };
  return [
    {
      ...{ id: text, name, basedOn: offGridId, quickFormat: true },
      run: { font: docxFonts.body, size },
      paragraph: { spacing: { before: 30, after: 30, ...line } },
    },
    {
      ...{ id: head, name: `${name} Head`, basedOn: text, quickFormat: true },
      run: { font: docxFonts.heading1 },
      paragraph: { keepNext: true },
    },
  ];
}

/** The names under which Word looks for the lines of its table of contents. */
function contentsStyles(size: number): IParagraphStyleOptions[] {
  const line = { line: Math.round(size * 13), lineRule: LineRuleType.EXACT };
  const tabStops = [{ type: TabStopType.RIGHT, position: typeArea.upright, leader: 'dot' as const }];
  return [1, 2].map(level => ({
    ...{ id: `TOC${level}`, name: `toc ${level}`, basedOn: offGridId },
    run: { font: level === 1 ? docxFonts.heading1 : docxFonts.body, size: Math.min(size, sizes.四号) },
    paragraph: { spacing: line, indent: { left: level === 1 ? 0 : 320 }, tabStops },
  }));
}
