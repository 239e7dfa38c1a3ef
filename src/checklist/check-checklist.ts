import { type Checked, check, type Fault, fault } from '#shared/fault.ts';
import type { Text } from '#shared/text.ts';
import { scaleOf } from './checklist-lookups.ts';
import { type Checklist, checklistSchema, type Item, type Lens, type Scale } from './checklist-schema.ts';

type Path = (string | number)[];

/** Parses a checklist and checks it as a whole: every fault at once, each with the path to it. */
export function parseChecklist(input: unknown): Checked<Checklist> {
  const parsed = check(checklistSchema, input);
  if (!parsed.ok) return parsed;
  const faults = checkChecklist(parsed.value);
  return faults.length > 0 ? { ok: false, faults } : parsed;
}

function checkChecklist(checklist: Checklist): Fault[] {
  return [
    ...checkIds(checklist),
    ...checkScale(checklist.scale, ['scale']),
    ...checkGrades(checklist),
    ...checkAreaWeights(checklist),
    ...checklist.lenses.flatMap((lens, index) => checkLens(lens, checklist, ['lenses', index])),
    ...checklist.areas.flatMap((area, areaIndex) =>
      area.items.flatMap((item, itemIndex) => checkItem(item, checklist, ['areas', areaIndex, 'items', itemIndex])),
    ),
  ];
}

function checkIds(checklist: Checklist): Fault[] {
  const items = checklist.areas.flatMap((area, areaIndex) =>
    area.items.map((item, itemIndex) => ({ ...item, path: ['areas', areaIndex, 'items', itemIndex] as Path })),
  );
  const areas = checklist.areas.map((area, index) => ({ ...area, path: ['areas', index] as Path }));
  return [
    ...duplicates(areas, 'id'),
    ...duplicates(areas, 'code'),
    ...duplicates(items, 'id'),
    ...duplicates(items, 'code'),
    ...duplicatesIn(checklist.grades, ['grades']),
    ...duplicatesIn(checklist.departments ?? [], ['departments']),
    ...duplicatesIn(checklist.sources ?? [], ['sources']),
    ...duplicatesIn(checklist.facts ?? [], ['facts']),
    ...duplicatesIn(checklist.lenses, ['lenses']),
    ...checklist.lenses.flatMap((lens, index) =>
      'groups' in lens ? duplicatesIn(lens.groups, ['lenses', index, 'groups']) : [],
    ),
  ];
}

function duplicatesIn(entries: { id: string }[], path: Path): Fault[] {
  return duplicates(
    entries.map((entry, index) => ({ ...entry, path: [...path, index] })),
    'id',
  );
}

function duplicates<K extends string>(entries: ({ path: Path } & Record<K, string>)[], key: K): Fault[] {
  const seen = new Set<string>();
  return entries.flatMap(entry => {
    if (!seen.has(entry[key])) {
      seen.add(entry[key]);
      return [];
    }
    return [fault([...entry.path, key], `“${entry[key]}”重复`, `"${entry[key]}" is there twice`)];
  });
}

function checkScale(scale: Scale, path: Path): Fault[] {
  if (scale.max <= scale.min) return [fault([...path, 'max'], 'max 须大于 min', 'max must be greater than min')];
  if (!scale.levels) return [];
  const values = scale.levels.map(level => level.value);
  return sameNumbers(values, levelNumbers(scale))
    ? []
    : [
        fault(
          [...path, 'levels'],
          `等级须从 ${scale.min} 到 ${scale.max} 逐级写出，各一次`,
          `levels must run from ${scale.min} to ${scale.max}, each once and in order`,
        ),
      ];
}

function levelNumbers(scale: Scale): number[] {
  return Array.from({ length: scale.max - scale.min + 1 }, (_, index) => scale.min + index);
}

function sameNumbers(a: number[], b: number[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}

function checkGrades(checklist: Checklist): Fault[] {
  const { grades, bottomLine } = checklist;
  const cap = bottomLine?.cap;
  return [
    ...grades.flatMap((grade, index) => {
      const better = grades[index - 1];
      return better && better.from <= grade.from
        ? [fault(['grades', index, 'from'], '等次须从高到低排列', 'grades must fall, best first')]
        : [];
    }),
    ...(grades.at(-1)?.from === 0
      ? []
      : [fault(['grades', grades.length - 1, 'from'], '最后一个等次须从 0 开始', 'the last grade must start at 0')]),
    ...(cap !== undefined && !grades.some(grade => grade.id === cap)
      ? [fault(['bottomLine', 'cap'], `没有等次“${cap}”`, `there is no grade "${cap}"`)]
      : []),
  ];
}

function checkAreaWeights(checklist: Checklist): Fault[] {
  const sum = checklist.areas.reduce((total, area) => total + area.weight, 0);
  return sum > 0
    ? []
    : [fault(['areas'], '任务领域的权重之和须大于 0', 'the weights of the areas must have a positive sum')];
}

function checkLens(lens: Lens, checklist: Checklist, path: Path): Fault[] {
  if ('groups' in lens) return [];
  const plain = new Set(checklist.lenses.flatMap(other => ('groups' in other ? [other.id] : [])));
  return (['rows', 'columns'] as const).flatMap(side =>
    plain.has(lens[side])
      ? []
      : [fault([...path, side], `没有带分组的视角“${lens[side]}”`, `there is no lens with groups "${lens[side]}"`)],
  );
}

function checkItem(item: Item, checklist: Checklist, path: Path): Fault[] {
  const scale = scaleOf(item, checklist);
  const scaleFaults = item.scale ? checkScale(item.scale, [...path, 'scale']) : [];
  return [
    ...scaleFaults,
    ...(scaleFaults.length === 0 ? checkLevels(item, scale, path) : []),
    ...checkReferences(item, checklist, path),
    ...checkKind(item, scale, path),
  ];
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

function checkReferences(item: Item, checklist: Checklist, path: Path): Fault[] {
  const facts = idsOf(checklist.facts);
  const departments = idsOf(checklist.departments);
  const sources = idsOf(checklist.sources);
  const tags = knownTags(checklist);
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
  if (item.kind === 'metric') return checkBands(item, scale, [...path, 'bands']);
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

/** Bands run by `at` one way throughout, and a better `at` means a higher level. */
function checkBands(item: Extract<Item, { kind: 'metric' }>, scale: Scale, path: Path): Fault[] {
  const listedRising = (item.bands[1]?.at ?? Infinity) > (item.bands[0]?.at ?? 0);
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
