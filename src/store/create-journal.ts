import { existsSync } from 'node:fs';
import { replaceDurably } from './durable-file.ts';
import { fileStamp } from './file-stamp.ts';
import { storageFailed } from './storage-failed.ts';

/**
 * The file with all its content or none at all, even if the power goes: so an empty one was emptied by somebody.
 * Gives its stamp. Throws AppError `storage-failed`, also where the file is there; two at once have to be kept apart
 * by the one who calls.
 */
export async function createJournal(file: string, content: string): Promise<string | undefined> {
  try {
    if (existsSync(file)) throw new Error('the file is there already');
    await replaceDurably(file, content);
  } catch (error) {
    throw storageFailed(file, error);
  }
  // It is stored; without a stamp it is only read again.
  return fileStamp(file).catch(() => undefined);
}
