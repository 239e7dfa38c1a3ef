import { InternalHyperlink, Paragraph, TableOfContents } from 'docx';
import { documentWords } from '../document-words.ts';
import type { NumberedBlock, NumberedHeading } from '../number-headings.ts';
import type { Sheet } from '../page-sheets.ts';
import { runsOf } from './docx-text.ts';

type Language = 'zh-CN' | 'en';
/** The bookmark of each heading that the contents lead to. */
export type Anchors = ReadonlyMap<NumberedBlock, string>;

const lowestListed = 2;

/** `report` tells the headings of one report of a file from those of another. */
export function docxAnchors(sheets: readonly Sheet[], report: string): Anchors {
  return new Map(listed(sheets).map((heading, index) => [heading, `${report}_heading_${index + 1}`]));
}

/**
 * A field that Word fills with page numbers; until then a plain list of the headings. Where a page ends only the program knows that sets it with the letters
 * it has, and a wrong number is worse than none.
 */
export function docxContents(
  sheets: readonly Sheet[],
  { report, anchors, language }: { report: string; anchors: Anchors; language: Language },
): TableOfContents {
  return new TableOfContents(documentWords[language].contents, {
    hyperlink: true,
    headingStyleRange: `1-${lowestListed}`,
    entriesFromBookmark: report,
    contentChildren: listed(sheets).map(heading => entryOf(heading, anchors.get(heading) ?? '', language)),
  });
}

function listed(sheets: readonly Sheet[]): NumberedHeading[] {
  return sheets.flatMap(({ blocks }) =>
    blocks.flatMap(block => (block.kind === 'heading' && block.level <= lowestListed ? [block] : [])),
  );
}

function entryOf({ level, number, text }: NumberedHeading, anchor: string, language: Language): Paragraph {
  const children = runsOf(`${number.replace(/ +$/, ' ')}${text}`, language);
  return new Paragraph({ style: `TOC${level}`, children: [new InternalHyperlink({ anchor, children })] });
}
