import { readFile } from 'node:fs/promises';
import type { Trail } from '#assessment/assessment-store.ts';
import { damages } from './damage.ts';
import { beginning, type JournalSource, type Position } from './journal-line.ts';
import { readJournal } from './read-journal.ts';
import { systemCode } from './system-error.ts';

/** The changes of the first `length` bytes, oldest first, up to where the chain breaks. */
export async function readChanges<D, C>(source: JournalSource<D, C>, length?: number): Promise<C[]> {
  const changes: C[] = [];
  const bytes = (await readIfThere(source.file)).subarray(0, length);
  readJournal(source, { from: beginning, bytes }, change => changes.push(change));
  return changes;
}

/** Checks every line up to `end`, and that the last one is the one the program wrote there. */
export async function checkTrail<D, C>(source: JournalSource<D, C>, end: Position): Promise<Trail> {
  const bytes = (await readIfThere(source.file)).subarray(0, end.offset);
  const { at, damage } = readJournal(source, { from: beginning, bytes }, () => undefined);
  if (!damage && at.head === end.head) return { ok: true, seq: at.seq, head: at.head };
  return { ok: false, seq: Math.max(0, at.seq), reason: (damage ?? damages.otherEnd).reason };
}

async function readIfThere(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}
