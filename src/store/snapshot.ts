import { hash } from 'node:crypto';
import { Low } from 'lowdb';
import { z } from 'zod';
import { type Damage, damagedSnapshot } from './damage.ts';
import { formatOf } from './document-kind.ts';
import { DurableJsonFile } from './durable-json-file.ts';
import { type JournalSource, type Position, refuseNewerFormat } from './journal-line.ts';

/** A document as it was at a place of its journal. */
export type Snapshot<Document> = { document: Document; at: Position };

const formatSchema = z.looseObject({ format: z.int() });
const snapshotSchema = z.strictObject({
  format: z.int(),
  seq: z.int().min(1),
  offset: z.int().min(2),
  head: z.string(),
  /** Of the document as JSON: a single flipped bit may well be another valid answer. */
  sha256: z.string(),
  document: z.unknown(),
});

/** Neither where there is none or only one of an older format: the journal tells it all. Throws StoreError for a newer format. */
export async function readSnapshot<D, C>(
  file: string,
  source: JournalSource<D, C>,
): Promise<{ snapshot?: Snapshot<D>; damage?: Damage }> {
  try {
    const stored = await readStored(file);
    if (stored === null) return {};
    const { format } = formatSchema.parse(stored);
    refuseNewerFormat(format, { ...source, file });
    return format < formatOf(source.kind) ? {} : { snapshot: parseSnapshot(stored, source) };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError || error instanceof WrongHash)
      return { damage: damagedSnapshot(error) };
    throw error;
  }
}

export async function writeSnapshot<D, C>(
  file: string,
  { kind }: JournalSource<D, C>,
  { document, at }: Snapshot<D>,
): Promise<void> {
  const low = new Low<unknown>(new DurableJsonFile(file), null);
  low.data = { format: formatOf(kind), ...at, sha256: hash('sha256', JSON.stringify(document)), document };
  await low.write();
}

async function readStored(file: string): Promise<unknown> {
  const low = new Low<unknown>(new DurableJsonFile(file), null);
  await low.read();
  return low.data;
}

class WrongHash extends Error {}

function parseSnapshot<D, C>(stored: unknown, { kind }: JournalSource<D, C>): Snapshot<D> {
  const { seq, offset, head, sha256, document } = snapshotSchema.parse(stored);
  if (hash('sha256', JSON.stringify(document)) !== sha256) throw new WrongHash('the document has another hash');
  return { document: kind.documentSchema.parse(document), at: { seq, offset, head } };
}
