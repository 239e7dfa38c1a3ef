import { type Finding, finding, type PlacedItem } from './finding.ts';
import { guidanceOf, levelsOf, type PlacedText } from './texts.ts';

/** 最高定 2 级, 按 1 级, 达到 3 级: a number that sends the reader to a level, not a class of road or a degree of damage. */
const chinese = /(?:达到|定|按|计)\s*(\d+)\s*级/g;

/** Every level that the Chinese sends the reader to is called a level in English. */
export function findDifferingLevelReferences({ item, path }: PlacedItem): Finding[] {
  return [...guidanceOf(item, path), ...levelsOf(item, path)].flatMap(differing);
}

function differing({ text, path }: PlacedText): Finding[] {
  if (text.en === undefined) return [];
  const called = levelNumbersIn(text.en);
  const missing = [...text.zh.matchAll(chinese)].flatMap(([, number]) => number ?? []).filter(n => !called.has(n));
  return [...new Set(missing)].map(number =>
    finding('levels-differ', [...path, 'en'], {
      zh: `英文没有说到 ${number} 级`,
      en: `the English does not mention level ${number}`,
    }),
  );
}

/** “the level is 2 at most; where …, 3”: the numbers of a sentence with the word. */
function levelNumbersIn(text: string): Set<string> {
  const sentences = text.split(/\.(?=\s|$)/).filter(sentence => /\blevels?\b/i.test(sentence));
  return new Set(sentences.flatMap(sentence => sentence.match(/\d+/g) ?? []));
}
