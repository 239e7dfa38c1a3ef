import type { Language, Text } from '#shared/text.ts';

/** Words and texts in one language; files are worded as pages are. */
export type Wording = {
  language: Language;
  t: (key: string, params?: Record<string, string | number>) => string;
  text: (text: Text) => string;
  /** 2026-11-24 14:02 from an ISO time. */
  minute: (isoTime: string) => string;
  day: (isoDay: string) => string;
  list: (parts: string[]) => string;
};
