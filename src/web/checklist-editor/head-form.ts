import { checkChecklist } from '#checklist/check-checklist.ts';
import { type Draft, headPartSchema } from '#checklist/draft.ts';
import { headKeys, headPartOf } from '#checklist/draft-parts.ts';
import { editHead } from '#checklist/edit-draft.ts';
import { partMark } from '#checklist/part-mark.ts';
import { AppError } from '#shared/app-error.ts';
import type { Format } from '../format.ts';
import { headSections } from './head-sections.ts';
import type { PartForm } from './part-form.ts';
import { partOfTyped, typedOfPart } from './typed-part.ts';

/** Title, scale, grades and lists of a draft. Throws AppError `not-found`. */
export function headForm({ checklist }: Draft, where: { part?: string }, format: Format): PartForm {
  const known = headPartSchema.safeParse(where.part);
  if (!known.success) throw new AppError('not-found');
  const part = known.data;
  const sections = headSections(part, checklist, format);
  const stored = headPartOf(checklist, part);
  const keys = headKeys(part);
  return {
    title: format.t(`editor.part.${part}`),
    sections,
    names: [],
    typed: typedOfPart(stored, sections),
    seen: partMark(stored),
    faults: checkChecklist(checklist).filter(({ path }) => keys.has(String(path[0]))),
    advice: [],
    edit: (current, { typed, ...sent }) => editHead(current, { part, input: partOfTyped(typed, sections), ...sent }),
    anchor: () => 'head',
  };
}
