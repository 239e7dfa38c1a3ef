import type { Checklist } from '../checklist-schema.ts';
import { type Finding, finding, type PlacedItem } from './finding.ts';
import { textsIn } from './texts.ts';

/** “在 E1 查”: a letter and a number that stand alone, in either language. */
const code = /(?<![A-Za-z\d/.-])[A-Z]\d{1,2}M?(?![A-Za-z\d])/g;

/** Whoever is sent to another item must find it in this version. */
export function findDanglingCodes({ item, path, checklist }: PlacedItem): Finding[] {
  const known = codesOf(checklist);
  return textsIn(item, path).flatMap(({ text, path: at }) =>
    (['zh', 'en'] as const).flatMap(language =>
      unknownIn(text[language] ?? '', known).map(unknown =>
        finding('dangling-code', [...at, language], {
          zh: `本表没有 ${unknown}`,
          en: `this checklist has no item ${unknown}`,
        }),
      ),
    ),
  );
}

function codesOf({ areas }: Checklist): Set<string> {
  return new Set(areas.flatMap(area => area.items.map(item => item.code)));
}

function unknownIn(text: string, known: Set<string>): string[] {
  return [...new Set(text.match(code) ?? [])].filter(found => !known.has(found));
}
