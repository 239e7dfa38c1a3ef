import path from 'node:path';
import { openFolder } from './open-folder.ts';
import { takeLock } from './process-lock.ts';
import type { StoreLog } from './store-log.ts';
import { sweepTemporaryFiles } from './sweep-temporary-files.ts';

export type DataFolder = { path: string; release: () => Promise<void> };

/** The folder for this process alone until it is released. Throws StoreError where another process has it or it cannot be written. */
export async function openDataFolder(folder: string, log: StoreLog): Promise<DataFolder> {
  const absolute = path.resolve(folder);
  await openFolder(absolute);
  const release = await takeLock(path.join(absolute, 'lock'));
  await sweepTemporaryFiles(absolute, log);
  return { path: absolute, release };
}
