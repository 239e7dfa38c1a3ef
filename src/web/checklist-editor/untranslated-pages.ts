import type { Checklist } from '#checklist/checklist-schema.ts';
import { untranslatedPlaces } from '#checklist/untranslated-places.ts';
import type { Format } from '../format.ts';
import { faultAddress, faultPlace } from './fault-address.ts';

/** The pages of the editor on which something has no English, each with how much, leading to the first place on it. */
export function untranslatedPages(checklist: Checklist, format: Format): { href: string; text: string }[] {
  const { t } = format;
  const pages = new Map<string, { href: string; name: string; count: number }>();
  for (const path of untranslatedPlaces(checklist)) {
    const href = faultAddress({ path: [...path, 'en'] }, checklist);
    const page = href.replace(/#.*$/, '');
    const first = pages.get(page) ?? { href, name: nameOf(path, checklist, format), count: 0 };
    pages.set(page, { ...first, count: first.count + 1 });
  }
  return [...pages.values()].map(({ href, name, count }) => ({
    href,
    text: t('untranslated.page', { name, count }),
  }));
}

function nameOf(path: (string | number)[], checklist: Checklist, { t, text }: Format): string {
  const { code, part } = faultPlace({ path }, checklist);
  if (part === 'lenses') return text(checklist.lenses[Number(path[1])]?.title ?? { zh: t('editor.lenses') });
  return part === null ? code : t(`editor.part.${part}`);
}
