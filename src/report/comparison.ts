import { roundScore, shownDifference } from '#scoring/rounding.ts';
import { type CommonItem, commonGround, figuresOn, ownWeight, partOfWhole } from './common-ground.ts';
import { type Compared, levelIn, scoreToCompare, sideOf, type ToCompare } from './compared.ts';
import type { ComparedArea, ComparedItem, ComparedLens, Comparison, Pair } from './comparison-document.ts';
import { comparisonFindings } from './comparison-findings.ts';
import { itemRef, whatElseChanged } from './what-else-changed.ts';

type Facts = Omit<Comparison, 'findings'>;
type Two = { old: Compared; new: Compared };
type Weighing = (item: CommonItem) => number;
type Both = { claimed: Pair; supported: Pair };

/** `before` and `after` like for like, as design/scoring.md defines it, and what else is different. */
export function compareAssessments(before: ToCompare, after: ToCompare): Comparison {
  const two = { old: scoreToCompare(before), new: scoreToCompare(after) };
  const common = commonGround([two.old, two.new]);
  const items = common.map(each => comparedItem(each, two));
  const facts: Facts = {
    schema: 'comparison/1',
    old: sideOf(two.old),
    new: sideOf(two.new),
    headline: headlineOf(two),
    likeForLike: likeForLike(common, items),
    areas: areasOf(two, common, items),
    lenses: lensesOf(two, common),
    items,
    changed: whatElseChanged(two.old, two.new),
  };
  return { ...facts, findings: comparisonFindings(facts, equivalentItems(two)) };
}

function comparedItem({ item, area, weight, scores }: CommonItem, two: Two): ComparedItem {
  const [before, after] = scores;
  const was = { fraction: before?.fraction ?? 0, supported: before?.supported ?? 0 };
  const is = { fraction: after?.fraction ?? 0, supported: after?.supported ?? 0 };
  const asked = two.old.items.get(item.id)?.item ?? item;
  return {
    ...itemRef({ item, area }),
    weight,
    old: { ...was, level: levelIn(two.old, asked, was.fraction) },
    new: { ...is, level: levelIn(two.new, item, is.fraction) },
    contribution: {
      claimed: points(weight, was.fraction, is.fraction),
      supported: points(weight, was.supported, is.supported),
    },
  };
}

/** Never −0: what weighs nothing moves nothing. */
function points(weight: number, from: number, to: number): number {
  return 100 * weight * (to - from) || 0;
}

function headlineOf({ old: before, new: after }: Two): Both {
  return {
    claimed: shownPair(before.result.claimed.shown.score, after.result.claimed.shown.score),
    supported: shownPair(before.result.supported.shown, after.result.supported.shown),
  };
}

function likeForLike(common: CommonItem[], items: ComparedItem[]): Facts['likeForLike'] {
  const shown = shownOn(common, partOfWhole);
  const [before, after] = figuresOn(common, partOfWhole, 2);
  const exact = (side: 'claimed' | 'supported'): Pair => ({
    old: before?.[side] ?? null,
    new: after?.[side] ?? null,
    change: shown[side].change === null ? null : sumOf(items, side),
  });
  return { items: items.length, exact: { claimed: exact('claimed'), supported: exact('supported') }, shown };
}

/** Areas of the new checklist with common items. */
function areasOf({ new: after }: Two, common: CommonItem[], items: ComparedItem[]): ComparedArea[] {
  return after.checklist.areas.flatMap(({ id, code, title }) => {
    const own = common.filter(({ area }) => area.id === id);
    if (own.length === 0) return [];
    const ofArea = items.filter(({ area }) => area === id);
    const contribution = { claimed: sumOf(ofArea, 'claimed'), supported: sumOf(ofArea, 'supported') };
    return [{ id, code, title, items: own.length, ...shownOn(own, ownWeight), contribution }];
  });
}

/** Lenses of the new checklist with groups of their own, as far as common items are in them. */
function lensesOf({ new: after }: Two, common: CommonItem[]): ComparedLens[] {
  return after.checklist.lenses.flatMap(lens => {
    if (!('groups' in lens)) return [];
    const groups = lens.groups.flatMap(({ id, label, tags }) => {
      const own = common.filter(({ item }) => item.tags?.some(tag => tags.includes(tag)));
      return own.length === 0 ? [] : [{ id, title: label, items: own.length, ...shownOn(own, partOfWhole) }];
    });
    return groups.length === 0 ? [] : [{ id: lens.id, title: lens.title, groups }];
  });
}

function shownOn(items: CommonItem[], weightOf: Weighing): Both {
  const [before, after] = figuresOn(items, weightOf, 2);
  return {
    claimed: shownPair(roundScore(before?.claimed ?? null), roundScore(after?.claimed ?? null)),
    supported: shownPair(roundScore(before?.supported ?? null), roundScore(after?.supported ?? null)),
  };
}

function shownPair(before: number | null, after: number | null): Pair {
  return {
    old: before,
    new: after,
    change: before === null || after === null ? null : shownDifference(after, before),
  };
}

function sumOf(items: ComparedItem[], side: 'claimed' | 'supported'): number {
  return items.reduce((sum, { contribution }) => sum + contribution[side], 0);
}

/** How many items ask the same in both and are asked in both, answered or not, and how many the new one asks. */
function equivalentItems({ old: before, new: after }: Two): { equivalent: number; asked: number } {
  const asked = [...after.items].filter(([, { score }]) => score);
  const equivalent = asked.filter(([id, { item }]) => {
    const known = before.items.get(id);
    return known?.score !== undefined && known.item.meaning === item.meaning;
  });
  return { equivalent: equivalent.length, asked: asked.length };
}
