import type { KeptChange, Trail } from '#assessment/assessment-store.ts';
import { damages } from './damage.ts';
import { beginning, type JournalSource, type Position } from './journal-line.ts';
import { readFileIfThere } from './read-file-if-there.ts';
import { type JournalEnd, readJournal } from './read-journal.ts';

/** The changes up to `end` or to where the chain breaks, oldest first, and whether it holds; without `end` to the last whole line. */
export async function readHistory<D, C>(
  source: JournalSource<D, C>,
  end?: Position,
): Promise<{ entries: KeptChange<C>[]; trail: Trail }> {
  const entries: KeptChange<C>[] = [];
  const bytes = await readUpTo(source.file, end);
  const read = readJournal(source, { from: beginning, bytes }, (change, { seq, head }) =>
    entries.push({ seq, head, change }),
  );
  return { entries, trail: trailOf(read, end) };
}

/** Checks every line up to `end`, and that the last one is the one the program wrote there. */
export async function checkTrail<D, C>(source: JournalSource<D, C>, end: Position): Promise<Trail> {
  const bytes = await readUpTo(source.file, end);
  return trailOf(
    readJournal(source, { from: beginning, bytes }, () => undefined),
    end,
  );
}

function trailOf({ at, damage }: JournalEnd, end = at): Trail {
  if (!damage && at.head === end.head) return { ok: true, seq: at.seq, head: at.head };
  return { ok: false, seq: Math.max(0, at.seq), reason: (damage ?? damages.otherEnd).reason };
}

async function readUpTo(file: string, end: Position | undefined): Promise<Buffer> {
  return (await readFileIfThere(file))?.subarray(0, end?.offset) ?? Buffer.alloc(0);
}
