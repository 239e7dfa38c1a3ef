import { checkChecklist } from '#checklist/check-checklist.ts';
import type { Checklist, Lens } from '#checklist/checklist-schema.ts';
import type { Draft } from '#checklist/draft.ts';
import { crossedOf, editLens, removeLens } from '#checklist/edit-lens.ts';
import { picturesOfLens } from '#checklist/lost-places.ts';
import { partMark } from '#checklist/part-mark.ts';
import { AppError } from '#shared/app-error.ts';
import type { Format } from '../format.ts';
import { lensOfTyped, typedOfLens } from './lens-input.ts';
import { type LensKind, lensSections } from './lens-sections.ts';
import { type PartForm, positionOf } from './part-form.ts';

type Where = { lens?: string; kind?: string | undefined };

/** A lens of a draft, or a new one. Throws AppError `not-found`. */
export function lensForm(draft: Draft, { lens: lensId, kind }: Where, format: Format): PartForm {
  const { checklist } = draft;
  if (lensId === undefined) return newLens(checklist, kind === 'crossed' ? 'crossed' : 'groups', format);
  const index = checklist.lenses.findIndex(({ id }) => id === lensId);
  const stored = checklist.lenses[index];
  if (!stored) throw new AppError('not-found');
  return storedLens(draft, { stored, index }, format);
}

function newLens(checklist: Checklist, kind: LensKind, format: Format): PartForm {
  const sections = lensSections(kind, { checklist, stored: undefined }, format);
  return {
    title: format.t('editor.new-lens'),
    fixed: { name: 'kind', value: kind, text: format.t(`editor.lens.${kind}`) },
    sections,
    names: [],
    typed: new Map([['position', String(checklist.lenses.length + 1)]]),
    seen: '',
    faults: [],
    advice: [],
    edit: (current, { typed, isConfirmed }) =>
      editLens(current, {
        input: lensOfTyped(typed, sections, { checklist: current, stored: undefined }),
        position: positionOf(typed, current.lenses.length),
        isConfirmed,
      }),
    anchor: () => 'lenses',
  };
}

function storedLens(draft: Draft, { stored, index }: { stored: Lens; index: number }, format: Format): PartForm {
  const { checklist } = draft;
  const { id } = stored;
  const kind = 'groups' in stored ? 'groups' : 'crossed';
  const sections = lensSections(kind, { checklist, stored }, format);
  const crossed = crossedOf(checklist, id);
  return {
    title: format.text(stored.title),
    fixed: { name: 'kind', value: kind, text: format.t(`editor.lens.${kind}`) },
    sections,
    names: [],
    typed: typedOfLens(stored, sections, index),
    seen: partMark(stored),
    faults: checkChecklist(checklist).flatMap(fault =>
      fault.path[0] === 'lenses' && fault.path[1] === index ? [{ ...fault, path: fault.path.slice(2) }] : [],
    ),
    advice: [],
    remove: {
      action: `/checklist-drafts/${draft.id}/lenses/${id}/remove`,
      hint:
        crossed.length > 0
          ? format.t('editor.remove.lens.side', {
              lenses: format.list(crossed.map(({ title }) => format.text(title))),
            })
          : format.t(`editor.remove.lens.${picturesOfLens(stored).length > 0 ? 'pictures' : kind}`),
      allowed: crossed.length === 0,
    },
    edit: (current, { typed, seen, isConfirmed }) =>
      editLens(current, {
        ...{ id, seen, isConfirmed },
        input: lensOfTyped(typed, sections, { checklist: current, stored }),
        position: positionOf(typed, index),
      }),
    removal: (current, { seen, isConfirmed }) => removeLens(current, { id, seen, isConfirmed }),
    anchor: () => 'lenses',
  };
}
