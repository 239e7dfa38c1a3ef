import { readFile } from 'node:fs/promises';
import { systemCode } from './system-error.ts';

/** Undefined where there is no such file. */
export async function readFileIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
