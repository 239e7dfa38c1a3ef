import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { createDurably, temporaryName } from './durable-file.ts';
import { StoreError } from './store-error.ts';
import { systemCode } from './system-error.ts';

/** Makes the folder where it is missing and tries whether it can be written: rights do not tell on every system. */
export async function openFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
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
