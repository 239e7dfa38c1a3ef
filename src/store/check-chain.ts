import type { FileHandle } from 'node:fs/promises';
import { type Damage, damages } from './damage.ts';
import { formatOf } from './document-kind.ts';
import { beginning, type JournalSource, type Position, positionAfter, readLine } from './journal-line.ts';
import { readBytes } from './read-bytes.ts';

const lineBreak = 0x0a;
/** A journal may be longer than should stand in memory at once. */
const bytesAtATime = 1_048_576;

/**
 * Whether every line up to `end` carries the hash of the line before it, and `end` that of the last one. What the
 * changes say is not read: it was when the hash at `end` was made, so this costs little more than the hashing.
 */
export async function checkChain<D, C>(
  source: JournalSource<D, C>,
  handle: FileHandle,
  end: Position,
): Promise<Damage | undefined> {
  let at = beginning;
  let bytes: Buffer = Buffer.alloc(0);
  for (let from = 0; from < end.offset; from += bytesAtATime) {
    const read = await readBytes(handle, from, Math.min(end.offset, from + bytesAtATime));
    bytes = bytes.length > 0 ? Buffer.concat([bytes, read]) : read;
    const checked = checkLines(source, at, bytes);
    if (checked.damage) return checked.damage;
    bytes = bytes.subarray(checked.at.offset - at.offset);
    at = checked.at;
  }
  return at.offset === end.offset && at.seq === end.seq && at.head === end.head ? undefined : damages.snapshotElsewhere;
}

/** The whole lines among the bytes, which begin at `from`. */
function checkLines<D, C>(
  source: JournalSource<D, C>,
  from: Position,
  bytes: Buffer,
): { at: Position; damage?: Damage | undefined } {
  let at = from;
  let start = 0;
  for (let end = bytes.indexOf(lineBreak); end >= 0; end = bytes.indexOf(lineBreak, start)) {
    const line = bytes.subarray(start, end);
    const damage = followsAsWritten(source, at, line) ? undefined : readLine(source, at, line).damage;
    if (damage) return { at, damage };
    at = positionAfter(at, line);
    start = end + 1;
  }
  return { at };
}

/** Begins byte for byte as `changeLine` writes it; any other line has to be read. */
function followsAsWritten<D, C>({ kind }: JournalSource<D, C>, { seq, head }: Position, line: Buffer): boolean {
  if (seq < 0) return false;
  const begin = `{"v":${formatOf(kind)},"seq":${seq + 1},"prev":"${head}","change":`;
  return line.toString('latin1', 0, begin.length) === begin;
}
