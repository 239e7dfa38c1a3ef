import { z } from 'zod';
import { itemsOf } from '#checklist/checklist-lookups.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import type { Draft } from '#checklist/draft.ts';
import { faultsOfDraft, suggestVersion } from '#checklist/publish-draft.ts';
import { faultInLanguage } from '#shared/fault.ts';
import { type Language, textSchema } from '#shared/text.ts';

const entrySchema = z.strictObject({
  id: z.string(),
  rev: z.int(),
  by: z.string(),
  at: z.string(),
  title: textSchema,
  areas: z.int(),
  items: z.int(),
});
export const checklistDraftListSchema = z.array(entrySchema);
export const checklistDraftSchema = z
  .strictObject({
    id: z.string(),
    rev: z.int(),
    by: z.string(),
    at: z.string(),
    step: z.enum(['first', 'major', 'minor', 'patch', 'none']),
    leastVersion: z.string(),
    faults: z.array(z.strictObject({ path: z.string(), message: z.string() })),
    checklist: z.looseObject({ id: z.string(), title: textSchema }),
  })
  .meta({
    id: 'ChecklistDraft',
    description: '`faults` stand in the way of publishing; `step` is what changed since the version published last',
  });

export function draftEntry({ id, rev, by, at, checklist }: Draft): z.infer<typeof entrySchema> {
  const { title, areas } = checklist;
  return { id, rev, by, at, title, areas: areas.length, items: itemsOf(checklist).length };
}

export function draftDocument(
  draft: Draft,
  newest: Checklist | undefined,
  language: Language,
): z.infer<typeof checklistDraftSchema> {
  const { id, rev, by, at, checklist } = draft;
  const { step, least } = suggestVersion(checklist, newest);
  const faults = faultsOfDraft(draft).map(one => faultInLanguage(one, language));
  return { id, rev, by, at, step, leastVersion: least, faults, checklist };
}
