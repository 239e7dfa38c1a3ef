import type { Answer } from '#assessment/answer.ts';
import type { Checklist, Item } from '#checklist/checklist-schema.ts';
import { answerTitle } from '../assessment/answer-title.ts';
import { valueWords } from '../assessment/answer-words.ts';
import type { Format } from '../format.ts';

/** An answer in one line: "3 级", "92%，3 级", "不掌握：…", of a table how much of it is filled in. */
export function answerWords(answer: Answer, item: Item, checklist: Checklist, format: Format): string {
  return answer.answer === 'scored' && answer.value !== undefined && item.kind !== 'matrix'
    ? valueWords(item, answer.value, checklist, format)
    : answerTitle(answer, item, checklist, format).words;
}
