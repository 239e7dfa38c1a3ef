import { type DiscussedItem, formerDiscussions, latestDiscussions } from './discussion-report.ts';
import { type Finding, type FindingCode, finding } from './finding.ts';
import type { ReportFacts } from './report.ts';

/** What the workshops come to: how far the room agreed, where its opinion is not the answer, what is left. Of the latest discussion of each item. */
export function discussionFindings({ discussions }: Pick<ReportFacts, 'discussions'>): Finding[] {
  const discussed = latestDiscussions(discussions);
  const recorded = discussed.filter(({ opinion }) => opinion);
  const former = onFormerItems(discussions);
  if (recorded.length === 0) return former;
  const verdictIs = (verdict: string | null) =>
    recorded.filter(({ opinion }) => opinion?.provenance.verdict === verdict);
  const relationIs = (relation: string) => recorded.filter(({ opinion }) => opinion?.relation === relation);
  return [
    finding('discussions.items', { count: discussed.length, recorded: recorded.length }),
    ...former,
    ...about('discussions.consensus', verdictIs('consensus')),
    ...about('discussions.spread', verdictIs('spread')),
    ...about('discussions.split', verdictIs('split')),
    ...about('discussions.too-few', verdictIs('too-few')),
    ...about('discussions.no-vote', verdictIs(null)),
    ...secondRounds(discussed),
    ...about('discussions.differs', relationIs('differs')),
    ...about('discussions.unanswered', relationIs('unanswered')),
    ...about(
      'discussions.parked',
      discussed.filter(({ opinion, state }) => !opinion && state === 'parked'),
    ),
  ];
}

/** What is not asked so any more stands in no other sentence, though its discussion is listed with the others. */
function onFormerItems(discussions: ReportFacts['discussions']): Finding[] {
  const former = formerDiscussions(discussions);
  const recorded = former.filter(({ opinion }) => opinion);
  if (recorded.length === 0) return [];
  return [
    finding('discussions.former', {
      count: former.length,
      recorded: recorded.length,
      split: recorded.filter(({ opinion }) => opinion?.provenance.verdict === 'split').length,
    }),
  ];
}

function about(code: FindingCode, items: DiscussedItem[]): Finding[] {
  return items.length === 0 ? [] : [finding(code, { count: items.length, items: items.map(({ item }) => item) })];
}

/** How many came closer together from the first round to the last, where both can be shown. */
function secondRounds(discussed: DiscussedItem[]): Finding[] {
  const pairs = discussed.flatMap(({ rounds }) => {
    const first = rounds[0]?.consensusIndex ?? null;
    const last = rounds.at(-1)?.consensusIndex ?? null;
    return rounds.length > 1 && first !== null && last !== null ? [{ first, last }] : [];
  });
  const closer = pairs.filter(({ first, last }) => last > first).length;
  return pairs.length === 0 ? [] : [finding('discussions.second-round', { count: pairs.length, closer })];
}
