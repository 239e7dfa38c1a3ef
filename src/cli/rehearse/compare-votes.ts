import type { VoteValue } from '#workshop/ballot-box.ts';
import { groupBy } from './group-by.ts';
import type { RevealedRound, VoteRecord } from './rehearsal-log.ts';

export type Comparison = {
  /** Rounds that were shown to the room and compared level by level. */
  rounds: number;
  /** Rounds in which somebody voted and that were never shown. */
  notShown: number;
  /** Acknowledged votes that are not in what was shown. */
  lost: number;
  /** What was shown beyond all that can have been counted. */
  extra: number;
};

type Options = {
  /** A department has one vote, whoever of it votes. */
  byDepartment: boolean;
  /** Nobody else is in the room, so that nothing may be there that was not sent. */
  isAlone: boolean;
};

/** Of one voter in one round: the only vote that can count, or several where it is not known which came last. */
type Ballot = { isCertain: boolean; values: VoteValue[] };

/** Holds every acknowledged vote against the counts that the room was shown. */
export function compareVotes(
  votes: readonly VoteRecord[],
  revealed: ReadonlyMap<string, RevealedRound>,
  options: Options,
): Comparison {
  const rounds = groupBy(
    votes.filter(({ outcome }) => outcome !== 'refused'),
    ({ item, round }) => `${item} ${round}`,
  );
  const compared = Array.from(rounds, ([key, records]) => {
    const shown = revealed.get(key);
    return shown && compareRound(ballotsOf(records, options), shown, options);
  });
  const found = compared.filter(each => each !== undefined);
  return {
    rounds: found.length,
    notShown: compared.length - found.length,
    lost: found.reduce((sum, { lost }) => sum + lost, 0),
    extra: found.reduce((sum, { extra }) => sum + extra, 0),
  };
}

function ballotsOf(records: VoteRecord[], { byDepartment }: Options): Ballot[] {
  const voterOf = ({ department, participant }: VoteRecord) => (byDepartment ? department : `${participant}`);
  return Array.from(groupBy(records, voterOf).values(), ballotOf);
}

/** One after another from one phone the last counts; with several phones, or an answer that never came, nobody knows. */
function ballotOf(records: VoteRecord[]): Ballot {
  const acknowledged = records.filter(({ outcome }) => outcome === 'acknowledged');
  const last = acknowledged.at(-1);
  const phones = new Set(records.map(({ participant }) => participant));
  if (last && phones.size === 1 && acknowledged.length === records.length)
    return { isCertain: true, values: [last.value] };
  return { isCertain: last !== undefined, values: [...new Set(records.map(({ value }) => value))] };
}

function compareRound(ballots: Ballot[], shown: RevealedRound, { isAlone }: Options) {
  const counted = ballots.filter(({ isCertain }) => isCertain);
  const total = shown.n + shown.unknown;
  const missing = valuesShort(counted, shown);
  return {
    lost: Math.max(0, counted.length - total, missing),
    extra: isAlone ? Math.max(0, total - shown.paper - ballots.length) : 0,
  };
}

/** How many certain votes have no place among the counts of their level. */
function valuesShort(ballots: Ballot[], shown: RevealedRound): number {
  const single = ballots.flatMap(({ values }) => (values.length === 1 ? values : []));
  return Array.from(groupBy(single, value => value))
    .map(([value, same]) => same.length - (countOf(value, shown) ?? same.length))
    .reduce((sum, short) => sum + Math.max(0, short), 0);
}

/** Undefined where it was not shown. */
function countOf(value: VoteValue, { counts, min, unknown }: RevealedRound): number | undefined {
  if (value === 'unknown') return unknown;
  return counts === null ? undefined : (counts[value - min] ?? 0);
}
