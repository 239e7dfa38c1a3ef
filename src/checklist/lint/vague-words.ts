import { amountsIn } from './amounts.ts';
import { type Finding, finding, type PlacedItem } from './finding.ts';
import { withoutOpening } from './level-opening.ts';
import { levelsOf, type PlacedText, questionOf } from './texts.ts';
import { vagueWordsIn } from './vague-word-lists.ts';

/** In a level the word passes where its own clause says what is counted; a question has to do without. */
export function findVagueWords({ item, path }: PlacedItem): Finding[] {
  return [
    ...questionOf(item, path).flatMap(text => vagueIn(text, asWhole)),
    ...levelsOf(item, path).flatMap(text => vagueIn(text, uncountedClauses)),
  ];
}

type Language = 'zh' | 'en';
type Parts = (text: string, language: Language) => string[];

function vagueIn({ text, path }: PlacedText, parts: Parts): Finding[] {
  return (['zh', 'en'] as const).flatMap(language =>
    parts(text[language] ?? '', language)
      .flatMap(part => vagueWordsIn(part, language))
      .map(word => vagueWord(word, [...path, language])),
  );
}

function asWhole(text: string): string[] {
  return [text];
}

const clauseEnd = { zh: /[；。]/, en: /[;.](?:\s|$)/ };
/** How long is not how many: "in the last 12 months" counts nothing. */
const spans = {
  zh: /\d+\s*(?:个月|天|小时|年|日|分钟)/g,
  en: /\d+ (?:months?|days?|hours?|years?|minutes?)/g,
};

function uncountedClauses(text: string, language: Language): string[] {
  return withoutOpening(text, language)
    .split(clauseEnd[language])
    .filter(clause => amountsIn(clause.replace(spans[language], ''), language).length === 0);
}

function vagueWord(word: string, path: Finding['path']): Finding {
  return finding('vague-word', path, {
    zh: `“${word}”说得含糊，请写数得出、看得见的`,
    en: `"${word}" is vague; say what is counted or seen`,
  });
}
