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
  const inEnglish = preciseIssues(schema.safeParse(input, { error: english }).error?.issues ?? []);
  return {
    ok: false,
    faults: preciseIssues(parsed.error.issues).flatMap((issue, index) =>
      faultsOfIssue(issue, inEnglish[index]?.message),
    ),
  };
}

export function fault(path: (string | number)[], zh: string, en: string): Fault {
  return { path, message: { zh, en } };
}

/** As the API and the command line show it: `path` joined with dots. */
export function faultInLanguage({ path, message }: Fault, language: Language): { path: string; message: string } {
  return { path: path.join('.'), message: inLanguage(message, language) };
}

/** Where one form of a union can have been meant, what is wrong inside it instead of "none of the forms". */
function preciseIssues(issues: z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  return issues.flatMap(issue => {
    const meant = issue.code === 'invalid_union' ? meantForm(issue.errors) : undefined;
    if (!meant) return [issue];
    return preciseIssues(meant.map(inner => ({ ...inner, path: [...issue.path, ...inner.path] })));
  });
}

/** The form that was nearly met: wrong inside only, and least often. */
function meantForm(forms: z.core.$ZodIssue[][]): z.core.$ZodIssue[] | undefined {
  const weights = forms.map(issues => issues.reduce((sum, one) => sum + weightOf(one), 0));
  const least = Math.min(...weights);
  return Number.isFinite(least) ? forms[weights.indexOf(least)] : undefined;
}

/** Infinite where it is not the shape at all. */
function weightOf(issue: z.core.$ZodIssue): number {
  if (issue.code === 'unrecognized_keys') return issue.keys.length;
  return issue.path.length > 0 ? 1 : Infinity;
}

function faultsOfIssue(issue: z.core.$ZodIssue, english = issue.message): Fault[] {
  const path = issue.path.map(step => (typeof step === 'symbol' ? step.toString() : step));
  const message = { zh: issue.message, en: english };
  return issue.code === 'unrecognized_keys'
    ? issue.keys.map(key => ({ path: [...path, key], message, about: 'key' as const }))
    : [{ path, message }];
}
