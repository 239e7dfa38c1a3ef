import { open } from 'node:fs/promises';
import { cutBack } from './append-durably.ts';
import { damages } from './damage.ts';
import { type DocumentFiles, documentFiles, listDocumentIds } from './document-files.ts';
import { DocumentJournal, type JournalOptions } from './document-journal.ts';
import { mapBounded } from './map-bounded.ts';
import { openFolder } from './open-folder.ts';
import { type ReadDocument, readDocument } from './read-document.ts';
import { StoreError } from './store-error.ts';
import { sweepTemporaryFiles } from './sweep-temporary-files.ts';
import { systemCode, unreadableFile } from './system-error.ts';

const documentsAtATime = 32;

/** Reads every document of the folder. Throws StoreError for a newer format or a file that the system does not let it read. */
export async function openDocumentJournal<D, C, S>(
  options: JournalOptions<D, C, S>,
): Promise<DocumentJournal<D, C, S>> {
  const { folder, log, kind } = options;
  await openFolder(folder);
  await sweepTemporaryFiles(folder, log);
  const journal = new DocumentJournal(options);
  const ids = await listDocumentIds(folder);
  await mapBounded(ids, documentsAtATime, id => addDocument(journal, options, documentFiles(folder, kind, id)));
  return journal;
}

async function addDocument<D, C, S>(
  journal: DocumentJournal<D, C, S>,
  options: JournalOptions<D, C, S>,
  files: DocumentFiles<D, C>,
): Promise<void> {
  const { id, file } = files.source;
  try {
    const read = await readDocument(files);
    const { document, damage } = read;
    if (damage || document === undefined) journal.setAside(id, read, damage ?? damages.noCreation);
    else {
      await cutTornLine(options, file, read);
      addWhole(journal, options, { files, read: { ...read, document } });
    }
  } catch (error) {
    throw systemCode(error) ? unreadableFile(file, error) : error;
  }
}

function addWhole<D, C, S>(
  journal: DocumentJournal<D, C, S>,
  { summarise }: JournalOptions<D, C, S>,
  { files, read }: { files: DocumentFiles<D, C>; read: ReadDocument<D> & { document: D } },
): void {
  const { document, at, snapshotSeq } = read;
  try {
    journal.add(files, { end: at, summary: summarise(document, at.seq), snapshotSeq, isChanged: false });
  } catch (error) {
    // Something it stands on, such as the copy of its checklist, is damaged.
    if (!(error instanceof StoreError)) throw error;
    journal.setAside(files.source.id, read, { reason: error.text });
  }
}

/** A line without its end was never acknowledged. */
async function cutTornLine<D, C, S>(
  { log }: JournalOptions<D, C, S>,
  file: string,
  { torn, at }: ReadDocument<D>,
): Promise<void> {
  if (torn === 0) return;
  const handle = await open(file, 'r+');
  try {
    await cutBack(handle, at.offset);
  } finally {
    await handle.close();
  }
  log.warn({ file, bytes: torn, seq: at.seq }, 'a half-written last line was cut off');
}
