import type { Setup } from '#assessment/assessment.ts';
import type { RestOfCopy } from '#assessment/copy-of-assessment.ts';
import type { EvidenceFile } from '#assessment/evidence-file.ts';
import type { Incoming } from '#assessment/incoming.ts';
import { AppError } from '#shared/app-error.ts';
import { type IncomingRecords, sizeOf } from './incoming-records.ts';

/** What became of the items that were accepted. */
export type ImportOutcome = {
  recorded: string[];
  notRecorded: { itemId: string; reason: 'changed-meanwhile' | 'faulty' | 'not-stored' | 'final' }[];
  /** Of another copy: the files that came along with the items. */
  files?: RecordsOutcome;
};

/** What became of the actions, files, milestones and minutes that were to be taken, by name. */
export type RecordsOutcome = {
  taken: string[];
  notTaken: { name: string; reason: RecordsReason }[];
};
export const recordsReasons = [
  'conflicting',
  'held',
  'not-stored',
  'changed-meanwhile',
  'faulty',
  'final',
  'not-held',
  'not-offered',
] as const;
type RecordsReason = (typeof recordsReasons)[number];

/** What another copy has besides answers. `received`: the files that the package brought; `healed`: names of those that were gone here. */
export type CopyRest = RestOfCopy & {
  received: ReadonlyMap<string, EvidenceFile>;
  isOff: boolean;
  healed: string[];
  setup: Setup;
};

/** A file that was read and waits to be accepted. Nothing of it is stored. */
export type ImportTicket = {
  id: string;
  assessmentId: string;
  fileName: string;
  incoming: Incoming;
  /** Of another copy of the assessment. */
  copy?: CopyRest;
  records?: IncomingRecords;
  outcome: ImportOutcome | undefined;
  recordsOutcome?: RecordsOutcome;
};

/** One of another copy. */
export type CopyTicket = ImportTicket & { copy: CopyRest };

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
    const { incoming, copy, records } = ticket;
    const characters = JSON.stringify([incoming, copy?.actions, copy?.files]).length + sizeOf(records);
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
