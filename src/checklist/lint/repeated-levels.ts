import { amountsIn } from './amounts.ts';
import { type Finding, finding, type PlacedItem } from './finding.ts';
import { hasOpening, withoutOpening } from './level-opening.ts';
import { commonLength } from './longest-common.ts';
import { type LevelText, levelsOf } from './texts.ts';
import { withoutVagueWords } from './vague-word-lists.ts';

type Language = 'zh' | 'en';

/** An adjective is this long: four characters with its 的, or two words. */
const adjective = { zh: 4, en: 2 };

/** A level that has the amounts of the one below and no more new words than an adjective, the rest being the old ones. The lowest level is left out: it denies the next. */
export function findRepeatedLevels({ item, path }: PlacedItem): Finding[] {
  const levels = levelsOf(item, path);
  return levels.flatMap((upper, index) => {
    const lower = levels[index - 1];
    return lower && index >= 2 ? repeats(upper, lower) : [];
  });
}

function repeats(upper: LevelText, lower: LevelText): Finding[] {
  return (['zh', 'en'] as const)
    .filter(language => addsTooLittle(upper.text[language] ?? '', lower.text[language] ?? '', language))
    .map(language =>
      finding('level-repeats', [...upper.path, language], {
        zh: `与 ${lower.level} 级相比没有多出看得见的要求`,
        en: `asks for nothing visible beyond level ${lower.level}`,
      }),
    );
}

function addsTooLittle(upper: string, lower: string, language: Language): boolean {
  if (upper === '' || lower === '') return false;
  const above = withoutOpening(upper, language);
  const below = withoutOpening(lower, language);
  if (amountsIn(above, language).join() !== amountsIn(below, language).join()) return false;
  const [wordsAbove, wordsBelow] = [wordsOf(above, language), wordsOf(below, language)];
  const common = commonLength(wordsAbove, wordsBelow);
  // After “达到 N 级，且” what the level below says still holds, so leaving it out takes nothing away.
  const dropped = hasOpening(upper, language) ? 0 : wordsBelow.length - common;
  const added = wordsAbove.length - common;
  return added <= common && Math.max(added, dropped) <= adjective[language];
}

function wordsOf(text: string, language: Language): string[] {
  const words = language === 'zh' ? /[\p{L}\p{N}]/gu : /[\p{L}\p{N}]+/gu;
  return withoutVagueWords(text, language).toLowerCase().match(words) ?? [];
}
