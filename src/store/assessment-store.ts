import path from 'node:path';
import { applyChange } from '#assessment/apply-change.ts';
import {
  type Assessment,
  type AssessmentChange,
  assessmentChangeSchema,
  assessmentSchema,
} from '#assessment/assessment.ts';
import type { AssessmentStore, Stored } from '#assessment/assessment-store.ts';
import { foldChanges } from '#assessment/fold-changes.ts';
import { AppError } from '#shared/app-error.ts';
import type { DocumentKind } from './document-kind.ts';
import { readForeignJournal } from './foreign-journal.ts';
import type { StoredDocument } from './journaled-document.ts';
import { openDocumentJournal } from './open-document-journal.ts';
import type { StoreLog } from './store-log.ts';

export type AssessmentStoreOptions<Summary> = {
  /** The data folder. */
  folder: string;
  summarise: (assessment: Assessment, seq: number) => Summary;
  log: StoreLog;
};

export type OpenAssessmentStore<Summary> = AssessmentStore<Summary> & { close: () => Promise<void> };

export const assessmentKind: DocumentKind<Assessment, AssessmentChange> = {
  name: 'assessment',
  documentSchema: assessmentSchema,
  changeSchema: assessmentChangeSchema,
  apply: applyChange,
  fold: foldChanges,
  // Format 2 knows actions, format 3 moves to another version of the checklist, format 4 milestones that were brought along; what was
  // written before means the same in them.
  migrations: [change => change, change => change, change => change],
};

/** Throws StoreError for a newer format or a file that cannot be read; what is damaged is set aside. */
export async function openAssessmentStore<Summary>({
  folder,
  summarise,
  log,
}: AssessmentStoreOptions<Summary>): Promise<OpenAssessmentStore<Summary>> {
  const assessmentsFolder = path.join(folder, 'assessments');
  const journal = await openDocumentJournal({
    folder: assessmentsFolder,
    kind: assessmentKind,
    log,
    summarise: (assessment, seq) => ({
      id: assessment.id,
      changedAt: assessment.changedAt,
      summary: summarise(assessment, seq),
    }),
    compare: byNewestChange,
  });
  return {
    summaries: () => journal.summaries().map(({ summary }) => summary),
    setAside: () => journal.documentsSetAside().map(({ document, ...rest }) => ({ ...rest, assessment: document })),
    find: async id => {
      const found = await journal.find(id);
      return found && asStored(found);
    },
    create: async change => asStored(await journal.create(change.id, change)),
    commit: async (id, decide) => {
      const done = await journal.commit(id, decide);
      return 'refused' in done ? done : asStored(done);
    },
    changes: async id => (await journal.history(id)).entries.map(({ change }) => change),
    history: id => journal.history(id),
    verifyTrail: async id => (await journal.history(id)).trail,
    journal: id => journal.journal(id),
    readJournal: bytes => {
      const read = readForeignJournal(assessmentKind, Buffer.from(bytes), ({ id }) => id);
      if (!read.ok) return read;
      const { seq, head } = read.state.at;
      return { ok: true, assessment: read.state.document, entries: read.entries, seq, head };
    },
    adopt: async bytes => {
      const read = readForeignJournal(assessmentKind, Buffer.from(bytes), ({ id }) => id);
      if (!read.ok) throw new AppError('faulty-input', [{ path: ['file'], message: read.reason }]);
      return asStored(await journal.adopt(read.id, read));
    },
    close: () => journal.close(),
  };
}

function asStored({ document, ...end }: StoredDocument<Assessment>): Stored {
  return { assessment: document, ...end };
}

type Changed = Pick<Assessment, 'id' | 'changedAt'>;

function byNewestChange(a: Changed, b: Changed): number {
  if (a.changedAt !== b.changedAt) return a.changedAt < b.changedAt ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}
