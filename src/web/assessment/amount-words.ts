import type { Text } from '#shared/text.ts';
import type { Format } from '../format.ts';

/** A figure with its unit; the per cent sign stands as it does with every other share. */
export function amountWords(figure: string, unit: Text, { t, text }: Format): string {
  const words = text(unit);
  return words === '%' ? t('site.percent', { value: figure }) : t('area.figure', { value: figure, unit: words });
}
