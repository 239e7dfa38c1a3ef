import { scaleOf } from '#checklist/checklist-lookups.ts';
import type { Checklist, Item } from '#checklist/checklist-schema.ts';
import { departmentName, sourceWords } from '../checklist/item-words.ts';
import type { Format } from '../format.ts';
import type { OpenAssessment } from './open-assessment.ts';

/** What is asked: code, title, tags, question, guidance with sources. */
export function itemHead(item: Item, { checklist }: OpenAssessment, format: Format) {
  return {
    anchor: item.code,
    code: item.code,
    title: format.text(item.title),
    label: format.t('area.item', { code: item.code, title: format.text(item.title) }),
    bottomLine: item.bottomLine ? bottomLineWords(item, item.bottomLine.floor, checklist, format) : null,
    core: item.core ?? false,
    departments: departmentsOf(item, checklist, format),
    question: item.question ? format.text(item.question) : null,
    guidance: item.guidance ? format.text(item.guidance) : null,
    sources: sourceWords(item, checklist, format),
  };
}

/** The floor as the level that must be reached; what happens below only where the city's policy says so. */
function bottomLineWords(item: Item, floor: number, checklist: Checklist, { t }: Format): string {
  const { min, max } = scaleOf(item, checklist);
  const level = Math.ceil(min + floor * (max - min) - 1e-9);
  const hasLevels = item.kind === 'maturity' || item.kind === 'metric';
  const limit = hasLevels
    ? t('area.reach.level', { level })
    : t('area.reach.percent', { percent: Math.round(floor * 100) });
  const cap = checklist.bottomLine?.cap;
  return cap === undefined ? t('area.bottom-line', { limit }) : t('area.bottom-line.cap', { limit, grade: cap });
}

function departmentsOf({ lead, support }: Item, checklist: Checklist, format: Format): string[] {
  const nameOf = (id: string) => departmentName(id, checklist, format);
  return [
    lead === undefined ? '' : format.t('area.lead', { department: nameOf(lead) }),
    support?.length ? format.t('area.support', { departments: format.list(support.map(nameOf)) }) : '',
  ].filter(Boolean);
}
