import { AppError } from '#shared/app-error.ts';
import { check, type Fault } from '#shared/fault.ts';
import type { Ballot } from '#workshop/ballot-box.ts';
import { castVote, type Vote, type VoteRefusal, voteSchema } from '#workshop/cast-vote.ts';
import type { Seat } from '#workshop/seats.ts';
import type { Site } from '../site.ts';

export type VoteOutcome =
  | { kind: 'counted'; vote: Vote; rev: number }
  | { kind: 'faulty'; faults: Fault[] }
  | {
      kind: 'refused';
      reason: Exclude<VoteRefusal['reason'], 'faulty' | 'counted-already'>;
      counted: Ballot | undefined;
    };

/** The one way by which a vote reaches the box, from the API and from a form. Throws AppError `storage-failed`; then it is not counted. */
export async function sendVote(
  site: Site,
  { id, seat, input }: { id: string; seat: Seat; input: unknown },
): Promise<VoteOutcome> {
  const parsed = check(voteSchema, input);
  if (!parsed.ok) return { kind: 'faulty', faults: parsed.faults };
  const vote = parsed.value;
  const done = await noticingTrouble(site, id, () =>
    site.workshops.commit(id, workshop => castVote(workshop, vote, { seat, at: site.now().toISOString() })),
  );
  if ('workshop' in done) {
    site.live.countsChanged(id, done.workshop.mode === 'department' ? 'everybody' : 'screens');
    return { kind: 'counted', vote, rev: done.workshop.rev };
  }
  return refused(site, { id, vote, refusal: done.refused });
}

/** Everybody is told that votes cannot be stored, and when they can again. */
async function noticingTrouble<T>({ live }: Site, id: string, commit: () => Promise<T>): Promise<T> {
  try {
    const done = await commit();
    live.setTrouble(id, false);
    return done;
  } catch (error) {
    if (error instanceof AppError && error.code === 'storage-failed') live.setTrouble(id, true);
    throw error;
  }
}

async function refused(
  site: Site,
  { id, vote, refusal }: { id: string; vote: Vote; refusal: VoteRefusal },
): Promise<VoteOutcome> {
  switch (refusal.reason) {
    case 'faulty':
      return { kind: 'faulty', faults: refusal.faults };
    case 'counted-already': {
      const stored = await site.workshops.find(id);
      return { kind: 'counted', vote, rev: stored?.workshop.rev ?? 0 };
    }
    default:
      return { kind: 'refused', reason: refusal.reason, counted: refusal.counted };
  }
}
