import type { Language, Text } from '#shared/text.ts';

/** What sheets need of a language. */
export type SheetLanguage = {
  language: Language;
  t: (key: string, params?: Record<string, string | number>) => string;
  text: (text: Text) => string;
  list: (parts: string[]) => string;
  /** 2026-11-24 14:02 of an ISO time. */
  minute: (isoTime: string) => string;
  /** What the report says in sentences. */
  report: ReportTexts;
};

type ReportTexts = {
  title: string;
  grade: string;
  supportedGrade: string;
  headline: string;
  reasons: string[];
  facts: { label: string; value: string }[];
  method: string[];
};

/** One language or two, the leading one first. */
export type Languages = readonly SheetLanguage[];

type Words = (language: SheetLanguage) => string;

/** Each language on a line of its own; what reads the same in both stands once. */
export function say(languages: Languages, words: Words): string {
  return [...new Set(languages.map(words))].join('\n');
}

/** In one line, for names and inside formulas. */
export function sayInLine(languages: Languages, words: Words): string {
  return [...new Set(languages.map(words))].join(' / ');
}
