import type { Lens, LensGroup } from '#checklist/checklist-schema.ts';
import type { ItemReport } from '#report/item-report.ts';

/** Groups of lenses by numbers: what a checklist calls them may hold signs that formulas read as wildcards. */
export type GroupKeys = {
  /** All groups that an item is in: `|1.2|4.1|`. */
  ofItem: (item: ItemReport) => string;
  /** The pattern that finds a group's items in them. */
  pattern: (lensId: string, groupId: string) => string;
};

export function groupKeys(lenses: readonly Lens[]): GroupKeys {
  const groups = lenses.flatMap((lens, index) =>
    'groups' in lens
      ? lens.groups.map((group, place) => ({ lens: lens.id, group, key: `${index + 1}.${place + 1}` }))
      : [],
  );
  const keys = new Map(groups.map(({ lens, group, key }) => [JSON.stringify([lens, group.id]), key]));
  return {
    ofItem: ({ item }) => {
      const own = groups.filter(({ group }) => carries(item.tags, group)).map(({ key }) => `${key}|`);
      return own.length === 0 ? '' : `|${own.join('')}`;
    },
    pattern: (lensId, groupId) => `*|${keys.get(JSON.stringify([lensId, groupId])) ?? ''}|*`,
  };
}

function carries(tags: string[] | undefined, { tags: wanted }: LensGroup): boolean {
  return tags?.some(tag => wanted.includes(tag)) ?? false;
}
