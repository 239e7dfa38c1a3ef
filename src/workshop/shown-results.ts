import { outcomeOf } from './outcome.ts';
import { currentState, getEntry, getProgress, revealedRounds } from './progress.ts';
import type { Role } from './role.ts';
import { type RoundResults, roundResults } from './round-results.ts';
import type { Seats } from './seats.ts';
import { departmentResults } from './voting-departments.ts';
import type { ItemState, Round, Workshop } from './workshop.ts';

type Shown = { results?: RoundResults; previous?: RoundResults };

const shownToAll: (ItemState | null)[] = ['revealed', 'discussion', 'recorded'];

/**
 * The results that leave the server, and the one place that decides it: everybody's once they are revealed, until another round is
 * open or another item on the table. Before, only a facilitator's preview of a vote that is closed.
 */
export function shownResults(workshop: Workshop, role: Role, seats: Seats | undefined): Shown {
  const { current } = workshop;
  if (current === null) return {};
  const state = currentState(workshop);
  const { last, previous } = revealedRounds(getProgress(workshop, current));
  const isLead = role === 'facilitator' || role === 'co-facilitator';
  if (shownToAll.includes(state)) return pairOf(workshop, last, previous);
  if (!isLead) return {};
  return { ...pairOf(workshop, undefined, last), ...(state === 'closed' ? preview(workshop, seats) : {}) };
}

function pairOf(workshop: Workshop, last: Round | undefined, previous: Round | undefined): Shown {
  const results = resultsOf(workshop, last);
  const before = resultsOf(workshop, previous);
  return { ...(results ? { results } : {}), ...(before ? { previous: before } : {}) };
}

function resultsOf({ agenda, current, mode }: Workshop, round: Round | undefined): RoundResults | undefined {
  const scale = agenda.find(({ item }) => item === current)?.scale;
  return round?.outcome && scale && roundResults(round.outcome, { round: round.round, scale, mode });
}

/** Counted while the ballots lie on the table; nothing of it is stored. */
function preview(workshop: Workshop, seats: Seats | undefined): Shown {
  const { current, table, mode } = workshop;
  if (current === null) return {};
  const progress = getProgress(workshop, current);
  const { scale } = getEntry(workshop, current);
  const round = progress.rounds.length;
  const outcome = outcomeOf(progress, { table, scale, departments: departmentResults(workshop, seats) });
  return { results: roundResults(outcome, { round, scale, mode }) };
}
