import { itemsOf } from '#checklist/checklist-lookups.ts';
import type { Checklist, Item } from '#checklist/checklist-schema.ts';
import { isUsualScale, stepOfLevel } from '#report/step.ts';
import { hasLevels } from '../evidence/evidence-standing.ts';
import type { Format } from '../format.ts';

type LegendEntry = { value: string; classes: string; label: string };

/** What the marks of the bricks mean. Off the usual scale each kind of item has marks of its own. */
export function brickLegend(checklist: Checklist, { t, text }: Format): LegendEntry[] {
  const { scale } = checklist;
  const items = itemsOf(checklist);
  const has = (kind: Item['kind']) => items.some(item => item.kind === kind);
  const levels = scale.levels.map(({ value, label }) => ({
    value: String(value),
    classes: `level-${stepOfLevel(value, scale)}`,
    label: text(label),
  }));
  if (isUsualScale(scale)) return levels;
  return [
    ...(items.some(hasLevels) ? levels : []),
    ...(has('yes-no')
      ? [
          { value: t('assessment.value.no'), classes: 'level-0', label: t('overview.key.no') },
          { value: t('assessment.value.yes'), classes: 'level-5', label: t('overview.key.yes') },
        ]
      : []),
    ...(has('deduction')
      ? [
          {
            value: t('assessment.mark.deduction', { points: 2 }),
            classes: 'level-4',
            label: t('overview.key.deduction'),
          },
        ]
      : []),
  ];
}
