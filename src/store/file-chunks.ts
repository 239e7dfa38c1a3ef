import { open } from 'node:fs/promises';
import { readBytes } from './read-bytes.ts';

/** The file in pieces of exactly `length` bytes, the last one shorter. */
export async function* fileChunks(file: string, length: number): AsyncIterable<Buffer> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    for (let at = 0; at < size; at += length) yield await readBytes(handle, at, Math.min(size, at + length));
  } finally {
    await handle.close();
  }
}
