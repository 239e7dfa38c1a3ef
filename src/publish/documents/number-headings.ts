import type { PrintedBlock, PrintedPart, PrintedReport } from '#report/printed-report.ts';
import { chineseNumeral } from './chinese-numeral.ts';
import { documentWords } from './document-words.ts';

type Language = PrintedReport['language'];

/** A heading as it stands: level 1 is a part. The number carries what separates it from the text; `list` is for programs that number by themselves. */
export type NumberedHeading = {
  kind: 'heading';
  level: 1 | 2 | 3 | 4;
  number: string;
  list: 'parts' | 'annexes' | 'none';
  text: string;
};
export type NumberedBlock = NumberedHeading | Exclude<PrintedBlock, { kind: 'heading' }>;
export type NumberedPart = { id: string; title: NumberedHeading; blocks: NumberedBlock[] };

/** 一、 （一） 1. （1） and 1 1.1 1.1.1 1.1.1.1; annexes 附件 1, the summary without a number. */
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
  const counts = { 2: 0, 3: 0, 4: 0 };
  return blocks.map(block => {
    if (block.kind !== 'heading') return block;
    counts[block.level] += 1;
    if (block.level < 4) counts[4] = 0;
    if (block.level < 3) counts[3] = 0;
    return { ...block, number: numberBelow(place, counts, block.level), list: place.list };
  });
}

type Level = 2 | 3 | 4;

function numberBelow({ language, chapter }: Place, counts: Record<Level, number>, level: Level): string {
  if (language !== 'en') return chineseNumber(counts[level], level);
  const numbers = ([2, 3, 4] as const).filter(one => one <= level).map(one => counts[one]);
  return `${[chapter, ...numbers].filter(part => part !== '').join('.')}  `;
}

function chineseNumber(count: number, level: Level): string {
  if (level === 2) return `（${chineseNumeral(count)}）`;
  return level === 3 ? `${count}. ` : `（${count}）`;
}

function partNumber(language: Language, number: number): string {
  return language === 'en' ? `${number}  ` : `${chineseNumeral(number)}、`;
}

function annexNumber(language: Language, number: number): string {
  return `${documentWords[language].annex} ${number}　`;
}
