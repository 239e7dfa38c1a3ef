import { type FileHandle, open } from 'node:fs/promises';
import { checkChain } from './check-chain.ts';
import { type Damage, damages } from './damage.ts';
import type { DocumentFiles } from './document-files.ts';
import { beginning, type JournalSource, type Position } from './journal-line.ts';
import { readBytes } from './read-bytes.ts';
import { foldJournal } from './read-journal.ts';
import { readSnapshot, type Snapshot } from './snapshot.ts';
import { systemCode } from './system-error.ts';

export type ReadDocument<Document> = {
  /** As far as it could be read. */
  document: Document | undefined;
  at: Position;
  /** How many changes the snapshot stands for. */
  snapshotSeq: number;
  /** Bytes behind the last whole line. */
  torn: number;
  damage?: Damage | undefined;
};

/** Reads the snapshot, the chain up to it and the lines behind it. `length` is asked for after the snapshot was read; without it the whole file counts. */
export async function readDocument<D, C>(
  { source, snapshotFile }: DocumentFiles<D, C>,
  length?: () => number,
): Promise<ReadDocument<D>> {
  const { snapshot, damage } = await readSnapshot(snapshotFile, source);
  const handle = await open(source.file, 'r').catch(undefinedIfMissing);
  if (!handle) return asFarAs(snapshot, damage ?? damages.journalMissing);
  try {
    const size = length?.() ?? (await handle.stat()).size;
    return snapshot
      ? await readOn(source, { handle, size }, snapshot)
      : await readWhole(source, { handle, size }, damage);
  } finally {
    await handle.close();
  }
}

type OpenFile = { handle: FileHandle; size: number };

/** With a damaged snapshot too: the journal shows what can be shown. */
async function readWhole<D, C>(
  source: JournalSource<D, C>,
  { handle, size }: OpenFile,
  damage: Damage | undefined,
): Promise<ReadDocument<D>> {
  const read = foldJournal(source, { from: beginning, bytes: await readBytes(handle, 0, size) });
  const nothing = read.document === undefined ? damages.noCreation : undefined;
  return { ...read, damage: damage ?? read.damage ?? nothing, snapshotSeq: 0, torn: size - read.at.offset };
}

/** The lines that the snapshot stands for are checked as well: nothing may be written behind a break. */
async function readOn<D, C>(
  source: JournalSource<D, C>,
  { handle, size }: OpenFile,
  snapshot: Snapshot<D>,
): Promise<ReadDocument<D>> {
  const { at, document } = snapshot;
  if (size < at.offset) return asFarAs(snapshot, damages.journalShort);
  const damage = await checkChain(source, handle, at);
  if (damage) return asFarAs(snapshot, damage);
  const read = foldJournal(source, { from: at, bytes: await readBytes(handle, at.offset, size) }, document);
  return { ...read, snapshotSeq: at.seq, torn: size - read.at.offset };
}

function asFarAs<D>(snapshot: Snapshot<D> | undefined, damage: Damage): ReadDocument<D> {
  const { document, at } = snapshot ?? { document: undefined, at: beginning };
  return { document, at, snapshotSeq: at.seq, torn: 0, damage };
}

function undefinedIfMissing(error: unknown): undefined {
  if (systemCode(error) === 'ENOENT') return undefined;
  throw error;
}
