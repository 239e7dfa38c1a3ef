import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { fileLimits } from '#assessment/evidence-file.ts';
import { AppError } from '#shared/app-error.ts';

export type Received = { sha256: string; size: number };

/** Writes what comes in and is durable when it settles. Throws AppError `file-too-large` or `malformed`, or the error of the system. */
export async function receiveFile(content: AsyncIterable<Uint8Array>, file: string): Promise<Received> {
  const handle = await open(file, 'wx', 0o600);
  try {
    const received = await writeAll(content, handle);
    await handle.sync();
    return received;
  } finally {
    // What is synced is stored, whatever closing says.
    await handle.close().catch(() => undefined);
  }
}

/** Reads to the end also where it writes no more: a stream that is left halfway holds up the rest of its request. */
async function writeAll(content: AsyncIterable<Uint8Array>, handle: FileHandle): Promise<Received> {
  const hash = createHash('sha256');
  let size = 0;
  let failure: unknown;
  for await (const chunk of unbroken(content)) {
    size += chunk.length;
    if (failure !== undefined || size > fileLimits.bytes) continue;
    hash.update(chunk);
    await handle.writeFile(chunk).catch(error => {
      failure = error;
    });
  }
  if (size > fileLimits.bytes) throw new AppError('file-too-large');
  if (failure !== undefined) throw failure;
  return { sha256: hash.digest('hex'), size };
}

async function* unbroken(content: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  try {
    yield* content;
  } catch (cause) {
    throw cause instanceof AppError ? cause : new AppError('malformed', [], { cause });
  }
}
