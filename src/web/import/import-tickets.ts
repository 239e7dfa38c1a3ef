import type { Incoming } from '#assessment/incoming.ts';
import { AppError } from '#shared/app-error.ts';
import { type IncomingRecords, sizeOf } from './incoming-records.ts';

/** What became of the items that were accepted. */
export type ImportOutcome = {
  recorded: string[];
  notRecorded: { itemId: string; reason: 'changed-meanwhile' | 'faulty' | 'not-stored' | 'final' }[];
};

/** What became of the milestones and minutes that were to be taken, by name. */
export type RecordsOutcome = {
  taken: string[];
  notTaken: { name: string; reason: 'conflicting' | 'held' | 'not-stored' }[];
};

/** What another copy has besides answers. */
export type CopyFacts = { changes: number; files: number; hasOtherSetup: boolean };

/** A file that was read and waits to be accepted. Nothing of it is stored. */
export type ImportTicket = {
  id: string;
  assessmentId: string;
  fileName: string;
  incoming: Incoming;
  /** Of another copy of the assessment: what of it does not come along. */
  copy?: CopyFacts;
  records?: IncomingRecords;
  outcome: ImportOutcome | undefined;
  recordsOutcome?: RecordsOutcome;
};

const minutesKept = 30;
const ticketsAtMost = 40;
/** Of all files together, counted as text, milestones and minutes as they are packed. */
const charactersAtMost = 64_000_000;

type Kept = { ticket: ImportTicket; until: number; characters: number };

/** Read files for half an hour, in memory and bounded: the oldest go first. */
export class ImportTickets {
  readonly #now: () => Date;
  readonly #kept = new Map<string, Kept>();

  constructor(now: () => Date) {
    this.#now = now;
  }

  keep(ticket: ImportTicket): void {
    const characters = JSON.stringify(ticket.incoming).length + sizeOf(ticket.records);
    const until = this.#now().getTime() + minutesKept * 60_000;
    this.#kept.delete(ticket.id);
    this.#kept.set(ticket.id, { ticket, until, characters });
    this.#makeRoom();
  }

  /** Undefined for one that is gone, or of another assessment. */
  find(id: string, assessmentId: string): ImportTicket | undefined {
    const kept = this.#kept.get(id);
    if (!kept || kept.until < this.#now().getTime()) {
      this.#kept.delete(id);
      return undefined;
    }
    return kept.ticket.assessmentId === assessmentId ? kept.ticket : undefined;
  }

  /** The newest stays, however large it is. */
  #makeRoom(): void {
    const now = this.#now().getTime();
    let characters = [...this.#kept.values()].reduce((sum, kept) => sum + kept.characters, 0);
    for (const [id, kept] of [...this.#kept].slice(0, -1)) {
      if (kept.until >= now && this.#kept.size <= ticketsAtMost && characters <= charactersAtMost) continue;
      this.#kept.delete(id);
      characters -= kept.characters;
    }
  }
}

/** Throws AppError `import-gone`. */
export function getTicket(tickets: ImportTickets, { id, ticket }: { id: string; ticket: string }): ImportTicket {
  const found = tickets.find(ticket, id);
  if (!found) throw new AppError('import-gone');
  return found;
}

/** Where its diff is shown. */
export function addressOf({ id, assessmentId }: ImportTicket): string {
  return `/assessments/${assessmentId}/import/${encodeURIComponent(id)}`;
}
