import type { PrintedBlock, PrintedPart, PrintedReport } from '#report/printed-report.ts';
import { chineseNumeral } from './chinese-numeral.ts';
import { documentWords } from './document-words.ts';

type Language = PrintedReport['language'];

/** A heading as it stands: level 1 is a part. The number carries what separates it from the text; `list` is for programs that number by themselves. */
export type NumberedHeading = {
  kind: 'heading';
  level: 1 | 2 | 3;
  number: string;
  list: 'parts' | 'annexes' | 'none';
  text: string;
};
export type NumberedBlock = NumberedHeading | Exclude<PrintedBlock, { kind: 'heading' }>;
export type NumberedPart = { id: string; title: NumberedHeading; blocks: NumberedBlock[] };

/** 一、 （一） 1. and 1 1.1 1.1.1; annexes 附件 1, the summary without a number. */
export function numberHeadings({ language, summary, parts, annexes }: PrintedReport): {
  summary: NumberedPart;
  parts: NumberedPart[];
  annexes: NumberedPart[];
} {
  return {
    summary: numberedPart(summary, { language, list: 'none', number: '', chapter: '' }),
    parts: parts.map((part, index) =>
      numberedPart(part, { language, list: 'parts', number: partNumber(language, index + 1), chapter: `${index + 1}` }),
    ),
    annexes: annexes.map((annex, index) =>
      numberedPart(annex, { language, list: 'annexes', number: annexNumber(language, index + 1), chapter: '' }),
    ),
  };
}

/** `chapter`: what the numbers of an English part begin with; none outside the parts. */
type Place = { language: Language; list: NumberedHeading['list']; number: string; chapter: string };

function numberedPart({ id, title, blocks }: PrintedPart, place: Place): NumberedPart {
  return {
    id,
    title: { kind: 'heading', level: 1, number: place.number, list: place.list, text: title },
    blocks: numberedBlocks(blocks, place),
  };
}

function numberedBlocks(blocks: PrintedBlock[], place: Place): NumberedBlock[] {
  let [second, third] = [0, 0];
  return blocks.map(block => {
    if (block.kind !== 'heading') return block;
    [second, third] = block.level === 2 ? [second + 1, 0] : [second, third + 1];
    const number = block.level === 2 ? secondNumber(place, second) : thirdNumber(place, second, third);
    return { ...block, number, list: place.list };
  });
}

function partNumber(language: Language, number: number): string {
  return language === 'en' ? `${number}  ` : `${chineseNumeral(number)}、`;
}

function annexNumber(language: Language, number: number): string {
  return `${documentWords[language].annex} ${number}　`;
}

function secondNumber({ language, chapter }: Place, second: number): string {
  return language === 'en'
    ? `${[chapter, second].filter(part => part !== '').join('.')}  `
    : `（${chineseNumeral(second)}）`;
}

function thirdNumber({ language, chapter }: Place, second: number, third: number): string {
  return language === 'en' ? `${[chapter, second, third].filter(part => part !== '').join('.')}  ` : `${third}. `;
}
