import { roundScore } from '#scoring/rounding.ts';
import type { ComparedItem, Comparison, Pair } from './comparison-document.ts';
import { type ComparisonFinding, comparisonFinding } from './comparison-finding.ts';

type Facts = Omit<Comparison, 'findings'>;

/** As many items as one sentence can name. */
const named = 3;

/** What a comparison comes to: on how much it rests, how far it moved, which items moved it, and what the headlines say. */
export function comparisonFindings(facts: Facts, counted: { equivalent: number; asked: number }): ComparisonFinding[] {
  return [...groundFindings(facts, counted), ...changeFindings(facts), ...headlineFindings(facts)];
}

/** A common ground of less than half of what is asked now says little about the whole. */
function groundFindings(
  { likeForLike }: Facts,
  { equivalent, asked }: { equivalent: number; asked: number },
): ComparisonFinding[] {
  const { items, shown } = likeForLike;
  if (equivalent === 0) return [comparisonFinding('not-equivalent')];
  if (items === 0) return [comparisonFinding('not-scored', { count: equivalent })];
  if (shown.claimed.change === null) return [comparisonFinding('weightless', { count: items })];
  return [comparisonFinding(2 * items < asked ? 'few' : 'common', { count: items, total: asked })];
}

function changeFindings({ likeForLike, items }: Facts): ComparisonFinding[] {
  const { claimed, supported } = likeForLike.shown;
  if (claimed.change === null) return [];
  return [
    ...moved('claimed', claimed),
    ...moved('supported', supported),
    ...mostMoved('most-up', items, 1),
    ...mostMoved('most-down', items, -1),
    ...lessEvidence(items),
  ];
}

function moved(side: 'claimed' | 'supported', { old: from, new: to, change }: Pair): ComparisonFinding[] {
  if (from === null || to === null || change === null) return [];
  const way = change === 0 ? 'same' : change > 0 ? 'rose' : 'fell';
  return [comparisonFinding(`${side}-${way}`, { from, to, change: Math.abs(change) })];
}

/** Those whose contribution shows, the largest first; `change` is what they come to together. */
function mostMoved(code: 'most-up' | 'most-down', items: ComparedItem[], sign: 1 | -1): ComparisonFinding[] {
  const way = ({ contribution }: ComparedItem) => sign * contribution.claimed;
  const most = items
    .filter(item => roundScore(way(item)) > 0)
    .toSorted((a, b) => way(b) - way(a))
    .slice(0, named);
  if (most.length === 0) return [];
  const change = roundScore(most.reduce((sum, item) => sum + way(item), 0));
  return [comparisonFinding(code, { items: most.map(({ id }) => id), change })];
}

/** Claimed as before or better, and less of it is shown: mostly evidence that ran out. */
function lessEvidence(items: ComparedItem[]): ComparisonFinding[] {
  const less = items.filter(item => item.new.fraction >= item.old.fraction && item.new.supported < item.old.supported);
  const weightiest = less.toSorted((a, b) => a.contribution.supported - b.contribution.supported).slice(0, named);
  return less.length === 0
    ? []
    : [comparisonFinding('evidence-less', { count: less.length, items: weightiest.map(({ id }) => id) })];
}

function headlineFindings({ headline, likeForLike }: Facts): ComparisonFinding[] {
  const { old: from, new: to, change } = headline.claimed;
  if (from === null || to === null || change === null) return [comparisonFinding('headline-undefined')];
  return change === likeForLike.shown.claimed.change
    ? [comparisonFinding('headline-same', { from, to, change: Math.abs(change) })]
    : [comparisonFinding('headline', { from, to, change: Math.abs(change) })];
}
