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
  return withoutFollowing(issues).flatMap(issue => {
    const meant = issue.code === 'invalid_union' ? meantForm(issue.errors) : undefined;
    if (!meant) return [issue];
    return preciseIssues(meant.map(inner => ({ ...inner, path: [...issue.path, ...inner.path] })));
  });
}

/** Of what is of another type altogether, such as a text for a list, nothing else is said: it is not too long besides. */
function withoutFollowing(issues: z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  const placeOf = ({ path }: z.core.$ZodIssue) => path.map(String).join('\n');
  const ofOtherType = new Set(issues.filter(({ code }) => code === 'invalid_type').map(placeOf));
  return issues.filter(issue => issue.code === 'invalid_type' || !ofOtherType.has(placeOf(issue)));
}

/** The form whose own fields are nearest to what was given; where two are equally near, the one with the least wrong deeper inside. */
function meantForm(forms: z.core.$ZodIssue[][]): z.core.$ZodIssue[] | undefined {
  const [nearest] = forms
    .filter(issues => issues.every(isInside))
    .map(issues => ({ issues, own: numberOf(issues.filter(isOfOwnFields)), all: numberOf(issues) }))
    .sort((a, b) => a.own - b.own || a.all - b.all);
  return nearest?.issues;
}

/** Not where it is not the shape at all. */
function isInside(issue: z.core.$ZodIssue): boolean {
  return issue.path.length > 0 || issue.code === 'unrecognized_keys';
}

/** A field that is wrong, missing or not one of the form: deeper faults say nothing of which form was meant. */
function isOfOwnFields({ code, path }: z.core.$ZodIssue): boolean {
  return path.length === (code === 'unrecognized_keys' ? 0 : 1);
}

function numberOf(issues: z.core.$ZodIssue[]): number {
  return issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0);
}

function faultsOfIssue(issue: z.core.$ZodIssue, english = issue.message): Fault[] {
  const path = issue.path.map(step => (typeof step === 'symbol' ? step.toString() : step));
  const message = { zh: issue.message, en: english };
  return issue.code === 'unrecognized_keys'
    ? issue.keys.map(key => ({ path: [...path, key], message, about: 'key' as const }))
    : [{ path, message }];
}
