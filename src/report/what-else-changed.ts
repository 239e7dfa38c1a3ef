import { isEquivalent } from './common-ground.ts';
import type { Compared, StandingItem } from './compared.ts';
import type { Changed, ItemRef, Standing } from './comparison-document.ts';

type Two = { old: StandingItem; new: StandingItem };

/** By name what is different between two assessments beside the answers that both have. What neither asks is left out. */
export function whatElseChanged(before: Compared, after: Compared): Changed {
  const pairs = pairsOf(before, after);
  const asked = pairs.filter(two => isAsked(two.old) || isAsked(two.new));
  const same = asked.filter(two => isEquivalent(two.old, two.new));
  const becoming = (from: Counting, to: Counting) =>
    same.filter(two => countingOf(two.old) === from && countingOf(two.new) === to).map(refOfNew);
  return {
    added: refsOnlyIn(after, before),
    removed: refsOnlyIn(before, after),
    meaning: asked.filter(two => !isEquivalent(two.old, two.new)).map(refOfNew),
    newlyAnswered: becoming('open', 'scored'),
    noLongerAnswered: becoming('scored', 'open'),
    scope: same
      .filter(two => (countingOf(two.old) === 'out') !== (countingOf(two.new) === 'out'))
      .map(two => ({ ...refOfNew(two), old: standingOf(two.old), new: standingOf(two.new) })),
    reweightedAreas: reweightedAreas(before, after),
    reweightedItems: same
      .filter(two => two.old.item.weight !== two.new.item.weight || two.old.area.id !== two.new.area.id)
      .map(two => ({
        ...refOfNew(two),
        old: two.old.item.weight,
        new: two.new.item.weight,
        oldArea: two.old.area.id,
      })),
  };
}

/** In the order of the new checklist. */
function pairsOf(before: Compared, after: Compared): Two[] {
  return [...after.items].flatMap(([id, newItem]) => {
    const oldItem = before.items.get(id);
    return oldItem ? [{ old: oldItem, new: newItem }] : [];
  });
}

function refsOnlyIn(here: Compared, there: Compared): ItemRef[] {
  return [...here.items].flatMap(([id, standing]) =>
    isAsked(standing) && !there.items.has(id) ? [itemRef(standing)] : [],
  );
}

function reweightedAreas(before: Compared, after: Compared): Changed['reweightedAreas'] {
  return after.checklist.areas.flatMap(({ id, code, title, weight }) => {
    const old = before.checklist.areas.find(area => area.id === id);
    return old && old.weight !== weight ? [{ id, code, title, old: old.weight, new: weight }] : [];
  });
}

type Counting = 'scored' | 'open' | 'out';

/** Out: excluded, or not asked. */
function countingOf({ score }: StandingItem): Counting {
  return score?.state === 'scored' || score?.state === 'open' ? score.state : 'out';
}

function standingOf({ state }: StandingItem): Standing {
  return state ?? 'out-of-scope';
}

function isAsked({ score }: StandingItem): boolean {
  return score !== undefined;
}

function refOfNew(two: Two): ItemRef {
  return itemRef(two.new);
}

export function itemRef({ item, area }: Pick<StandingItem, 'item' | 'area'>): ItemRef {
  return { id: item.id, code: item.code, title: item.title, area: area.id };
}
