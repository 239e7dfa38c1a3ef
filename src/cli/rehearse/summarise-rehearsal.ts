import { type Comparison, compareVotes } from './compare-votes.ts';
import type { Change, RehearsalLog, VoteOutcome } from './rehearsal-log.ts';

/** In milliseconds; null where nothing was measured. */
export type Times = { p50: number; p95: number; longest: number } | null;

export type RehearsalSummary = {
  votes: Record<VoteOutcome, number>;
  acknowledged: Times;
  /** Of phones with a stream. `fromSending`: since the command was sent; otherwise since the first phone saw it. */
  seen: { times: Times; changes: number; fromSending: boolean };
  comparison: Comparison;
  /** Without a round that was compared nothing is shown, good or bad. */
  conclusion: 'sound' | 'nothing-compared' | 'faulty';
};

export function summariseRehearsal(log: RehearsalLog, people: number): RehearsalSummary {
  const count = (outcome: VoteOutcome) => log.votes.filter(vote => vote.outcome === outcome).length;
  const votes = { acknowledged: count('acknowledged'), refused: count('refused'), failed: count('failed') };
  const comparison = compareVotes(log.votes, log.revealed, {
    byDepartment: log.state?.mode === 'department',
    isAlone: log.state?.joined === log.joined,
  });
  const isComplete = log.joined === people && votes.failed === 0 && log.failures.length === 0;
  return {
    ...{ votes, comparison, seen: seenOf([...log.changes.values()]) },
    acknowledged: timesOf(log.votes.filter(({ outcome }) => outcome === 'acknowledged').map(({ tookMs }) => tookMs)),
    conclusion: conclusionOf(isComplete, comparison),
  };
}

function conclusionOf(isComplete: boolean, { rounds, lost, extra }: Comparison): RehearsalSummary['conclusion'] {
  if (!isComplete || lost > 0 || extra > 0) return 'faulty';
  return rounds === 0 ? 'nothing-compared' : 'sound';
}

function seenOf(changes: Change[]): RehearsalSummary['seen'] {
  const sent = changes.filter(({ sentAt }) => sentAt !== undefined);
  const fromSending = sent.length > 0;
  const measured = (fromSending ? sent : changes).filter(({ seenAt }) => seenAt.length > 0);
  const times = measured.flatMap(({ sentAt, seenAt }) => {
    const from = sentAt ?? Math.min(...seenAt);
    return seenAt.map(at => at - from);
  });
  return { times: timesOf(times), changes: measured.length, fromSending };
}

function timesOf(values: number[]): Times {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
  return sorted.length === 0 ? null : { p50: at(0.5), p95: at(0.95), longest: at(1) };
}
