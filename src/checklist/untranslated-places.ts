type Path = (string | number)[];

/** The paths of the texts of a checklist, or of a part of it, that have no English, in its order. */
export function untranslatedPlaces(part: unknown, path: Path = []): Path[] {
  if (typeof part !== 'object' || part === null) return [];
  if ('zh' in part) return 'en' in part && part.en !== undefined ? [] : [path];
  return Object.entries(part).flatMap(([key, inside]) =>
    untranslatedPlaces(inside, [...path, Array.isArray(part) ? Number(key) : key]),
  );
}
