import type { Format } from '../format.ts';

/** "5 小时 36 分钟", "40 分钟". */
export function durationWords(minutes: number, { t }: Format): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return t('workshop.duration.minutes', { count: rest });
  const whole = t('workshop.duration.hours', { count: hours });
  return rest === 0
    ? whole
    : t('workshop.duration.both', { hours: whole, minutes: t('workshop.duration.minutes', { count: rest }) });
}
