import { open } from 'node:fs/promises';
import { readBytes } from './read-bytes.ts';

const endSignature = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const entrySignature = 0x02014b50;
/** The end record with the longest comment it may have. */
const endAtMost = 22 + 65_535;
const directoryAtMost = 4 * 1024 * 1024;
const entryHead = 46;

/** Whether the list of contents of a zip names this entry. Nothing is unpacked; a list that cannot be read names nothing. */
export async function zipHasEntry(file: string, name: string): Promise<boolean> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const tail = await readBytes(handle, Math.max(0, size - endAtMost), size);
    const end = tail.lastIndexOf(endSignature);
    if (end < 0 || end + 22 > tail.length) return false;
    const length = tail.readUInt32LE(end + 12);
    const start = tail.readUInt32LE(end + 16);
    if (length > directoryAtMost || start + length > size) return false;
    return namesIn(await readBytes(handle, start, start + length)).has(name);
  } finally {
    await handle.close();
  }
}

function namesIn(directory: Buffer): Set<string> {
  const names = new Set<string>();
  let at = 0;
  while (at + entryHead <= directory.length && directory.readUInt32LE(at) === entrySignature) {
    const nameLength = directory.readUInt16LE(at + 28);
    const rest = directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    names.add(directory.toString('utf8', at + entryHead, at + entryHead + nameLength));
    at += entryHead + nameLength + rest;
  }
  return names;
}
