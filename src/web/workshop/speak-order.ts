import type { Item } from '#checklist/checklist-schema.ts';
import type { RoundResults } from '#workshop/round-results.ts';
import type { Format } from '../format.ts';
import { levelWords } from './distribution.ts';

/** Two levels; from a median between two levels one and a half. */
const farFromMedian = 1.5;

/** Who explains first: those well below the median, then those well above. Null where nobody is far from it. */
export function speakOrder(
  { item, min }: { item: Item; min: number },
  { counts, median }: RoundResults,
  format: Format,
): string | null {
  if (!counts || median === null) return null;
  const levels = counts.flatMap((votes, index) => (votes > 0 ? [min + index] : []));
  const distance = item.kind === 'yes-no' ? 0.5 : farFromMedian;
  const low = rangeWords(
    levels.filter(level => median - level >= distance),
    item,
    format,
  );
  const high = rangeWords(
    levels.filter(level => level - median >= distance),
    item,
    format,
  );
  if (low && high) return format.t('workshop.speak.both', { low, high });
  const one = low ?? high;
  return one ? format.t('workshop.speak.one', { levels: one }) : null;
}

function rangeWords(levels: number[], item: Item, format: Format): string | null {
  const [first] = levels;
  const last = levels.at(-1);
  if (first === undefined || last === undefined) return null;
  return first === last ? levelWords(item, first, format) : format.t('workshop.levels', { from: first, to: last });
}
