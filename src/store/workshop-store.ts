import path from 'node:path';
import { AppError } from '#shared/app-error.ts';
import { applyWorkshopChange } from '#workshop/apply-workshop-change.ts';
import { seatsIdOf } from '#workshop/join.ts';
import { pauseAfterRestart } from '#workshop/pause-after-restart.ts';
import { summariseWorkshop } from '#workshop/summarise-workshop.ts';
import { type Workshop, workshopSchema } from '#workshop/workshop.ts';
import { type Created, type WorkshopChange, workshopChangeSchema } from '#workshop/workshop-change.ts';
import type { StoredWorkshop, WorkshopStore, WorkshopSummary } from '#workshop/workshop-store.ts';
import type { DocumentJournal } from './document-journal.ts';
import type { DocumentKind } from './document-kind.ts';
import type { StoredDocument } from './journaled-document.ts';
import { openDocumentJournal } from './open-document-journal.ts';
import { openSeatStore, type SeatStore } from './seat-store.ts';
import type { StoreLog } from './store-log.ts';

export type WorkshopStoreOptions = {
  /** The data folder. */
  folder: string;
  log: StoreLog;
  now: () => Date;
};

export type OpenWorkshopStore = WorkshopStore & { close: () => Promise<void> };

const workshopKind: DocumentKind<Workshop, WorkshopChange> = {
  name: 'workshop',
  documentSchema: workshopSchema,
  changeSchema: workshopChangeSchema,
  apply: applyWorkshopChange,
  migrations: [],
};

type Kept = { summary: WorkshopSummary; seatsId: string };

type Files = {
  journal: DocumentJournal<Workshop, WorkshopChange, Kept>;
  seats: SeatStore;
  now: () => string;
  idsByCode: Map<string, string>;
};

/** Throws StoreError for a newer format or a file that cannot be read; what is damaged is set aside. */
export async function openWorkshopStore(options: WorkshopStoreOptions): Promise<OpenWorkshopStore> {
  const files = await openFiles(options);
  await recover(files);
  const { journal, seats, idsByCode } = files;
  return {
    summaries: () => journal.summaries().map(({ summary }) => summary),
    setAside: () => journal.documentsSetAside().map(({ id, reason, document }) => ({ id, reason, workshop: document })),
    find: async id => {
      const found = await journal.find(id);
      return found && asStored(found);
    },
    findIdByCode: code => idsByCode.get(code),
    create: change => create(files, change),
    commit: async (id, decide) => {
      const done = await journal.commit(id, decide);
      await keepSeats(files, id);
      return 'refused' in done ? done : asStored(done);
    },
    findSeats: async id => {
      const found = await journal.find(id);
      return found && seats.find(seatsIdOf(found.document));
    },
    commitSeats: async (id, decide) => {
      const found = await journal.find(id);
      if (!found) throw new AppError('not-found');
      const { document } = found;
      return seats.commit(seatsIdOf(document), present => decide({ workshop: document, seats: present }));
    },
    changes: async id => (await journal.history(id)).entries.map(({ change }) => change),
    verifyTrail: async id => (await journal.history(id)).trail,
    close: async () => {
      await Promise.all([journal.close(), seats.close()]);
    },
  };
}

async function openFiles({ folder, log, now }: WorkshopStoreOptions): Promise<Files> {
  const journal: Files['journal'] = await openDocumentJournal({
    ...{ folder: path.join(folder, 'workshops'), kind: workshopKind, log },
    summarise: workshop => ({ summary: summariseWorkshop(workshop), seatsId: seatsIdOf(workshop) }),
    compare: byNewestChange,
  });
  const seats = await openSeatStore({ folder, log, isWanted: wantedSeats(journal) });
  const idsByCode = new Map(journal.summaries().map(({ summary }) => [summary.code, summary.id]));
  return { journal, seats, now: () => now().toISOString(), idsByCode };
}

/** Of a workshop that is damaged nobody can say whether it is closed: its seats stay. */
function wantedSeats(journal: Files['journal']): (seatsId: string) => boolean {
  const open = journal.summaries().filter(({ summary }) => summary.state !== 'closed');
  const wanted = new Set(open.map(({ seatsId }) => seatsId));
  const aside = new Set(journal.documentsSetAside().map(({ id }) => id));
  return seatsId => wanted.has(seatsId) || aside.has(seatsId.replace(/-\d+$/, ''));
}

/** After a start: seats for every open sitting, and what was running is paused. */
async function recover({ journal, seats, now }: Files): Promise<void> {
  for (const { summary, seatsId } of journal.summaries()) {
    if (summary.state !== 'closed') await seats.open(seatsId, now());
    if (summary.state === 'running') await journal.commit(summary.id, workshop => pauseAfterRestart(workshop, now()));
  }
}

/** The seats come first: a workshop never stands without them, and seats without a workshop are swept at the next start. */
async function create({ journal, seats, idsByCode }: Files, change: Created): Promise<StoredWorkshop> {
  const { id, code, at } = change;
  if (idsByCode.has(code) || (await journal.find(id))) throw new AppError('storage-failed');
  idsByCode.set(code, id);
  try {
    await seats.open(seatsIdOf({ id, sitting: 1 }), at);
    return asStored(await journal.create(id, change));
  } catch (error) {
    idsByCode.delete(code);
    throw error;
  }
}

/** After a commit, also one that was refused: closing again is how somebody tries to delete the seats once more. */
async function keepSeats({ journal, seats, now }: Files, id: string): Promise<void> {
  const found = await journal.find(id);
  if (!found) return;
  const seatsId = seatsIdOf(found.document);
  await (found.document.state === 'closed' ? seats.erase(seatsId) : seats.open(seatsId, now()));
}

function asStored({ document, seq }: StoredDocument<Workshop>): StoredWorkshop {
  return { workshop: document, seq };
}

function byNewestChange({ summary: a }: Kept, { summary: b }: Kept): number {
  if (a.changedAt !== b.changedAt) return a.changedAt < b.changedAt ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}
