import type { Opinion } from './opinion.ts';
import type { AgendaEntry, ItemProgress, ItemState, Round, Workshop } from './workshop.ts';

export function findProgress(workshop: Workshop, itemId: string): ItemProgress | undefined {
  return Object.hasOwn(workshop.items, itemId) ? workshop.items[itemId] : undefined;
}

/** Throws for an item that is not on the agenda. */
export function getProgress(workshop: Workshop, itemId: string): ItemProgress {
  const progress = findProgress(workshop, itemId);
  if (!progress) throw new Error(`"${itemId}" is not on the agenda`);
  return progress;
}

/** Throws for an item that is not on the agenda. */
export function getEntry(workshop: Workshop, itemId: string): AgendaEntry {
  const entry = workshop.agenda.find(({ item }) => item === itemId);
  if (!entry) throw new Error(`"${itemId}" is not on the agenda`);
  return entry;
}

export function currentState({ items, current }: Workshop): ItemState | null {
  return current === null ? null : (items[current]?.state ?? null);
}

/** Metric, deduction and matrix items have a figure: nobody votes on it. */
export function isVotedOn({ kind }: Pick<AgendaEntry, 'kind'>): boolean {
  return kind === 'maturity' || kind === 'yes-no';
}

/** The last one that counts; undefined before the first. */
export function lastRound({ rounds }: ItemProgress): Round | undefined {
  return rounds.findLast(round => !round.voided);
}

/** The last two that were revealed and count: what is shown, and what is shown beside it. */
export function revealedRounds({ rounds }: ItemProgress): { last: Round | undefined; previous: Round | undefined } {
  const revealed = rounds.filter(round => !round.voided && round.outcome);
  return { last: revealed.at(-1), previous: revealed.at(-2) };
}

/** The opinion that holds now. */
export function standingOpinion({ opinions }: ItemProgress): Opinion | undefined {
  return opinions.findLast(opinion => !opinion.undone);
}

/** Where an item rests when it leaves the table without anything else being said. */
export function restingState(progress: ItemProgress): ItemState {
  if (standingOpinion(progress)) return 'recorded';
  return progress.rounds.length > 0 ? 'parked' : 'queued';
}

export function isResting(state: ItemState): boolean {
  return state === 'recorded' || state === 'skipped' || state === 'parked' || state === 'queued';
}

/** The item that comes next in the order of the agenda. */
export function nextQueued({ agenda, items }: Workshop): string | undefined {
  return agenda.find(({ item }) => items[item]?.state === 'queued')?.item;
}
