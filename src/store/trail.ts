import type { KeptChange, Trail } from '#assessment/assessment-store.ts';
import { type Damage, damages } from './damage.ts';
import { beginning, type JournalSource, type Position } from './journal-line.ts';
import { readFileIfThere } from './read-file-if-there.ts';
import { readJournal } from './read-journal.ts';
import { storageFailed } from './storage-failed.ts';

export type ReadHistory<C> = { entries: KeptChange<C>[]; trail: Trail; damage: Damage | undefined };

/** The changes up to `end` or to where the chain breaks, oldest first, and whether it holds; without `end` to the last whole line. */
export async function readHistory<D, C>(source: JournalSource<D, C>, end?: Position): Promise<ReadHistory<C>> {
  const entries: KeptChange<C>[] = [];
  const bytes = await readUpTo(source.file, end);
  const { at, damage } = readJournal(source, { from: beginning, bytes }, (change, { seq, head }) =>
    entries.push({ seq, head, change }),
  );
  const otherEnd = at.head === (end ?? at).head ? undefined : damages.otherEnd;
  return { entries, ...judged(at, damage ?? otherEnd) };
}

function judged(at: Position, damage: Damage | undefined): { trail: Trail; damage: Damage | undefined } {
  const seq = Math.max(0, at.seq);
  const trail: Trail = damage ? { ok: false, seq, reason: damage.reason } : { ok: true, seq, head: at.head };
  return { trail, damage };
}

/** The bytes of a trail up to `end`. Throws AppError `storage-failed`. */
export function readTrailBytes(file: string, end: Position | undefined): Promise<Buffer> {
  return readUpTo(file, end).catch(error => {
    throw storageFailed(file, error);
  });
}

async function readUpTo(file: string, end: Position | undefined): Promise<Buffer> {
  return (await readFileIfThere(file))?.subarray(0, end?.offset) ?? Buffer.alloc(0);
}
