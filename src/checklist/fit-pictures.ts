import { canBeStep } from './check-pictures.ts';
import { findItem } from './checklist-lookups.ts';
import type { Checklist, LensGroup } from './checklist-schema.ts';
import { picturesOfLens } from './lost-places.ts';
import type { Picture } from './picture-schema.ts';

/** `level`: of a chain, the one that the item must reach. The id it has now, or null where it is not shown any more. */
type Fit = (item: string, level?: number) => string | null;

/**
 * The pictures after an edit in the browser, which has no page for them: a renamed item keeps its places, one that is gone or has no such
 * level any more leaves them. `was`: the id before; without it every item is looked at, as after a change of the scale.
 */
export function fitPictures(checklist: Checklist, edited: { was?: string; now?: string | undefined } = {}): Checklist {
  if (checklist.lenses.flatMap(picturesOfLens).length === 0) return checklist;
  const fit: Fit = (item, level) => {
    if (edited.was !== undefined && item !== edited.was) return item;
    const found = findItem(checklist, edited.was === undefined ? item : (edited.now ?? ''));
    if (!found) return edited.was === undefined ? item : null;
    return level === undefined || canBeStep(level, found, checklist) ? found.id : null;
  };
  return {
    ...checklist,
    lenses: checklist.lenses.map(lens =>
      'groups' in lens ? { ...lens, groups: lens.groups.map(group => fitGroup(group, fit)) } : lens,
    ),
  };
}

function fitGroup(group: LensGroup, fit: Fit): LensGroup {
  const { picture, ...rest } = group;
  const fitted = picture && fitPicture(picture, fit);
  return fitted ? { ...rest, picture: fitted } : rest;
}

/** Nothing where nothing is left to show. */
function fitPicture(picture: Picture, fit: Fit): Picture | undefined {
  switch (picture.kind) {
    case 'chain': {
      const rows = picture.rows
        .map(row => ({
          ...row,
          cells: row.cells.flatMap(cell => {
            const item = fit(cell.item, cell.level);
            return item === null ? [] : [{ ...cell, item }];
          }),
        }))
        .filter(({ cells }) => cells.length > 0);
      return rows.length > 0 ? { ...picture, rows } : undefined;
    }
    case 'register': {
      const items = fitItems(picture.items, fit);
      return items.length > 0 ? { ...picture, items } : undefined;
    }
    case 'panel': {
      const groups = picture.groups
        .map(group => ({ ...group, items: fitItems(group.items, fit) }))
        .filter(({ items }) => items.length > 0);
      return groups.length > 0 ? { ...picture, groups } : undefined;
    }
  }
}

function fitItems(items: string[], fit: Fit): string[] {
  return items.flatMap(item => fit(item) ?? []);
}
