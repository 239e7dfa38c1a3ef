import type { Text } from '#shared/text.ts';
import { namedIn } from './check-pictures.ts';
import type { Checklist, Lens } from './checklist-schema.ts';
import type { Picture } from './picture-schema.ts';

/** A picture that an edit takes places out of; none left: the picture goes. */
export type LostPlaces = { title: Text; lost: number; left: number };

/** What the pictures of `before` show and those of `after` do not. */
export function lostPlaces(before: Checklist, after: Checklist): LostPlaces[] {
  const [had, has] = [placesByPicture(before), placesByPicture(after)];
  return [...had].flatMap(([key, { title, places }]) => {
    const left = has.get(key)?.places ?? 0;
    return left < places ? [{ title, lost: places - left, left }] : [];
  });
}

/** The pictures in which an item stands. */
export function picturesOfItem({ lenses }: Checklist, id: string): Picture[] {
  return lenses.flatMap(picturesOfLens).filter(picture => namedIn(picture, []).some(({ item }) => item === id));
}

export function picturesOfLens(lens: Lens): Picture[] {
  return 'groups' in lens ? lens.groups.flatMap(({ picture }) => picture ?? []) : [];
}

/** Lenses and groups may be renamed and moved: a picture is known by what it says. */
function placesByPicture({ lenses }: Checklist): Map<string, { title: Text; places: number }> {
  const found = new Map<string, { title: Text; places: number }>();
  for (const picture of lenses.flatMap(picturesOfLens)) {
    const { kind, title, about } = picture;
    const key = JSON.stringify([kind, title, about]);
    found.set(key, { title, places: (found.get(key)?.places ?? 0) + namedIn(picture, []).length });
  }
  return found;
}
