import type { Area, Checklist, Item, Scale } from './checklist-schema.ts';

/** The item's own scale, or the checklist's. */
export function scaleOf(item: Item, checklist: Checklist): Scale {
  return item.scale ?? checklist.scale;
}

export function findArea(checklist: Checklist, areaId: string): Area | undefined {
  return checklist.areas.find(area => area.id === areaId);
}

export function findItem(checklist: Checklist, itemId: string): Item | undefined {
  const { areas } = checklist;
  let index = indexes.get(areas);
  if (!index) {
    // Of two with one id, as a draft can have, the first is meant.
    index = new Map(
      itemsOf(checklist)
        .toReversed()
        .map(item => [item.id, item]),
    );
    indexes.set(areas, index);
  }
  return index.get(itemId);
}

/** Whoever goes through a checklist asks for every item, and searching each time takes seconds with thousands. Checklists never change. */
const indexes = new WeakMap<Checklist['areas'], Map<string, Item>>();

export function findAreaOfItem(checklist: Checklist, itemId: string): Area | undefined {
  return checklist.areas.find(area => area.items.some(item => item.id === itemId));
}

/** All items in checklist order. */
export function itemsOf(checklist: Checklist): Item[] {
  return checklist.areas.flatMap(area => area.items);
}
