import type { Checklist } from '#checklist/checklist-schema.ts';
import type { Draft } from '#checklist/draft.ts';
import { areaPartOf } from '#checklist/draft-parts.ts';
import { editArea, removeArea } from '#checklist/edit-draft.ts';
import { partMark } from '#checklist/part-mark.ts';
import { AppError } from '#shared/app-error.ts';
import type { Format } from '../format.ts';
import { areaSections } from './area-sections.ts';
import { freeAreaCode, freeId } from './free-names.ts';
import { type PartForm, positionOf } from './part-form.ts';
import { partOfTyped, type TypedPart, typedOfPart } from './typed-part.ts';

type Where = { draft?: string; area?: string };

/** An area of a draft, or a new one. Throws AppError `not-found`. */
export function areaForm({ id: draftId, checklist }: Draft, { area: areaId }: Where, format: Format): PartForm {
  const index = checklist.areas.findIndex(area => area.id === areaId);
  const stored = checklist.areas[index];
  if (areaId !== undefined && !stored) throw new AppError('not-found');
  const sections = areaSections(format);
  const typed: [string, string][] = stored
    ? [...typedOfPart(stored, sections), ['position', String(index + 1)]]
    : [
        ['code', freeAreaCode(checklist)],
        ['weight', '1'],
        ['position', String(checklist.areas.length + 1)],
      ];
  return {
    title: stored ? `${stored.code} ${format.text(stored.title)}` : format.t('editor.new-area'),
    sections,
    names: [],
    typed: new Map(typed),
    seen: stored ? partMark(areaPartOf(stored)) : '',
    faults: [],
    advice: [],
    remove: stored && {
      action: `/checklist-drafts/${draftId}/areas/${stored.id}/remove`,
      hint: format.t('editor.remove.area.hint'),
      allowed: stored.items.length === 0,
    },
    edit: (current, sent) =>
      editArea(current, {
        ...(areaId === undefined ? {} : { id: areaId }),
        seen: sent.seen,
        input: areaOfTyped(sent.typed, current, format),
        position: positionOf(sent.typed, stored ? index : current.areas.length),
      }),
    removal: areaId === undefined ? undefined : (current, { seen }) => removeArea(current, { id: areaId, seen }),
    anchor: () => 'areas',
  };
}

/** An id that nobody typed is made up; the weight that nobody typed is a fault. */
function areaOfTyped(typed: TypedPart, { areas }: Checklist, format: Format) {
  const { position: _position, ...part } = partOfTyped(typed, areaSections(format));
  return {
    id: freeId(
      'area',
      areas.map(({ id }) => id),
    ),
    ...part,
  };
}
