import type { IsoDay } from '#shared/iso-day.ts';

const hoursAhead = 8;

/** The day of an ISO time in China, which has one time zone: deadlines are days there. */
export function dayInChina(isoTime: string): IsoDay {
  return new Date(Date.parse(isoTime) + hoursAhead * 3_600_000).toISOString().slice(0, 10);
}
