import type { Action, ActionContent } from '#assessment/action.ts';
import { findItem } from '#checklist/checklist-lookups.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import { departmentName } from '../checklist/item-words.ts';
import type { Format } from '../format.ts';
import { costWords, kindsWords, targetWords } from './action-words.ts';

export const actionParts = [
  ...(['item', 'measure', 'target', 'evidence', 'lead', 'support', 'deadline'] as const),
  ...(['cost', 'funding', 'status', 'acceptance'] as const),
];
export type ActionWords = Record<(typeof actionParts)[number], string>;

const nothing: ActionWords = {
  ...{ item: '', measure: '', target: '', evidence: '', lead: '', support: '', deadline: '' },
  ...{ cost: '', funding: '', status: '', acceptance: '' },
};

/** All empty where there is no action. */
export function partsOfAction(action: Action | undefined, checklist: Checklist, format: Format): ActionWords {
  return action ? actionWords(action.content, checklist, format) : nothing;
}

/** Every part of an action in words; empty where it was left open. `checklist` may be the whole one. */
export function actionWords(content: ActionContent, checklist: Checklist, format: Format): ActionWords {
  const { t, day, list } = format;
  const item = findItem(checklist, content.item);
  const department = (id: string) => departmentName(id, checklist, format) || id;
  const { acceptance } = content;
  return {
    item: item ? t('area.item', { code: item.code, title: format.text(item.title) }) : content.item,
    measure: content.measure,
    target: item ? targetWords(content.target, item, checklist, format) : String(content.target ?? ''),
    evidence: kindsWords(content.evidence, format),
    lead: content.lead === undefined ? '' : department(content.lead),
    support: list(content.support.map(department)),
    deadline: content.deadline === undefined ? '' : day(content.deadline),
    cost: costWords(content.cost, format),
    funding: content.funding ?? '',
    status: t(`actions.status.${content.status}`),
    acceptance: acceptance
      ? t('actions.acceptance.words', { by: acceptance.by, day: day(acceptance.on), against: acceptance.against })
      : '',
  };
}
