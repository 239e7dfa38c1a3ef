import { z } from 'zod';

/** A calendar day `YYYY-MM-DD` that exists (not 2026-02-30); compares as a string. */
export const isoDaySchema = z.iso.date();
export type IsoDay = z.infer<typeof isoDaySchema>;

/** Whole days from `from` to `to`, negative when `to` is earlier. */
export function daysBetween(from: IsoDay, to: IsoDay): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
