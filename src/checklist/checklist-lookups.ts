import type { Area, Checklist, Item, Scale } from './checklist-schema.ts';

/** The item's own scale, or the checklist's. */
export function scaleOf(item: Item, checklist: Checklist): Scale {
  return item.scale ?? checklist.scale;
}

export function findArea(checklist: Checklist, areaId: string): Area | undefined {
  return checklist.areas.find(area => area.id === areaId);
}

export function findItem(checklist: Checklist, itemId: string): Item | undefined {
  return itemsOf(checklist).find(item => item.id === itemId);
}

export function findAreaOfItem(checklist: Checklist, itemId: string): Area | undefined {
  return checklist.areas.find(area => area.items.some(item => item.id === itemId));
}

/** All items in checklist order. */
export function itemsOf(checklist: Checklist): Item[] {
  return checklist.areas.flatMap(area => area.items);
}
