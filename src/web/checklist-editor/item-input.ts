import type { Item } from '#checklist/checklist-schema.ts';
import type { Section } from './part-sections.ts';
import { partOfTyped, type TypedPart, typedOfPart } from './typed-part.ts';

/** A stored item as its form shows it: conditions and bottom line have fields of their own. */
export function typedOfItem(item: Item, sections: Section[]): TypedPart {
  const { conditional, bottomLine } = item;
  return new Map([
    ...typedOfPart(item, sections),
    ['condition', typeof conditional === 'object' ? `fact:${conditional.fact}` : conditional ? 'city' : ''],
    ...(bottomLine ? ([['isBottomLine', 'on']] as const) : []),
    ['floor', bottomLine ? String(bottomLine.floor) : ''],
    ['meaningChanged', ''],
  ]);
}

type Sent = { kind: Item['kind']; stored: Item | undefined; generatedId: string };

/** As the schema takes it. What the form does not show stays as it is stored. */
export function itemOfTyped(typed: TypedPart, sections: Section[], { kind, stored, generatedId }: Sent): unknown {
  const {
    condition,
    isBottomLine,
    floor,
    meaningChanged,
    position: _position,
    area: _area,
    scale,
    ...part
  } = partOfTyped(typed, sections);
  return {
    id: generatedId,
    ...part,
    ...inOrder('support', part.support, stored),
    ...inOrder('tags', part.tags, stored),
    kind,
    meaning: (stored?.meaning ?? 1) + (meaningChanged ? 1 : 0),
    ...(stored?.lint ? { lint: stored.lint } : {}),
    ...(stored?.core === false && part.core === undefined ? { core: false } : {}),
    ...conditionOf(condition),
    ...(isBottomLine ? { bottomLine: floor === undefined ? true : { floor: shareOf(floor) } } : {}),
    ...(scale === undefined ? {} : { scale: withNames(scale, stored) }),
  };
}

/** Boxes come in the order of the page; what was ticked before keeps its order. */
function inOrder(name: 'support' | 'tags', ticked: unknown, stored: Item | undefined): Record<string, unknown> {
  if (!Array.isArray(ticked)) return {};
  const before = (stored?.[name] ?? []).filter(id => ticked.includes(id));
  return { [name]: [...before, ...ticked.filter(id => !before.includes(id))] };
}

/** A choice is sent as text. */
function shareOf(floor: unknown): unknown {
  return typeof floor === 'string' && Number.isFinite(Number(floor)) ? Number(floor) : floor;
}

function conditionOf(condition: unknown) {
  if (condition === undefined) return {};
  const fact = /^fact:(.*)$/.exec(String(condition))?.[1];
  return { conditional: fact === undefined ? true : { fact } };
}

/** An item's own scale may have names of its own; they fit only as long as its ends stay. */
function withNames(scale: unknown, stored: Item | undefined): unknown {
  const own = stored?.scale;
  const ends = JSON.stringify({ min: own?.min, max: own?.max });
  return own && JSON.stringify(scale) === ends ? own : scale;
}
