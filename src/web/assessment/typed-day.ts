import { isoDaySchema } from '#shared/iso-day.ts';

/** 2026-3-5, 2026/3/5, 2026.3.5, 20260305, 2026年3月5日, also in full-width characters. */
const spelling =
  /^(?<year>\d{4})(?:[-–—−/.](?<month>\d{1,2})[-–—−/.](?<day>\d{1,2})|年(?<month2>\d{1,2})月(?<day2>\d{1,2})[日号]?|(?<month3>\d{2})(?<day3>\d{2}))$/;

/** A day as people write it, as `YYYY-MM-DD`; what is no day stays as it was typed. */
export function typedDay(text: string): string {
  const spelt = spellingOf(text);
  return spelt !== undefined && isoDaySchema.safeParse(spelt).success ? spelt : text;
}

/** Whether it is written like a day, be it one that does not exist. */
export function isSpeltAsDay(text: string): boolean {
  return spellingOf(text) !== undefined;
}

function spellingOf(text: string): string | undefined {
  const groups = spelling.exec(text.normalize('NFKC').replace(/\s/g, ''))?.groups;
  if (!groups) return undefined;
  const [year, month, day] = [
    groups.year,
    groups.month ?? groups.month2 ?? groups.month3,
    groups.day ?? groups.day2 ?? groups.day3,
  ];
  return [year, month?.padStart(2, '0'), day?.padStart(2, '0')].join('-');
}
