import { isExcludedByFact } from '#assessment/progress.ts';
import { findAnswer } from '#assessment/record-answer.ts';
import type { Item } from '#checklist/checklist-schema.ts';
import { isVotedOn } from '#workshop/progress.ts';
import type { Format } from '../../format.ts';
import { answerWords } from '../answer-words.ts';
import type { PlanPage } from './plan-page.ts';

/** Every item of the scope by area, to be ticked. Items that the city's facts exclude are left out. */
export function planItems({ open, typed }: Pick<PlanPage, 'open' | 'typed'>, format: Format) {
  const chosen = new Set(typed.agenda.map(({ item }) => item));
  const { assessment, checklist } = open;
  return checklist.areas.map(area => {
    const items = area.items.filter(item => !isExcludedByFact(item, assessment.setup.profile));
    const ticked = items.filter(({ id }) => chosen.has(id)).length;
    return {
      id: area.id,
      title: `${area.code} ${format.text(area.title)}`,
      count: format.t('planning.area.count', { chosen: ticked, total: items.length }),
      open: ticked > 0 && ticked < items.length,
      items: items.map(item => ({
        id: item.id,
        checked: chosen.has(item.id),
        code: item.code,
        title: format.text(item.title),
        facts: factsOf(item, open, format),
      })),
    };
  });
}

function factsOf(item: Item, { assessment, checklist }: PlanPage['open'], format: Format): string[] {
  const answer = findAnswer(assessment, item.id);
  return [
    item.core ? format.t('checklist.core') : '',
    isVotedOn(item) ? '' : format.t('workshop.figure-item'),
    answer ? answerWords(answer, item, checklist, format) : format.t('assessment.unanswered'),
  ].filter(Boolean);
}
