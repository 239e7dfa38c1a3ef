import type { ActionContent, ActionStatus } from '#assessment/action.ts';
import type { Answer } from '#assessment/answer.ts';
import { mostOfCells, sumOfCells } from '#assessment/matrix-cells.ts';
import type { Checklist, Item } from '#checklist/checklist-schema.ts';
import type { CostRange } from '#scoring/action-cost.ts';
import { valueWords } from '../assessment/answer-words.ts';
import type { Format } from '../format.ts';

type Target = ActionContent['target'];

/** What the item will have: "3 级", "90%，4 级", "120 点，共 168 点"; where the answer stays as it is, that only evidence is added. */
export function targetWords(target: Target, item: Item, checklist: Checklist, format: Format): string {
  if (target === undefined) return format.t('actions.target.evidence-only');
  return item.kind === 'matrix'
    ? format.t('actions.target.points', { points: Number(target), most: mostOfCells(item) })
    : valueWords(item, target, checklist, format);
}

/** What the item has now, in the same terms. */
export function presentWords(answer: Answer | undefined, item: Item, checklist: Checklist, format: Format): string {
  if (!answer) return format.t('assessment.unanswered');
  if (answer.answer !== 'scored' || answer.value === undefined) return format.t(`assessment.answer.${answer.answer}`);
  return item.kind === 'matrix'
    ? format.t('actions.target.points', { points: sumOfCells(item, answer.value), most: mostOfCells(item) })
    : valueWords(item, answer.value, checklist, format);
}

export function kindsWords(evidence: ActionContent['evidence'], { t, list }: Format): string {
  return list(evidence.map(kind => t(`assessment.evidence.${kind}`)));
}

/** The estimate where there is one, else the band; empty without either. */
export function costWords(cost: ActionContent['cost'], format: Format): string {
  if (!cost) return '';
  return cost.estimate === undefined ? format.t(`actions.cost.${cost.band}`) : money(cost.estimate, format);
}

/** "50–200 万元", "不少于 1,000 万元". */
export function rangeOfCost({ from, to }: CostRange, format: Format): string {
  if (to === null) return format.t('actions.sum.from', { from: money(from, format) });
  return from === to
    ? money(from, format)
    : format.t('actions.sum.range', { from: amount(from, format), to: amount(to, format) });
}

/** "85.5 万元", "CNY 855,000". */
export function money(figure: number, format: Format): string {
  return format.t('actions.money', { amount: amount(figure, format) });
}

/** Chinese counts in 万元, English in yuan. */
function amount(figure: number, { language }: Format): string {
  const shown = language === 'en' ? figure * 10_000 : figure;
  return shown.toLocaleString('en-US', { maximumFractionDigits: 2 });
}

/** +1.2, 0.0, or a dash. */
export function gainWords(gain: number | null, { score }: Format): string {
  return gain !== null && gain > 0 ? `+${score(gain)}` : score(gain);
}

const statusMarks = {
  planned: { icon: 'flag', classes: '' },
  running: { icon: 'pencil', classes: 'is-note' },
  done: { icon: 'check', classes: 'is-accent' },
  accepted: { icon: 'circle-check', classes: 'is-ok' },
  dropped: { icon: 'circle-slash', classes: '' },
} satisfies Record<ActionStatus, { icon: string; classes: string }>;

export function statusTag(status: ActionStatus, { t }: Format) {
  return { ...statusMarks[status], text: t(`actions.status.${status}`) };
}

/** Its first words, where the whole would fill the page. */
export function shortMeasure(measure: string, most = 120): string {
  const characters = [...measure.replace(/\s+/g, ' ')];
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : characters.join('');
}
