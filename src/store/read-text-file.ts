import { lstat, readFile } from 'node:fs/promises';
import { fault } from '#shared/fault.ts';
import type { FileFault, Place } from './file-fault.ts';
import { systemCode } from './system-error.ts';

const maxBytes = 2 * 1024 * 1024;
const start: Place = { line: 1, column: 1 };

export type ReadText = { ok: true; text: string } | { ok: false; faults: FileFault[] };

/** Reads a regular UTF-8 file of at most 2 MB; a byte order mark is dropped, a symbolic link is not followed. */
export async function readTextFile(file: string): Promise<ReadText> {
  try {
    const stats = await lstat(file);
    if (!stats.isFile()) return refused(file, start, '不是普通文件', 'not a regular file');
    if (stats.size > maxBytes) return refused(file, start, '文件超过 2 MB', 'the file is larger than 2 MB');
    return decode(file, await readFile(file));
  } catch (error) {
    return unreadable(file, error);
  }
}

export function unreadable(file: string, error: unknown): { ok: false; faults: FileFault[] } {
  const code = systemCode(error);
  if (code === undefined) throw error;
  return code === 'ENOENT'
    ? refused(file, start, '文件或文件夹不存在', 'no such file or folder')
    : refused(file, start, `无法读取（${code}）`, `cannot be read (${code})`);
}

function decode(file: string, bytes: Buffer): ReadText {
  const text = utf8(bytes);
  if (text !== undefined) return { ok: true, text };
  return refused(file, { line: firstBadLine(bytes), column: 1 }, '不是 UTF-8 编码', 'not UTF-8 text');
}

/** Undefined for what is not UTF-8; a byte order mark is dropped. */
export function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** No character of UTF-8 but the line break holds its byte, so lines can be decoded one by one. */
function firstBadLine(bytes: Buffer): number {
  let line = 1;
  let from = 0;
  for (let to = bytes.indexOf(10); to >= 0 && utf8(bytes.subarray(from, to)) !== undefined; line += 1) {
    from = to + 1;
    to = bytes.indexOf(10, from);
  }
  return line;
}

function refused(file: string, place: Place, zh: string, en: string): { ok: false; faults: FileFault[] } {
  return { ok: false, faults: [{ file, ...place, ...fault([], zh, en) }] };
}
