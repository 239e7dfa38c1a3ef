import { existsSync } from 'node:fs';
import path from 'node:path';
import { hashFile } from './hash-file.ts';
import { renameRetrying } from './rename-retrying.ts';
import { storageFailed } from './storage-failed.ts';
import { syncFolder } from './sync-folder.ts';

/**
 * Makes room for what was kept under this name: what is there instead goes under another name beside it, for somebody to look at. That
 * name has the hash of its content, so two that differ both stay. Nothing where there is no file. Throws AppError `storage-failed`.
 */
export async function setAsideAltered(file: string): Promise<void> {
  try {
    if (!existsSync(file)) return;
    const { dir, name, ext } = path.parse(file);
    const found = await hashFile(file);
    await renameRetrying(file, path.join(dir, `${name}.altered-${found.slice(0, 12)}${ext}`));
    await syncFolder(dir);
  } catch (error) {
    throw storageFailed(file, error);
  }
}
