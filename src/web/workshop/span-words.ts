import type { Span } from '#workshop/table-times.ts';
import type { Format } from '../format.ts';

/** "2026年11月24日 14:02–14:16"; the day once, where it is the same. An item that is still talked about has no end yet. */
export function spanWords({ from, to }: Span, format: Format): string {
  const { t, isoDay, clock, dayAndTime } = format;
  const begin = dayAndTime(from);
  if (to === undefined) return t('times.since', { from: begin });
  if (isoDay(to) !== isoDay(from)) return t('planning.from-to', { from: begin, to: dayAndTime(to) });
  return clock(to) === clock(from) ? begin : t('planning.from-to', { from: begin, to: clock(to) });
}
