import type { Place } from '#checklist/version-differences.ts';
import type { Format } from '../format.ts';

/** What happens to some items, by name; a list without any is left out of the page. */
export type VersionList = { id: string; title: string; hint: string; lines: string[]; more: string | null };

const mostNamed = 60;

export function versionList(id: string, lines: string[], { t }: Format): VersionList {
  return {
    id,
    title: t(`version.list.${id}`, { count: lines.length }),
    hint: t(`version.hint.${id}`),
    lines: lines.slice(0, mostNamed),
    more: lines.length > mostNamed ? t('version.more', { count: lines.length - mostNamed }) : null,
  };
}

export function placeName({ item }: Pick<Place, 'item'>, { text }: Format): string {
  return `${item.code} ${text(item.title)}`;
}
