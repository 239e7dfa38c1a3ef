import { type Finding, finding, type PlacedItem, type Wording } from './finding.ts';
import { withoutOpening } from './level-opening.ts';
import { levelsOf, type PlacedText } from './texts.ts';

/**
 * Where the levels of the 117 items that were accepted end: 99 % of their stretches between two marks have 25 characters or fewer,
 * none of their sentences has more than 49, none has more than seven clauses, and 的 stands twice in a stretch in one level of a hundred.
 */
const limits = { stretch: 26, sentence: 50, clauses: 7, nested: 2 };

const measures: { of: (text: string) => number; limit: number; message: (found: number) => Wording }[] = [
  {
    of: text => longest(text.split(/[，、；：。（）]/)),
    limit: limits.stretch,
    message: found => ({
      zh: `一口气 ${found} 字没有停顿，最多 ${limits.stretch} 字`,
      en: `${found} characters without a mark, at most ${limits.stretch}`,
    }),
  },
  {
    of: text => longest(text.split(/[；。]/)),
    limit: limits.sentence,
    message: found => ({
      zh: `一句 ${found} 字，最多 ${limits.sentence} 字`,
      en: `a sentence of ${found} characters, at most ${limits.sentence}`,
    }),
  },
  {
    of: text => text.split(/[，；。]/).filter(clause => clause.trim() !== '').length,
    limit: limits.clauses,
    message: found => ({
      zh: `${found} 个分句，最多 ${limits.clauses} 个`,
      en: `${found} clauses, at most ${limits.clauses}`,
    }),
  },
  {
    of: text =>
      Math.max(...text.split(/[，；：。（）]/).map(stretch => stretch.match(/(?<!目)的(?!确)/g)?.length ?? 0)),
    limit: limits.nested,
    message: found => ({
      zh: `一口气 ${found} 个“的”，最多 ${limits.nested} 个`,
      en: `的 stands ${found} times in a stretch, at most ${limits.nested}`,
    }),
  },
];

/** A level is read aloud in a room and heard once. What every level opens with is not counted. */
export function findHardReading({ item, path }: PlacedItem): Finding[] {
  return levelsOf(item, path).flatMap(hardReading);
}

function hardReading({ text, path }: PlacedText): Finding[] {
  const own = withoutOpening(text.zh, 'zh');
  return measures
    .map(({ of, limit, message }) => ({ found: of(own), limit, message }))
    .filter(({ found, limit }) => found > limit)
    .map(({ found, message }) => finding('hard-to-read', [...path, 'zh'], message(found)));
}

function longest(parts: string[]): number {
  return Math.max(...parts.map(part => part.match(/\S/gu)?.length ?? 0));
}
