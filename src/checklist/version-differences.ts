import { canonicalJson } from '#shared/canonical-json.ts';
import { scaleOf } from './checklist-lookups.ts';
import type { Area, Checklist, Item } from './checklist-schema.ts';

/** An item where it stands in a version. */
export type Place = { item: Item; area: Area };

/** Why an item that both versions have asks something else in the later one. */
export type OtherQuestion = 'meaning' | 'kind' | 'scale' | 'unit' | 'table';

/** What is different of an item that asks the same. `rescored`: the same value may count for more or less. */
export type Difference = 'reweighted' | 'rescored' | 'reworded' | 'other-area';

export type KeptItem = { before: Place; after: Place; differences: Difference[] };
type ChangedItem = { before: Place; after: Place; why: OtherQuestion };
type Reweighted = { before: Area; after: Area };

/** Two versions of a checklist item by item: `kept` ask the same (id, meaning, kind and what may be answered agree). */
export type VersionDifferences = {
  kept: KeptItem[];
  changed: ChangedItem[];
  added: Place[];
  removed: Place[];
  reweightedAreas: Reweighted[];
};

/** In the order of the later version; what was removed in that of the earlier one. */
export function versionDifferences(before: Checklist, after: Checklist): VersionDifferences {
  const known = placesOf(before);
  const differences: VersionDifferences = { kept: [], changed: [], added: [], removed: [], reweightedAreas: [] };
  for (const place of placesOf(after).values()) {
    const was = known.get(place.item.id);
    known.delete(place.item.id);
    if (!was) {
      differences.added.push(place);
      continue;
    }
    const why = otherQuestion(was.item, place.item, { before, after });
    if (why) differences.changed.push({ before: was, after: place, why });
    else differences.kept.push({ before: was, after: place, differences: differencesOf(was, place) });
  }
  return { ...differences, removed: [...known.values()], reweightedAreas: reweightedAreas(before, after) };
}

function placesOf({ areas }: Checklist): Map<string, Place> {
  return new Map(areas.flatMap(area => area.items.map(item => [item.id, { item, area }])));
}

type Versions = { before: Checklist; after: Checklist };

function otherQuestion(was: Item, is: Item, versions: Versions): OtherQuestion | undefined {
  if (was.meaning !== is.meaning) return 'meaning';
  if (was.kind !== is.kind) return 'kind';
  if (hasLevels(is) && levelsOf(was, versions.before) !== levelsOf(is, versions.after)) return 'scale';
  if (was.kind === 'metric' && is.kind === 'metric' && measureOf(was) !== measureOf(is)) return 'unit';
  if (was.kind === 'matrix' && is.kind === 'matrix' && cellsOf(was) !== cellsOf(is)) return 'table';
  return undefined;
}

function hasLevels({ kind }: Item): boolean {
  return kind === 'maturity' || kind === 'metric';
}

function levelsOf(item: Item, checklist: Checklist): string {
  const { min, max } = scaleOf(item, checklist);
  return `${min} ${max}`;
}

type Metric = Extract<Item, { kind: 'metric' }>;
type Matrix = Extract<Item, { kind: 'matrix' }>;

/** The unit in either language: a translation that was added changes no figure. */
function measureOf({ unit, direction }: Metric): string {
  return canonicalJson([unit.zh, direction]);
}

function cellsOf({ rows, columns, cellMax }: Matrix): string {
  return canonicalJson([rows.map(({ id }) => id), columns.map(({ id }) => id), cellMax]);
}

function differencesOf(was: Place, is: Place): Difference[] {
  const found: [Difference, boolean][] = [
    ['reweighted', was.item.weight !== is.item.weight],
    ['rescored', canonicalJson(scoringOf(was.item)) !== canonicalJson(scoringOf(is.item))],
    ['reworded', canonicalJson(wordsOf(was.item)) !== canonicalJson(wordsOf(is.item))],
    ['other-area', was.area.id !== is.area.id],
  ];
  return found.flatMap(([difference, holds]) => (holds ? [difference] : []));
}

function scoringOf(item: Item) {
  const common = { conditional: item.conditional, bottomLine: item.bottomLine };
  if (item.kind === 'metric') return { ...common, bands: item.bands };
  return item.kind === 'deduction' ? { ...common, points: item.points, per: item.per } : common;
}

function wordsOf(item: Item) {
  const { title, question, guidance, levels } = item;
  const common = { title, question, guidance, levels };
  if (item.kind === 'matrix') return { ...common, rows: item.rows, columns: item.columns, cells: item.cells };
  return item.kind === 'deduction' ? { ...common, shortcoming: item.shortcoming } : common;
}

function reweightedAreas({ areas }: Checklist, after: Checklist): Reweighted[] {
  return after.areas.flatMap(area => {
    const was = areas.find(({ id }) => id === area.id);
    return was && was.weight !== area.weight ? [{ before: was, after: area }] : [];
  });
}
