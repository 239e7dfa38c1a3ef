import { z } from 'zod';

/** A calendar day `YYYY-MM-DD` that exists (not 2026-02-30); compares as a string. */
export const isoDaySchema = z.iso.date();
export type IsoDay = z.infer<typeof isoDaySchema>;

/** Tells the day that it is in a time zone at a time; made once and kept, because the formatter behind it is slow to make. */
export function dayIn(timeZone: string): (time: string | Date) => IsoDay {
  const swedish = new Intl.DateTimeFormat('sv-SE', { timeZone });
  return time => swedish.format(new Date(time));
}

/** Whole days from `from` to `to`, negative when `to` is earlier. */
export function daysBetween(from: IsoDay, to: IsoDay): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
