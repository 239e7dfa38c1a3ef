import { type Fault, fault } from '#shared/fault.ts';
import { itemsOf, scaleOf } from './checklist-lookups.ts';
import type { Checklist, Item } from './checklist-schema.ts';
import { duplicatesIn, type Path } from './find-duplicates.ts';
import type { ChainPicture, ChainStep, Picture } from './picture-schema.ts';

/** More than any report can be read with; all pictures of a checklist together. */
const entriesAtMost = 2_000;

/** That pictures name what is there, and a chain levels that its items have. */
export function checkPictures(checklist: Checklist): Fault[] {
  const placed = placedPictures(checklist);
  const entries = placed.reduce((sum, { picture }) => sum + namedIn(picture, []).length, 0);
  if (entries > entriesAtMost)
    return [
      fault(
        ['lenses'],
        `各视角的图共列了 ${entries} 处检查项，最多 ${entriesAtMost} 处`,
        `the pictures of the lenses name ${entries} items, at most ${entriesAtMost}`,
      ),
    ];
  const items = new Map(itemsOf(checklist).map(item => [item.id, item]));
  return placed.flatMap(({ picture, path }) => [
    ...unknownItems(picture, items, path),
    ...(picture.kind === 'panel' ? duplicatesIn(picture.groups, [...path, 'groups']) : []),
    ...(picture.kind === 'chain' ? checkChain(picture, { items, checklist, path }) : []),
  ]);
}

function placedPictures({ lenses }: Checklist): { picture: Picture; path: Path }[] {
  return lenses.flatMap((lens, index) =>
    ('groups' in lens ? lens.groups : []).flatMap(({ picture }, groupIndex) =>
      picture ? [{ picture, path: ['lenses', index, 'groups', groupIndex, 'picture'] }] : [],
    ),
  );
}

type Named = { item: string; path: Path };

/** Every item of a picture, as often as it is named, with where; `path`: of the picture. */
export function namedIn(picture: Picture, path: Path): Named[] {
  switch (picture.kind) {
    case 'chain':
      return picture.rows.flatMap(({ cells }, row) =>
        cells.map(({ item }, cell) => ({ item, path: [...path, 'rows', row, 'cells', cell, 'item'] })),
      );
    case 'register':
      return namedItems(picture.items, path);
    case 'panel':
      return picture.groups.flatMap(({ items }, group) => namedItems(items, [...path, 'groups', group]));
  }
}

function namedItems(items: string[], path: Path): Named[] {
  return items.map((item, index) => ({ item, path: [...path, 'items', index] }));
}

/** Of a chain an item may stand for several steps; elsewhere it is listed once. */
function unknownItems(picture: Picture, items: Map<string, Item>, path: Path): Fault[] {
  const seen = new Set<string>();
  return namedIn(picture, path).flatMap(({ item, path: at }) => {
    if (!items.has(item)) return [fault(at, `没有检查项“${item}”`, `there is no item "${item}"`)];
    if (picture.kind !== 'chain' && seen.has(item)) return [fault(at, `“${item}”重复`, `"${item}" is there twice`)];
    seen.add(item);
    return [];
  });
}

type Given = { items: Map<string, Item>; checklist: Checklist; path: Path };

function checkChain({ steps, rows }: ChainPicture, { items, checklist, path }: Given): Fault[] {
  const known = new Set(steps.map(({ id }) => id));
  return [
    ...duplicatesIn(steps, [...path, 'steps']),
    ...duplicatesIn(rows, [...path, 'rows']),
    ...rows.flatMap(({ cells }, row) => {
      const seen = new Set<string>();
      return cells.flatMap((cell, index) => {
        const at = [...path, 'rows', row, 'cells', index];
        const isTwice = seen.has(cell.step);
        seen.add(cell.step);
        const item = items.get(cell.item);
        return [
          ...(known.has(cell.step)
            ? []
            : [fault([...at, 'step'], `没有环节“${cell.step}”`, `there is no step "${cell.step}"`)]),
          ...(isTwice ? [fault([...at, 'step'], `“${cell.step}”重复`, `"${cell.step}" is there twice`)] : []),
          ...(item ? checkLevel(cell, item, { checklist, at }) : []),
        ];
      });
    }),
  ];
}

function checkLevel({ level }: ChainStep, item: Item, { checklist, at }: { checklist: Checklist; at: Path }): Fault[] {
  if (!hasLevels(item))
    return [fault([...at, 'item'], `“${item.id}”没有等级，不能作环节`, `"${item.id}" has no levels to be a step by`)];
  return isStepLevel(level, item, checklist)
    ? []
    : [
        fault(
          [...at, 'level'],
          `“${item.id}”没有高于最低级的 ${level} 级`,
          `"${item.id}" has no level ${level} above its lowest`,
        ),
      ];
}

/** Whether a chain can show a step by this item at this level. */
export function canBeStep(level: number, item: Item, checklist: Checklist): boolean {
  return hasLevels(item) && isStepLevel(level, item, checklist);
}

function hasLevels({ kind }: Item): boolean {
  return kind === 'maturity' || kind === 'metric';
}

/** The lowest level is reached by everybody. */
function isStepLevel(level: number, item: Item, checklist: Checklist): boolean {
  const { min, max } = scaleOf(item, checklist);
  return level > min && level <= max;
}
