import type { Answer } from '#assessment/answer.ts';
import type { AnswerRecord } from '#assessment/assessment.ts';
import type { Checklist, Item } from '#checklist/checklist-schema.ts';
import type { Format } from '../format.ts';
import { understoodAnswer } from './answer-form.ts';
import { answerTitle } from './answer-title.ts';
import { personName } from './person-name.ts';
import { fieldName, type TypedAnswer } from './typed-answer.ts';

type Conflict = { typed: TypedAnswer; current: AnswerRecord; item: Item; checklist: Checklist };

/** Both versions side by side, who and when, and the three ways on. */
export function conflictView({ typed, current, item, checklist }: Conflict, format: Format) {
  const { t } = format;
  const isStored = current.rev > 0;
  const who = isStored ? personName(current.by, format) : '';
  const when = isStored ? format.time(current.at) : '';
  const side = (heading: string, answer: Answer | null) => ({
    heading,
    title: answer ? answerTitle(answer, item, checklist, format) : { chip: null, words: t('area.conflict.no-answer') },
    note: answer?.note ?? null,
    evidence: answer?.evidence?.map(({ title }) => title) ?? [],
  });
  const way = (name: string) => ({ value: `${name}:${item.id}`, label: t(`area.conflict.${name}`) });
  return {
    text: isStored ? t('area.conflict.text', { who, when, rev: current.rev }) : t('area.conflict.never'),
    seen: { name: fieldName(item, 'seen'), value: String(current.rev) },
    sides: [
      side(isStored ? t('area.conflict.stored', { who, when }) : t('area.conflict.stored-never'), current.answer),
      side(t('area.conflict.yours'), understoodAnswer(typed, item, checklist) ?? null),
    ],
    mine: way('use-mine'),
    others: [way('keep-stored'), ...(current.answer ? [way('join')] : [])],
  };
}
