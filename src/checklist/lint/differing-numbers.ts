import { chineseNumber } from './chinese-number.ts';
import { type Finding, finding, type PlacedItem } from './finding.ts';
import { guidanceOf, levelsOf, type PlacedText, questionOf } from './texts.ts';
import { numbersIn } from './written-numbers.ts';

/** Both languages hold the same numbers, each as often; their order follows the grammar. */
export function findDifferingNumbers({ item, path }: PlacedItem): Finding[] {
  return [...questionOf(item, path), ...guidanceOf(item, path), ...levelsOf(item, path)].flatMap(differing);
}

function differing({ text, path }: PlacedText): Finding[] {
  if (text.en === undefined) return [];
  const chinese = numbersIn(withArticleNumbers(text.zh));
  const english = numbersIn(withMonthNumbers(text.en));
  const only = { zh: without(chinese, english).join(', ') || '—', en: without(english, chinese).join(', ') || '—' };
  return only.zh === only.en
    ? []
    : [
        finding('numbers-differ', path, {
          zh: `中英文的数字不一致：只在中文 ${only.zh}，只在英文 ${only.en}`,
          en: `the numbers differ: only in Chinese ${only.zh}, only in English ${only.en}`,
        }),
      ];
}

/** What is left of the numbers when each of the others has taken away one of its like. */
function without(numbers: string[], others: string[]): string[] {
  const left = [...numbers];
  for (const other of others) {
    const index = left.indexOf(other);
    if (index >= 0) left.splice(index, 1);
  }
  return left;
}

const months = 'January February March April May June July August September October November December'.split(' ');
const monthBesideDay = new RegExp(`(?<=\\d )(?:${months.join('|')})\\b|\\b(?:${months.join('|')})(?= \\d)`, 'g');

/** 第二十七条 is Article 27. */
function withArticleNumbers(text: string): string {
  return text.replace(/(?<=第\s*)[〇零一二三四五六七八九十百]+(?=\s*条)/g, number => String(chineseNumber(number)));
}

/** 6 月 30 日 is 30 June. */
function withMonthNumbers(text: string): string {
  return text.replace(monthBesideDay, month => String(months.indexOf(month) + 1));
}
