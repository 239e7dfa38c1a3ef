import type { Area, Checklist, Item } from './checklist-schema.ts';

export type Scope = { areas?: string[] | undefined; items?: 'core' | 'all' | undefined };
export type Policy = { bottomLineCap?: boolean | undefined; bottomLinesOff?: string[] | undefined };

/** The checklist as an assessment uses it: reduced to its scope, bottom lines as its policy has them (the cap is off unless switched on). */
export function scopeChecklist(checklist: Checklist, scope: Scope = {}, policy: Policy = {}): Checklist {
  const { bottomLine, ...rest } = checklist;
  return {
    ...rest,
    ...(policy.bottomLineCap && bottomLine ? { bottomLine } : {}),
    areas: checklist.areas
      .filter(area => !scope.areas || scope.areas.includes(area.id))
      .map(area => scopeArea(area, scope, policy)),
  };
}

function scopeArea(area: Area, scope: Scope, policy: Policy): Area {
  const items = scope.items === 'core' ? area.items.filter(item => item.core) : area.items;
  return { ...area, items: items.map(item => withBottomLine(item, policy)) };
}

function withBottomLine(item: Item, policy: Policy): Item {
  if (!item.bottomLine || !policy.bottomLinesOff?.includes(item.id)) return item;
  const { bottomLine: _off, ...rest } = item;
  return rest;
}
