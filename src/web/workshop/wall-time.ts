import type { WallTime } from '#workshop/day-progress.ts';
import { minutesOfClock } from '#workshop/plan-day.ts';
import type { Format } from '../format.ts';

/** In the site's time zone. */
export function wallTimeOf({ isoDay, clock }: Pick<Format, 'isoDay' | 'clock'>): WallTime {
  return isoTime => ({ day: isoDay(isoTime), minutes: minutesOfClock(clock(isoTime)) });
}
