import { z } from 'zod';
import { issueWords } from './issue-words.ts';
import { inLanguage, type Language, type Text } from './text.ts';

/** What is wrong with something that was typed, sent or written in a file, and where. */
export type Fault = {
  path: (string | number)[];
  message: Required<Text>;
  /** The key itself is wrong, not what stands under it. */
  about?: 'key';
};

export type Checked<T> = { ok: true; value: T } | { ok: false; faults: Fault[] };

const zod = { zh: z.locales.zhCN().localeError, en: z.locales.en().localeError };

/** Our own words where there are any. */
const chinese = (issue: z.core.$ZodRawIssue) => issueWords(issue)?.zh ?? zod.zh(issue);
const english = (issue: z.core.$ZodRawIssue) => issueWords(issue)?.en ?? zod.en(issue);

/** Parses and turns every zod issue into a fault with a message in both languages. */
export function check<S extends z.ZodType>(schema: S, input: unknown): Checked<z.output<S>> {
  const parsed = schema.safeParse(input, { error: chinese });
  if (parsed.success) return { ok: true, value: parsed.data };
  const inEnglish = schema.safeParse(input, { error: english }).error?.issues ?? [];
  return {
    ok: false,
    faults: parsed.error.issues.flatMap((issue, index) => faultsOfIssue(issue, inEnglish[index])),
  };
}

export function fault(path: (string | number)[], zh: string, en: string): Fault {
  return { path, message: { zh, en } };
}

/** As the API and the command line show it: `path` joined with dots. */
export function faultInLanguage({ path, message }: Fault, language: Language): { path: string; message: string } {
  return { path: path.join('.'), message: inLanguage(message, language) };
}

function faultsOfIssue(issue: z.core.$ZodIssue, english?: z.core.$ZodIssue): Fault[] {
  const meant = meantOption(issue);
  if (meant >= 0) return faultsOfOption(issue, english, meant);
  const path = plainPath(issue);
  const message = { zh: issue.message, en: english?.message ?? issue.message };
  return issue.code === 'unrecognized_keys'
    ? issue.keys.map(key => ({ path: [...path, key], message, about: 'key' as const }))
    : [{ path, message }];
}

/** Of what could stand here, the shape that was nearly met: wrong inside only, and least often; -1 where there is none. */
function meantOption(issue: z.core.$ZodIssue): number {
  if (issue.code !== 'invalid_union') return -1;
  const counts = issue.errors.map(inside => inside.reduce((sum, one) => sum + weightOf(one), 0));
  const least = Math.min(...counts);
  return Number.isFinite(least) ? counts.indexOf(least) : -1;
}

/** Infinite where it is not the shape at all. */
function weightOf(issue: z.core.$ZodIssue): number {
  if (issue.code === 'unrecognized_keys') return issue.keys.length;
  return issue.path.length > 0 ? 1 : Infinity;
}

function faultsOfOption(issue: z.core.$ZodIssue, english: z.core.$ZodIssue | undefined, option: number): Fault[] {
  const inEnglish = insideOf(english, option);
  return insideOf(issue, option).flatMap((inside, index) => {
    const faults = faultsOfIssue(inside, inEnglish[index]);
    return faults.map(one => ({ ...one, path: [...plainPath(issue), ...one.path] }));
  });
}

function insideOf(issue: z.core.$ZodIssue | undefined, option: number): z.core.$ZodIssue[] {
  return issue?.code === 'invalid_union' ? (issue.errors[option] ?? []) : [];
}

function plainPath({ path }: z.core.$ZodIssue): Fault['path'] {
  return path.map(step => (typeof step === 'symbol' ? step.toString() : step));
}
