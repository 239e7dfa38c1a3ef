import { mkdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { createDurably, temporaryName } from './durable-file.ts';
import { StoreError } from './store-error.ts';
import { systemCode } from './system-error.ts';

/** Makes the folder where it is missing and tries whether it can be written: rights do not tell on every system. */
export async function openFolder(folder: string): Promise<void> {
  try {
    await makeFolder(folder);
    const trial = temporaryName(path.join(folder, 'trial'));
    await createDurably(trial, '');
    await rm(trial);
  } catch (error) {
    const code = systemCode(error) ?? String(error);
    throw new StoreError(
      'folder-not-writable',
      { zh: `无法写入文件夹 ${folder}（${code}）`, en: `the folder ${folder} cannot be written (${code})` },
      { cause: error },
    );
  }
}

/** Level by level: Node's own recursive way tries for ever where the system has no place for a folder, such as below /proc. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    if (await isFolder(folder)) return;
    const parent = path.dirname(folder);
    if (systemCode(error) !== 'ENOENT' || (await isFolder(parent)) || parent === folder) throw error;
    await makeFolder(parent);
    await makeFolder(folder);
  }
}

async function isFolder(folder: string): Promise<boolean> {
  const found = await stat(folder).catch(() => undefined);
  return found?.isDirectory() ?? false;
}
