import { rm } from 'node:fs/promises';
import path from 'node:path';
import { syncFolder } from './sync-folder.ts';

/** Removes what is there of these files of one folder; they stay removed if the power goes. */
export async function removeDurably(files: readonly string[]): Promise<void> {
  await Promise.all(files.map(file => rm(file, { force: true })));
  const [first] = files;
  if (first !== undefined) await syncFolder(path.dirname(first));
}
