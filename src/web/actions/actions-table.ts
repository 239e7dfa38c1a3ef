import { findItem } from '#checklist/checklist-lookups.ts';
import { costFigure } from '#scoring/action-cost.ts';
import type { Format } from '../format.ts';
import { actionWords } from './action-parts.ts';
import type { OpenPlan } from './open-plan.ts';

type Cell = string | number | null;

/** The plan as rows for a spreadsheet, the heading first, in the order of the plan. */
export function actionsTable({ open, plan }: Pick<OpenPlan, 'open' | 'plan'>, format: Format): Cell[][] {
  const { t, text } = format;
  const heading = columns.map(column => t(`actions.csv.${column}`));
  const rows = plan.actions.map(({ action, gain, isOverdue, isBottomLine }) => {
    const { content, notes, id, rev } = action;
    const item = findItem(open.wholeChecklist, content.item);
    const words = actionWords(content, open.wholeChecklist, format);
    const cells: Record<(typeof columns)[number], Cell> = {
      ...{ id, rev },
      code: item?.code ?? content.item,
      item: item ? text(item.title) : null,
      bottomLine: isBottomLine ? t('actions.csv.yes') : null,
      ...{ measure: words.measure, target: words.target, evidence: words.evidence || null },
      ...{ lead: words.lead || null, support: words.support || null },
      deadline: content.deadline ?? null,
      overdue: isOverdue ? t('actions.csv.yes') : null,
      ...{ cost: words.cost || null, costFigure: costFigure(content.cost), funding: words.funding || null },
      ...{ status: words.status, acceptance: words.acceptance || null },
      ...{ gainScore: gain.score, gainLow: gain.low, gainSupported: gain.supported },
      notes: notes.map(note => t('actions.note.dated', { day: note.on, text: note.text })).join('\n') || null,
    };
    return columns.map(column => cells[column]);
  });
  return [heading, ...rows];
}

const columns = [
  ...(['id', 'rev', 'code', 'item', 'bottomLine', 'measure', 'target', 'evidence', 'lead', 'support'] as const),
  ...(['deadline', 'overdue', 'cost', 'costFigure', 'funding', 'status', 'acceptance'] as const),
  ...(['gainScore', 'gainLow', 'gainSupported', 'notes'] as const),
];
