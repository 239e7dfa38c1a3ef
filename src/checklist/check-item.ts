import { type Fault, fault } from '#shared/fault.ts';
import type { Text } from '#shared/text.ts';
import { checkScale, levelNumbers } from './check-scale.ts';
import { scaleOf } from './checklist-lookups.ts';
import type { Checklist, Item, Scale } from './checklist-schema.ts';
import { duplicatesIn, type Path } from './find-duplicates.ts';

/** The rules across the fields of one item and what it refers to. What can be referred to is gathered once for all items. */
export function itemChecker(checklist: Checklist): (item: Item, path: Path) => Fault[] {
  const known = {
    facts: idsOf(checklist.facts),
    departments: idsOf(checklist.departments),
    sources: idsOf(checklist.sources),
    tags: knownTags(checklist),
  };
  return (item, path) => {
    const scale = scaleOf(item, checklist);
    const scaleFaults = checkScale(scale, [...path, 'scale']);
    return [
      ...(item.scale ? scaleFaults : []),
      ...(scaleFaults.length === 0 ? checkLevels(item, scale, path) : []),
      ...checkReferences(item, known, path),
      ...checkKind(item, scale, path),
    ];
  };
}

function checkLevels(item: Item, scale: Scale, path: Path): Fault[] {
  if (!item.levels) return [];
  const expected = new Set(levelNumbers(scale).map(String));
  const given = Object.keys(item.levels);
  return [
    ...given
      .filter(level => !expected.has(level))
      .map(level => fault([...path, 'levels', level], `量表没有 ${level} 级`, `the scale has no level ${level}`)),
    ...[...expected]
      .filter(level => !given.includes(level))
      .map(level => fault([...path, 'levels'], `缺 ${level} 级的说明`, `level ${level} has no descriptor`)),
    ...alikeTexts(item.levels, [...path, 'levels']),
  ];
}

function alikeTexts(texts: Record<string, Text>, path: Path): Fault[] {
  return (['zh', 'en'] as const).flatMap(language => {
    const seen = new Map<string, string>();
    return Object.entries(texts).flatMap(([level, text]) => {
      const wording = text[language];
      const earlier = wording === undefined ? undefined : seen.get(wording);
      if (wording !== undefined && earlier === undefined) seen.set(wording, level);
      return earlier === undefined
        ? []
        : [fault([...path, level, language], `与 ${earlier} 级的说明相同`, `the same text as level ${earlier}`)];
    });
  });
}

type Known = Record<'facts' | 'departments' | 'sources' | 'tags', Set<string>>;

function checkReferences(item: Item, { facts, departments, sources, tags }: Known, path: Path): Fault[] {
  const fact = typeof item.conditional === 'object' ? item.conditional.fact : undefined;
  return [
    ...unknown(fact === undefined ? [] : [[fact, ['conditional', 'fact']]], facts, path),
    ...unknown(item.lead === undefined ? [] : [[item.lead, ['lead']]], departments, path),
    ...unknown(item.support?.map((id, index) => [id, ['support', index]]) ?? [], departments, path),
    ...unknown(item.sources?.map(({ source }, index) => [source, ['sources', index, 'source']]) ?? [], sources, path),
    ...unknown(item.tags?.map((tag, index) => [tag, ['tags', index]]) ?? [], tags, path),
  ];
}

function idsOf(entries: { id: string }[] | undefined): Set<string> {
  return new Set(entries?.map(entry => entry.id));
}

function knownTags(checklist: Checklist): Set<string> {
  return new Set(checklist.lenses.flatMap(lens => ('groups' in lens ? lens.groups.flatMap(group => group.tags) : [])));
}

function unknown(references: [string, Path][], known: Set<string>, path: Path): Fault[] {
  return references
    .filter(([id]) => !known.has(id))
    .map(([id, at]) => fault([...path, ...at], `“${id}”没有定义`, `"${id}" is not defined`));
}

function checkKind(item: Item, scale: Scale, path: Path): Fault[] {
  if (item.kind === 'metric') return [...checkBounds(item, path), ...checkBands(item, scale, [...path, 'bands'])];
  if (item.kind !== 'matrix') return [];
  const { cells, cellMax } = item;
  return [
    ...duplicatesIn(item.rows, [...path, 'rows']),
    ...duplicatesIn(item.columns, [...path, 'columns']),
    ...(cells && cells.length !== cellMax + 1
      ? [fault([...path, 'cells'], `须有 ${cellMax + 1} 条说明`, `there must be ${cellMax + 1} texts`)]
      : []),
  ];
}

/** A band that no figure can reach would be a level that nobody gets. */
function checkBounds(
  { min = -Infinity, max = Infinity, bands }: Extract<Item, { kind: 'metric' }>,
  path: Path,
): Fault[] {
  if (min >= max) return [fault([...path, 'max'], 'max 须大于 min', 'max must be greater than min')];
  return bands.flatMap(({ at }, index) =>
    at < min || at > max
      ? [fault([...path, 'bands', index, 'at'], '分档值须在 min 和 max 之间', 'a band must lie between min and max')]
      : [],
  );
}

/** Bands run by `at` one way throughout, and a better `at` means a higher level. */
function checkBands(item: Extract<Item, { kind: 'metric' }>, scale: Scale, path: Path): Fault[] {
  // The ends tell, so that one number out of place is one fault.
  const listedRising = (item.bands.at(-1)?.at ?? 0) > (item.bands[0]?.at ?? 0);
  const improving = listedRising === (item.direction === 'higher-is-better');
  return item.bands.flatMap((band, index) => {
    const before = item.bands[index - 1];
    const inRange = band.level >= scale.min && band.level <= scale.max;
    const ordered = !before || (listedRising ? band.at > before.at : band.at < before.at);
    const better = !before || (improving ? band.level > before.level : band.level < before.level);
    const at = [...path, index];
    return [
      ...(inRange
        ? []
        : [fault([...at, 'level'], `量表没有 ${band.level} 级`, `the scale has no level ${band.level}`)]),
      ...(ordered
        ? []
        : [fault([...at, 'at'], '分档值须按一个方向严格排列', 'bands must be strictly ordered by `at`')]),
      ...(better ? [] : [fault([...at, 'level'], '越好的分档等级须越高', 'a better band must have a higher level')]),
    ];
  });
}
