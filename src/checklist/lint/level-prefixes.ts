import { amountsIn, withoutAmounts } from './amounts.ts';
import { type Finding, finding, type PlacedItem } from './finding.ts';
import { hasOpening } from './level-opening.ts';
import { type LevelText, levelsOf } from './texts.ts';

/** From the second level above the lowest on a level of a maturity item names the one below, unless it is the same count, higher. The levels of a metric restate its bands. */
export function findWrongLevelPrefixes({ item, path }: PlacedItem): Finding[] {
  if (item.kind !== 'maturity') return [];
  const levels = levelsOf(item, path);
  return levels.flatMap((upper, index) => {
    const lower = levels[index - 1];
    return lower && index >= 2 && needsPrefix(upper, lower) ? wrongPrefixes(upper, lower.level) : [];
  });
}

function needsPrefix({ text }: LevelText, lower: LevelText): boolean {
  return hasOpening(text.zh, 'zh') || hasOpening(text.en ?? '', 'en') || !isSameCount(text.zh, lower.text.zh);
}

function isSameCount(upper: string, lower: string): boolean {
  return amountsIn(upper, 'zh').length > 0 && withoutAmounts(upper, 'zh') === withoutAmounts(lower, 'zh');
}

function wrongPrefixes({ text, path }: LevelText, below: number): Finding[] {
  const expected = { zh: `达到 ${below} 级，且`, en: `Level ${below}, and` };
  return (['zh', 'en'] as const)
    .filter(language => text[language] !== undefined && !text[language].startsWith(expected[language]))
    .map(language =>
      finding('level-prefix', [...path, language], {
        zh: `须以“${expected[language]}”开头`,
        en: `must begin with "${expected[language]}"`,
      }),
    );
}
