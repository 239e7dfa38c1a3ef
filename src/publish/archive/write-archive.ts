import { hash } from 'node:crypto';
import { once } from 'node:events';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { ZipFile } from 'yazl';
import type { ArchiveContents, ArchivePart } from './archive-part.ts';
import { archivePath } from './archive-path.ts';

export type Archive = {
  parts: Iterable<ArchivePart>;
  /** One after another, each from what stands in the archive by then: lists of contents. */
  closing: readonly ((contents: ArchiveContents) => ArchivePart)[];
  /** The time that every entry bears. */
  at: Date;
  /** The code for what a part threw; `undefined` where the failure has none. */
  reasonOf: (error: unknown, path: string) => string | undefined;
};

const chunkSize = 64 * 1024;

/**
 * Writes a ZIP as it is read: one part in memory at a time, made when the one before has gone out. A part that fails is
 * left out and noted. Rejects when `sink` closes early; no further part is made then.
 */
export async function writeArchive(archive: Archive, sink: Writable): Promise<void> {
  const zip = new ZipFile();
  const stopping = new AbortController();
  zip.on('error', error => stopping.abort(error));
  const sent = pipeline(zip.outputStream, sink).catch(error => {
    stopping.abort(error);
    throw error;
  });
  const filled = fill(zip, archive, stopping.signal).catch(error => {
    sink.destroy(error instanceof Error ? error : new Error('the archive failed'));
    throw error;
  });
  const [sending] = await Promise.allSettled([sent, filled]);
  if (sending.status === 'rejected') throw sending.reason;
  await filled;
}

async function fill(zip: ZipFile, archive: Archive, signal: AbortSignal): Promise<void> {
  const contents: ArchiveContents = { written: [], failed: [] };
  const taken = new Set<string>();
  const add = (part: ArchivePart) => addPart(part, { zip, archive, contents, taken, signal });
  for (const part of archive.parts) await add(part);
  for (const close of archive.closing) await add(close(contents));
  zip.end();
}

type Filling = {
  zip: ZipFile;
  archive: Archive;
  contents: ArchiveContents;
  taken: Set<string>;
  signal: AbortSignal;
};

async function addPart(part: ArchivePart, filling: Filling): Promise<void> {
  const { archive, contents, taken, signal } = filling;
  // Saving and pages have their turn between two parts.
  await nextTurn();
  signal.throwIfAborted();
  const path = archivePath(part.path, taken);
  const { kind } = part;
  const content = await contentOf(part).catch(error => {
    contents.failed.push({ path, kind, reason: archive.reasonOf(error, path) ?? 'failed' });
  });
  if (!content) return;
  await send(content, { path, isPacked: part.isPacked ?? false }, filling);
  contents.written.push({ path, kind, size: content.length, sha256: hash('sha256', content) });
}

async function contentOf({ content }: ArchivePart): Promise<Buffer> {
  const made = await content();
  return typeof made === 'string' ? Buffer.from(made) : Buffer.from(made.buffer, made.byteOffset, made.byteLength);
}

/** Settles when the archive has taken the last of it, which it does no faster than it is read. */
async function send(content: Buffer, as: { path: string; isPacked: boolean }, { zip, archive, signal }: Filling) {
  // The archive keeps every stream to its end, and would keep what is in it.
  const held = { content };
  const stream = Readable.from(chunksOf(held), { objectMode: false });
  const ended = once(stream, 'end', { signal });
  zip.addReadStream(stream, as.path, {
    ...{ mtime: archive.at, mode: 0o100644, compress: !as.isPacked, size: content.length },
  });
  await ended;
  held.content = nothing;
}

const nothing = Buffer.alloc(0);

function* chunksOf(held: { content: Buffer }): Generator<Buffer> {
  for (let start = 0; start < held.content.length; start += chunkSize)
    yield held.content.subarray(start, start + chunkSize);
}
