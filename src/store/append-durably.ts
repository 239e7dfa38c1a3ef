import { type FileHandle, open } from 'node:fs/promises';

/**
 * Writes behind the first `length` bytes, the ones that are known to be whole, and is durable when it settles.
 * What a failed attempt left behind is cut off first; where that fails, nothing is written.
 */
export async function appendDurably(file: string, length: number, lines: string): Promise<void> {
  // "r+" and not "a": a file that someone took away must not begin anew in the middle.
  const handle = await open(file, 'r+');
  try {
    await cutBack(handle, length);
    await appendOrCutBack(handle, length, Buffer.from(lines));
  } finally {
    // What is synced is stored, whatever closing says.
    await handle.close().catch(() => undefined);
  }
}

async function appendOrCutBack(handle: FileHandle, length: number, bytes: Buffer): Promise<void> {
  try {
    await writeWhole(handle, bytes, length);
    await handle.datasync();
  } catch (error) {
    // Tried again before the next append.
    await cutBack(handle, length).catch(() => undefined);
    throw error;
  }
}

/** Cuts off what is behind `length`; throws where the file is shorter. */
export async function cutBack(handle: FileHandle, length: number): Promise<void> {
  const { size } = await handle.stat();
  if (size < length) throw new Error(`the journal has ${size} bytes, not the ${length} that were written`);
  if (size === length) return;
  await handle.truncate(length);
  await handle.sync();
}

async function writeWhole(handle: FileHandle, bytes: Buffer, position: number): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, written, bytes.length - written, position + written);
    written += bytesWritten;
  }
}
