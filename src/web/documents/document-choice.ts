import { z } from 'zod';
import { type Checked, check, fault } from '#shared/fault.ts';
import { type DocumentKind, type DocumentLanguage, documentKinds, documentLanguages } from './document-kinds.ts';

/** What somebody wants in a document; `parts` undefined: all of them. */
export type DocumentChoice = { language: DocumentLanguage; parts: readonly string[] | undefined };

/** A list as `parts=a,b`, as `parts=a&parts=b`, or both. */
const partsSchema = z
  .union([z.string(), z.array(z.string()).max(200)])
  .transform(value => [...new Set([value].flat().flatMap(part => part.split(',')))].filter(part => part !== ''));

const querySchema = z.object({ language: z.enum(documentLanguages).optional(), parts: partsSchema.optional() });
/** `chosen` tells a form without any part from an address that names none. */
const formSchema = querySchema.extend({ format: z.enum(documentKinds), chosen: z.string().optional() });

/** From an address: `known` are the parts that this report has, `language` the one of the request. */
export function choiceOfQuery(
  query: unknown,
  { known, language }: { known: readonly string[]; language: DocumentLanguage },
): Checked<DocumentChoice> {
  const checked = check(querySchema, query);
  if (!checked.ok) return checked;
  return withKnownParts({ language: checked.value.language ?? language, parts: checked.value.parts }, known);
}

/** From the form; without a part there is still the summary. */
export function choiceOfForm(
  body: unknown,
  { known, language }: { known: readonly string[]; language: DocumentLanguage },
): Checked<DocumentChoice & { kind: DocumentKind }> {
  const checked = check(formSchema, body);
  if (!checked.ok) return checked;
  const { format, chosen, parts = chosen === undefined ? undefined : [] } = checked.value;
  const choice = withKnownParts({ language: checked.value.language ?? language, parts }, known);
  return choice.ok ? { ok: true, value: { ...choice.value, kind: format } } : choice;
}

function withKnownParts(choice: DocumentChoice, known: readonly string[]): Checked<DocumentChoice> {
  const unknown = choice.parts?.filter(part => !known.includes(part)) ?? [];
  if (unknown.length === 0) return { ok: true, value: choice };
  const named = shortened(unknown.join('、'));
  return {
    ok: false,
    faults: [fault(['parts'], `报告没有这一部分：${named}`, `the report has no such part: ${named}`)],
  };
}

function shortened(text: string): string {
  const signs = [...text.toWellFormed()];
  return signs.length > 60 ? `${signs.slice(0, 60).join('')}…` : signs.join('');
}
