import { isDeepStrictEqual } from 'node:util';
import { itemsOf } from './checklist-lookups.ts';
import type { Checklist, Item, Lens } from './checklist-schema.ts';

/** What became of a checklist since a version of it: another meaning, something added or weighed otherwise, other words, nothing. */
export type VersionStep = 'major' | 'minor' | 'patch' | 'none';

export function versionStep(before: Checklist, after: Checklist): VersionStep {
  if (isDeepStrictEqual({ ...before, version: '' }, { ...after, version: '' })) return 'none';
  if (isOfOtherMeaning(before, after)) return 'major';
  return isDeepStrictEqual(extentOf(before), extentOf(after)) ? 'patch' : 'minor';
}

/** The least version that such a step leads to. */
export function nextVersion(version: string, step: VersionStep): string {
  const [major = 0, minor = 0, patch = 0] = numbersOf(version);
  if (step === 'major') return `${major + 1}.0.0`;
  if (step === 'minor') return `${major}.${minor + 1}.0`;
  return `${major}.${minor}.${patch + 1}`;
}

/** Below 0: `a` is the older one. */
export function compareVersions(a: string, b: string): number {
  const others = numbersOf(b);
  return (
    numbersOf(a)
      .map((number, index) => number - (others[index] ?? 0))
      .find(difference => difference !== 0) ?? 0
  );
}

function numbersOf(version: string): number[] {
  return version.split('.').map(Number);
}

/** Answers or grades of before would say something else: an item gone or of another sense, another scale, other grades. */
function isOfOtherMeaning(before: Checklist, after: Checklist): boolean {
  const later = new Map(itemsOf(after).map(item => [item.id, item]));
  return (
    !isDeepStrictEqual(valuesOfScale(before), valuesOfScale(after)) ||
    itemsOf(before).some(item => {
      const now = later.get(item.id);
      return !now || !isDeepStrictEqual(senseOf(item), senseOf(now));
    })
  );
}

function valuesOfScale({ scale, grades, headline }: Checklist) {
  return { min: scale.min, max: scale.max, headline, grades: grades.map(({ id, from }) => [id, from]) };
}

function senseOf(item: Item) {
  const { kind, meaning, scale } = item;
  const ends = scale && [scale.min, scale.max];
  switch (item.kind) {
    case 'metric':
      return { kind, meaning, ends, bands: item.bands, direction: item.direction };
    case 'deduction':
      return { kind, meaning, ends, points: item.points, per: item.per };
    case 'matrix':
      return { kind, meaning, ends, cellMax: item.cellMax, lines: [item.rows, item.columns].map(idsOf) };
    default:
      return { kind, meaning, ends };
  }
}

/** What is asked and what it counts. */
function extentOf(checklist: Checklist) {
  const { minimumCoverage, maximumExcluded, bottomLine, lenses } = checklist;
  return {
    ...{ minimumCoverage, maximumExcluded, bottomLine },
    lists: [checklist.departments, checklist.facts].map(idsOf),
    lenses: lenses.map(groupingOf),
    areas: checklist.areas.map(({ id, weight, items }) => ({ id, weight, items: items.map(weighed) })),
  };
}

/** What a lens puts together, without its words. */
function groupingOf(lens: Lens) {
  return 'groups' in lens
    ? { id: lens.id, groups: lens.groups.map(({ id, tags }) => ({ id, tags })) }
    : { id: lens.id, rows: lens.rows, columns: lens.columns };
}

function weighed({ id, weight, core, conditional, bottomLine, tags }: Item) {
  return { id, weight, core: core === true, conditional, bottomLine, tags };
}

function idsOf(entries: { id: string }[] | undefined): string[] {
  return (entries ?? []).map(({ id }) => id);
}
