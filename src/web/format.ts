import { dayIn } from '#shared/iso-day.ts';
import { inLanguage, type Language, type Text } from '#shared/text.ts';
import { reasonWords } from './reason-words.ts';
import type { Translate } from './words.ts';

/** How numbers, days and times are worded on pages, in one language. Scores come rounded from scoring; nothing is rounded here. */
export type Format = {
  language: Language;
  t: Translate;
  text: (text: Text) => string;
  /** 71.7, or a dash. */
  score: (shown: number | null) => string;
  /** 92%, in English 92 % as the checklists have it, or a dash. */
  percent: (shown: number | null) => string;
  /** 2026年11月24日 from an ISO day. */
  day: (isoDay: string) => string;
  /** 11月24日 from an ISO day. */
  shortDay: (isoDay: string) => string;
  /** 14:02 today, otherwise with the day, from an ISO time. */
  time: (isoTime: string) => string;
  /** 14:02 from an ISO time, where the day stands beside it. */
  clock: (isoTime: string) => string;
  /** Always with the day: for records. */
  dayAndTime: (isoTime: string) => string;
  /** 2026-11-24 14:02, for files. */
  minute: (isoTime: string) => string;
  /** The ISO day of an ISO time or of now for the city, in the site's time zone. */
  isoDay: (time: string | Date) => string;
  list: (parts: string[]) => string;
  /** A stored reason; what the program wrote itself is said in this language. */
  reason: (why: string) => string;
};

/** `written`: the words of every language that the program may have written something in. */
type Where = { language: Language; t: Translate; timeZone: string; now: () => Date; written?: readonly Translate[] };

const dash = '—';

/** Made once a language and kept: its formatters are slow to make and quick to use. */
export function formatIn({ language, t, timeZone, now, written = [t] }: Where): Format {
  const formatter = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language, options);
  const isoDay = dayIn(timeZone);
  const long = formatter({ timeZone: 'UTC', dateStyle: 'long' });
  const short = formatter({ timeZone: 'UTC', month: 'short', day: 'numeric' });
  const clock = formatter({ timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const clockAndDay = formatter({
    ...{ timeZone, year: 'numeric', month: 'short', day: 'numeric' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  });
  return {
    language,
    t,
    text: text => inLanguage(text, language),
    score: shown => (shown === null ? dash : shown.toFixed(1)),
    percent: shown => (shown === null ? dash : t('site.percent', { value: shown })),
    day: day => long.format(new Date(day)),
    shortDay: day => short.format(new Date(day)),
    time: time => (isoDay(time) === isoDay(now()) ? clock : clockAndDay).format(new Date(time)),
    clock: time => clock.format(new Date(time)),
    dayAndTime: time => clockAndDay.format(new Date(time)),
    minute: time => `${isoDay(time)} ${clock.format(new Date(time))}`,
    isoDay,
    list: parts => parts.join(t('site.list-separator')),
    reason: why => reasonWords(why, written, t),
  };
}
