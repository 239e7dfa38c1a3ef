import { type Finding, finding, type PlacedItem } from './finding.ts';
import { questionOf } from './texts.ts';

const chineseAsking = /是否|能否|可否|有无|有没有|多少|多大|多久|如何|怎样|怎么|谁|哪|几(?!乎)/g;
const chineseYesNo = /(?:是否|能否|可否|有无|有没有)(.*)$/s;
const englishSecondAsking =
  /(?:\b(?:and|or)|;),? (?:how|what|which|who|whether|when|where|is|are|was|were|does|do|did|has|have|can|if so)\b/i;

/** One thing at a time: one question mark, one asking word, and no list of predicates after “是否”. A list of subjects before it is one thing asked of each. */
export function findDoubleQuestions({ item, path }: PlacedItem): Finding[] {
  return questionOf(item, path).flatMap(({ text, path: at }) => [
    ...(isDoubleInChinese(text.zh) ? [doubleQuestion([...at, 'zh'])] : []),
    ...(isDoubleInEnglish(text.en ?? '') ? [doubleQuestion([...at, 'en'])] : []),
  ]);
}

function isDoubleInChinese(question: string): boolean {
  const asking = question.match(chineseAsking) ?? [];
  const predicates = chineseYesNo.exec(question)?.[1] ?? '';
  return asking.length > 1 || countOf(question, '？') > 1 || /[、，；]|并且?|而且|以及/.test(predicates);
}

function isDoubleInEnglish(question: string): boolean {
  return countOf(question, '?') > 1 || englishSecondAsking.test(question);
}

function countOf(text: string, character: string): number {
  return text.split(character).length - 1;
}

function doubleQuestion(path: Finding['path']): Finding {
  return finding('double-question', path, {
    zh: '一问含两件事，请只问一件',
    en: 'two questions in one; ask one thing',
  });
}
