import { type Ballot, type BallotBox, ballotsOf, emptyBox, findBallot } from './ballot-box.ts';
import { addCounts, totalOf } from './counts.ts';
import { lastRound } from './progress.ts';
import type { DepartmentResult } from './shown-departments.ts';
import type { AgendaEntry, ItemProgress, Outcome, Round, Table, VotedReason } from './workshop.ts';

type Scale = AgendaEntry['scale'];

export function boxOf({ boxes }: Table, round: number): BallotBox {
  return boxes[round] ?? emptyBox;
}

/** Phones and paper together. */
export function votedIn(round: Round, table: Table): number {
  return (round.voted ?? boxOf(table, round.round).size) + paperBallots(round);
}

/** What a round gives, as long as its ballots lie on the table. `departments` are those that may be seen. */
export function outcomeOf(
  progress: ItemProgress,
  { table, scale, departments }: { table: Table; scale: Scale; departments: DepartmentResult[] },
): Outcome {
  const round = lastRound(progress);
  if (!round) throw new Error('there is no round that counts');
  const box = boxOf(table, round.round);
  const ballots = ballotsOf(box).map(([, ballot]) => ballot);
  const phones = countBallots(ballots, scale);
  return {
    counts: addCounts(phones.counts, round.paper?.counts ?? []),
    unknown: phones.unknown + (round.paper?.unknown ?? 0),
    paper: paperBallots(round),
    changed: changedSince(previousBox(progress, round, table), box),
    departments,
    reasons: reasonsOf(ballots),
  };
}

export function countBallots(ballots: readonly Ballot[], { min, max }: Scale): { counts: number[]; unknown: number } {
  const counts = Array.from({ length: max - min + 1 }, () => 0);
  let unknown = 0;
  for (const { value } of ballots)
    if (value === 'unknown') unknown += 1;
    else counts[value - min] = (counts[value - min] ?? 0) + 1;
  return { counts, unknown };
}

export function paperBallots({ paper }: Pick<Round, 'paper'>): number {
  return paper ? totalOf(paper.counts) + paper.unknown : 0;
}

function previousBox({ rounds }: ItemProgress, round: Round, table: Table): BallotBox | undefined {
  const before = rounds.findLast(each => !each.voided && each.outcome && each.round < round.round);
  return before && table.boxes[before.round];
}

/** Only those who voted in both are compared: a late voter changed nothing. */
function changedSince(before: BallotBox | undefined, now: BallotBox): Outcome['changed'] {
  if (!before) return null;
  const both = ballotsOf(now).flatMap(([voter, { value }]) => {
    const earlier = findBallot(before, voter);
    return earlier ? [value !== earlier.value] : [];
  });
  return { of: both.length, votes: both.filter(changed => changed).length };
}

function reasonsOf(ballots: readonly Ballot[]): VotedReason[] {
  const reasons = ballots.flatMap(({ value, reason }) =>
    reason === undefined ? [] : [{ value, text: reason, shown: false }],
  );
  return reasons.sort((a, b) => levelOf(a) - levelOf(b) || (a.text < b.text ? -1 : 1));
}

/** "Unknown" comes last. */
function levelOf({ value }: VotedReason): number {
  return value === 'unknown' ? Number.MAX_SAFE_INTEGER : value;
}
