/** How many texts a checklist, or a part of it, holds, and how many of them have no English. */
export function missingEnglish(part: unknown): { texts: number; missing: number } {
  if (typeof part !== 'object' || part === null) return { texts: 0, missing: 0 };
  if ('zh' in part) return { texts: 1, missing: 'en' in part && part.en !== undefined ? 0 : 1 };
  let texts = 0;
  let missing = 0;
  for (const inside of Object.values(part)) {
    const found = missingEnglish(inside);
    texts += found.texts;
    missing += found.missing;
  }
  return { texts, missing };
}
