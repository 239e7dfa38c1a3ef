import { randomBytes } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import path from 'node:path';
import { renameRetrying } from './rename-retrying.ts';
import { syncFolder } from './sync-folder.ts';

/** Fails with EEXIST where the file is there; leaves nothing behind when it fails. */
export async function createDurably(file: string, content: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
    await handle.close();
    await syncFolder(path.dirname(file));
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(file, { force: true });
    throw error;
  }
}

/** Replaces the file whole or not at all. */
export async function replaceDurably(file: string, content: string): Promise<void> {
  const temporary = temporaryName(file);
  await createDurably(temporary, content);
  try {
    await renameRetrying(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(path.dirname(file));
}

/** Never the same twice, so two writers cannot write into each other's file; `sweep-temporary-files.ts` knows the pattern. */
export function temporaryName(file: string): string {
  const name = `.${path.basename(file)}.${process.pid}.${randomBytes(6).toString('hex')}.tmp`;
  return path.join(path.dirname(file), name);
}
