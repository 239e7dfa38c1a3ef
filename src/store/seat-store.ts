import path from 'node:path';
import type { Decision } from '#shared/decision.ts';
import { applySeatsChange, type Seats, type SeatsChange, seatsChangeSchema, seatsSchema } from '#workshop/seats.ts';
import { documentFiles, listDocumentIds } from './document-files.ts';
import type { DocumentJournal } from './document-journal.ts';
import type { DocumentKind } from './document-kind.ts';
import { openDocumentJournal } from './open-document-journal.ts';
import { openFolder } from './open-folder.ts';
import { removeDurably } from './remove-durably.ts';
import type { StoreLog } from './store-log.ts';

const seatsKind: DocumentKind<Seats, SeatsChange> = {
  name: 'seats',
  documentSchema: seatsSchema,
  changeSchema: seatsChangeSchema,
  apply: applySeatsChange,
  migrations: [],
};

export type SeatStoreOptions = {
  /** The data folder. */
  folder: string;
  log: StoreLog;
  /** Whether a sitting is still to come or under way. Seats of all others are deleted before anything is read. */
  isWanted: (seatsId: string) => boolean;
};

/** The seats of every open sitting, apart from the workshops so that they can be deleted. */
export class SeatStore {
  readonly #journal: DocumentJournal<Seats, SeatsChange, string>;
  readonly #present: Set<string>;

  constructor(journal: DocumentJournal<Seats, SeatsChange, string>, present: Iterable<string>) {
    this.#journal = journal;
    this.#present = new Set(present);
  }

  /** Undefined if there are none or they are damaged. */
  async find(seatsId: string): Promise<Seats | undefined> {
    return (await this.#journal.find(seatsId))?.document;
  }

  async commit<Refusal>(
    seatsId: string,
    decide: (seats: Seats) => Decision<SeatsChange, Refusal>,
  ): Promise<{ seats: Seats } | { refused: Refusal }> {
    const done = await this.#journal.commit(seatsId, decide);
    return 'refused' in done ? done : { seats: done.document };
  }

  /** Nothing where they are there. */
  async open(seatsId: string, at: string): Promise<void> {
    if (this.#present.has(seatsId)) return;
    this.#present.add(seatsId);
    await this.#journal.create(seatsId, { type: 'opened', at, id: seatsId }).catch(error => {
      this.#present.delete(seatsId);
      throw error;
    });
  }

  /** Nothing where they are gone. Throws AppError `storage-failed`; then they may be there still. */
  async erase(seatsId: string): Promise<void> {
    if (!this.#present.has(seatsId)) return;
    await this.#journal.remove(seatsId);
    this.#present.delete(seatsId);
  }

  close(): Promise<void> {
    return this.#journal.close();
  }
}

export async function openSeatStore({ folder, log, isWanted }: SeatStoreOptions): Promise<SeatStore> {
  const seatsFolder = path.join(folder, 'workshop-seats');
  await openFolder(seatsFolder);
  const ids = await listDocumentIds(seatsFolder);
  for (const id of ids.filter(seatsId => !isWanted(seatsId))) await eraseFiles(seatsFolder, id);
  const journal = await openDocumentJournal({
    ...{ folder: seatsFolder, kind: seatsKind, log },
    summarise: seats => seats.id,
    compare: (a, b) => (a < b ? -1 : 1),
  });
  return new SeatStore(journal, ids.filter(isWanted));
}

async function eraseFiles(folder: string, id: string): Promise<void> {
  const { source, snapshotFile } = documentFiles(folder, seatsKind, id);
  await removeDurably([snapshotFile, source.file]);
}
