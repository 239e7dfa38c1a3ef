import { constants, copyFile, link, readFile, rm } from 'node:fs/promises';
import { createDurably, temporaryName } from './durable-file.ts';
import { isRunning, ownIdentity, type ProcessIdentity, processIdentitySchema } from './process-identity.ts';
import { StoreError } from './store-error.ts';
import { systemCode } from './system-error.ts';

/** Takes the lock, also from a process that is gone. Gives the function that lets it go. */
export async function takeLock(file: string): Promise<() => Promise<void>> {
  const own = JSON.stringify(await ownIdentity());
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (await isPlaced(file, own)) return () => release(file, own);
    const held = await readIfThere(file);
    if (held === null) continue;
    const holder = parseHolder(file, held);
    if (await isRunning(holder)) throw alreadyRunning(file, holder.pid);
    await removeStale(file, held);
  }
  throw alreadyRunning(file, null);
}

/** The lock appears with its content or not at all; never two of them. */
async function isPlaced(file: string, content: string): Promise<boolean> {
  const temporary = temporaryName(file);
  await createDurably(temporary, content);
  try {
    await link(temporary, file).catch(error => copyWhereNoLinks(error, temporary, file));
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(temporary, { force: true });
  }
}

async function copyWhereNoLinks(error: unknown, from: string, to: string): Promise<void> {
  if (systemCode(error) === 'EEXIST') throw error;
  await copyFile(from, to, constants.COPYFILE_EXCL);
}

/** Two processes may find the same stale lock: only one at a time removes it, and only while it is still that one. */
async function removeStale(file: string, stale: string): Promise<void> {
  const letGo = await takeLock(`${file}.takeover`);
  try {
    if ((await readIfThere(file)) === stale) await rm(file);
  } finally {
    await letGo();
  }
}

async function release(file: string, own: string): Promise<void> {
  if ((await readIfThere(file)) === own) await rm(file, { force: true });
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
}

function parseHolder(file: string, content: string): ProcessIdentity {
  try {
    return processIdentitySchema.parse(JSON.parse(content));
  } catch (error) {
    throw new StoreError(
      'lock-unreadable',
      {
        zh: `锁文件 ${file} 无法识别；请确认没有其他韧城程序使用该文件夹，然后删除此文件`,
        en: `the lock file ${file} makes no sense; make sure that no other Rencheng uses the folder, then delete this file`,
      },
      { cause: error },
    );
  }
}

function alreadyRunning(file: string, pid: number | null): StoreError {
  const who = pid === null ? { zh: '', en: '' } : { zh: `（进程号 ${pid}）`, en: ` (process ${pid})` };
  return new StoreError('already-running', {
    zh: `另一个韧城程序${who.zh}正在使用此数据文件夹；如果它并不是韧城，请删除锁文件 ${file}`,
    en: `another Rencheng${who.en} uses this data folder; if that process is something else, delete the lock file ${file}`,
  });
}
