import type { Item } from '#checklist/checklist-schema.ts';
import type { Format } from '../format.ts';

/** Between what a figure must lie; null where anything goes. */
export function boundsWords({ min, max }: Extract<Item, { kind: 'metric' }>, { t }: Format): string | null {
  if (min !== undefined) return max === undefined ? t('figure.at-least', { min }) : t('figure.between', { min, max });
  return max === undefined ? null : t('figure.at-most', { max });
}
