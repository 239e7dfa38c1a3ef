import type { IsoDay } from '#shared/iso-day.ts';

const hoursAhead = 8;

/** The day of an ISO time in China: what decided what is overdue before reports carried the day of the city's own time zone. */
export function dayInChina(isoTime: string): IsoDay {
  return new Date(Date.parse(isoTime) + hoursAhead * 3_600_000).toISOString().slice(0, 10);
}
