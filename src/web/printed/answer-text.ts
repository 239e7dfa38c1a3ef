import type { Answer } from '#assessment/answer.ts';
import type { Item } from '#checklist/checklist-schema.ts';
import type { Report } from '#report/report.ts';
import { answerTitle } from '../assessment/answer-title.ts';
import { valueWords } from '../assessment/answer-words.ts';
import type { Format } from '../format.ts';

/** An answer in words alone: "3 级 运行", "92%，4 级", "不便公开：商业秘密". */
export function answerText(answer: Answer, item: Item, { wholeChecklist }: Report, format: Format): string {
  const { words } = answerTitle(answer, item, wholeChecklist, format);
  if (answer.answer !== 'scored' || answer.value === undefined || item.kind === 'matrix') return words;
  const value = valueWords(item, answer.value, wholeChecklist, format);
  return item.kind === 'maturity' && words !== '' ? format.t('printed.answer', { value, name: words }) : value;
}
