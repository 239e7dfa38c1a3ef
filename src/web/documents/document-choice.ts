import { z } from 'zod';
import { type Checked, check } from '#shared/fault.ts';
import type { Language } from '#shared/text.ts';
import { printedPartIds } from '../printed/printed-report.ts';
import { type DocumentKind, documentKinds, fileLanguages } from './document-kinds.ts';
import { type FileChoice, readFileChoice } from './file-choice.ts';

/** It always stands first; asked for by itself, it is all there is. */
const summary = 'summary';

/** What a document can be asked for. */
export const documentOffer = { languages: fileLanguages, parts: [summary, ...printedPartIds] };

/** `chosen` tells a form without any part from one that was sent without the list. */
const formSchema = z.object({
  format: z.enum(documentKinds),
  chosen: z.string().optional(),
  language: z.unknown().optional(),
  parts: z.unknown().optional(),
});

/** From the form; without a part there is still the summary. */
export function choiceOfForm(body: unknown, language: Language): Checked<FileChoice & { kind: DocumentKind }> {
  const form = check(formSchema, body);
  if (!form.ok) return form;
  const choice = readFileChoice(form.value, documentOffer, language);
  if (!choice.ok) return choice;
  const { parts = form.value.chosen === undefined ? undefined : [summary] } = choice.value;
  return { ok: true, value: { ...choice.value, parts, kind: form.value.format } };
}
