import { findArea, findAreaOfItem, itemsOf, scaleOf } from '#checklist/checklist-lookups.ts';
import { type Area, type Checklist, type Item, itemKindSchema } from '#checklist/checklist-schema.ts';
import type { Draft } from '#checklist/draft.ts';
import { editItem, faultsOfItem, removeItem } from '#checklist/edit-draft.ts';
import { lintItem } from '#checklist/lint/lint-checklist.ts';
import { picturesOfItem } from '#checklist/lost-places.ts';
import { partMark } from '#checklist/part-mark.ts';
import type { Picture } from '#checklist/picture-schema.ts';
import { AppError } from '#shared/app-error.ts';
import type { Format } from '../format.ts';
import { freeId, freeItemCode } from './free-names.ts';
import { itemOfTyped, typedOfItem } from './item-input.ts';
import { itemSections } from './item-sections.ts';
import { type PartForm, positionOf } from './part-form.ts';

type Where = { area?: string; item?: string; kind?: string | undefined };

/** An item of a draft wherever it stands by now, or a new one of the named kind. Throws AppError `not-found`. */
export function itemForm(draft: Draft, where: Where, format: Format): PartForm {
  const { checklist } = draft;
  const { item: itemId } = where;
  if (itemId !== undefined) {
    const area = findAreaOfItem(checklist, itemId);
    if (!area) throw new AppError('not-found');
    return storedItem(draft, { area, itemId, addressed: where.area }, format);
  }
  const area = findArea(checklist, where.area ?? '');
  if (!area) throw new AppError('not-found');
  return newItem(draft, { area, kind: itemKindSchema.catch('maturity').parse(where.kind) }, format);
}

function newItem({ checklist }: Draft, { area, kind }: { area: Area; kind: Item['kind'] }, format: Format): PartForm {
  const sections = itemSections({ kind, scale: checklist.scale, isNew: true, stored: undefined }, checklist, format);
  return {
    title: format.t('editor.new-item', { area: `${area.code} ${format.text(area.title)}` }),
    fixed: { name: 'kind', value: kind, text: format.t(`checklist.kind.${kind}`) },
    sections,
    names: [],
    typed: new Map([
      ['code', freeItemCode(area, checklist)],
      ['weight', '1'],
      ['position', String(area.items.length + 1)],
    ]),
    seen: '',
    faults: [],
    advice: [],
    edit: (current, { typed, isConfirmed }) =>
      editItem(current, {
        ...{ areaId: area.id, isConfirmed },
        input: itemOfTyped(typed, sections, { kind, stored: undefined, generatedId: generatedId(area, current) }),
        position: positionOf(typed, area.items.length),
      }),
    anchor: () => `area-${area.id}`,
  };
}

function storedItem(
  { id: draftId, checklist }: Draft,
  { area, itemId, addressed }: { area: Area; itemId: string; addressed: string | undefined },
  format: Format,
): PartForm {
  const index = area.items.findIndex(item => item.id === itemId);
  const stored = area.items[index];
  if (!stored) throw new AppError('not-found');
  const scale = scaleOf(stored, checklist);
  const sections = itemSections({ kind: stored.kind, scale, isNew: false, stored }, checklist, format);
  return {
    title: `${stored.code} ${format.text(stored.title)}`,
    action: `/checklist-drafts/${draftId}/areas/${area.id}/items/${itemId}`,
    fixed: { name: 'kind', value: stored.kind, text: format.t(`checklist.kind.${stored.kind}`) },
    sections,
    names: [],
    typed: new Map([...typedOfItem(stored, sections), ['area', area.id], ['position', String(index + 1)]]),
    seen: partMark(stored),
    faults: faultsOfItem(stored, checklist),
    advice: lintItem(stored, checklist),
    remove: {
      action: `/checklist-drafts/${draftId}/areas/${area.id}/items/${itemId}/remove`,
      hint: removalHint(picturesOfItem(checklist, itemId), format),
      allowed: true,
    },
    edit: (current, { typed, seen, isConfirmed }) => {
      const chosen = typed.get('area') ?? area.id;
      const toAreaId = chosen === addressed ? area.id : chosen;
      const isElsewhere = toAreaId !== area.id;
      const isLast = isElsewhere && typed.get('position') === String(index + 1);
      return editItem(current, {
        ...{ areaId: area.id, toAreaId, id: itemId, seen, isConfirmed },
        input: itemOfTyped(typed, sections, { kind: stored.kind, stored, generatedId: itemId }),
        position: isLast ? Infinity : positionOf(typed, isElsewhere ? Infinity : index),
      });
    },
    removal: (current, sent) => removeItem(current, { areaId: area.id, id: itemId, ...sent }),
    anchor: current => `area-${findAreaOfItem(current, itemId)?.id ?? area.id}`,
  };
}

function removalHint(pictures: Picture[], { t, text, list }: Format): string {
  const hint = t('editor.remove.item.hint');
  if (pictures.length === 0) return hint;
  const titles = list(pictures.map(({ title }) => t('in-use.picture', { title: text(title) })));
  return t('editor.remove.item.pictures', { hint, pictures: titles });
}

function generatedId(area: Area, checklist: Checklist): string {
  return freeId(
    area.id,
    itemsOf(checklist).map(({ id }) => id),
  );
}
