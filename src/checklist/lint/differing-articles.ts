import { chineseNumber } from './chinese-number.ts';
import { type Finding, finding, type PlacedItem } from './finding.ts';
import { type PlacedText, textsIn } from './texts.ts';

const chinese = /第\s*([〇零一二三四五六七八九十百\d]+)\s*条/g;
const english = /\bArt(?:icles?|s?\.)\s*(\d+(?:(?:, | and | or | to )\d+)*)/gi;

/** Both languages name the same articles of law; 第二十七条 is Article 27. */
export function findDifferingArticles({ item, path }: PlacedItem): Finding[] {
  return textsIn(item, path).flatMap(differing);
}

function differing({ text, path }: PlacedText): Finding[] {
  if (text.en === undefined) return [];
  const named = [...text.zh.matchAll(chinese)].map(([, number = '']) => chineseNumber(number));
  const translated = [...text.en.matchAll(english)].flatMap(([, list = '']) => (list.match(/\d+/g) ?? []).map(Number));
  const only = { zh: listed(named, translated), en: listed(translated, named) };
  return only.zh === only.en
    ? []
    : [
        finding('articles-differ', path, {
          zh: `中英文的条文号不一致：只在中文 ${only.zh}，只在英文 ${only.en}`,
          en: `the articles differ: only in Chinese ${only.zh}, only in English ${only.en}`,
        }),
      ];
}

function listed(numbers: number[], others: number[]): string {
  return numbers.filter(number => !others.includes(number)).join(', ') || '—';
}
