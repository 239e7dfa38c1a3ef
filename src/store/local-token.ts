import { randomBytes } from 'node:crypto';
import { chmod, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { createDurably } from './durable-file.ts';
import { StoreError } from './store-error.ts';
import type { StoreLog } from './store-log.ts';
import { systemCode, unreadableFile } from './system-error.ts';

const tokenPattern = /^[A-Za-z0-9_-]{43}$/;

/** The start token of local mode, made at the first start: 32 random bytes as base64url, readable by the owner alone. */
export async function openLocalToken(folder: string, log: StoreLog): Promise<string> {
  const file = path.join(folder, 'local-token');
  return (await readToken(file, log)) ?? createToken(file);
}

async function createToken(file: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await createDurably(file, token);
  return token;
}

async function readToken(file: string, log: StoreLog): Promise<string | undefined> {
  try {
    await closeToOthers(file, log);
    return checkedToken(file, (await readFile(file, 'utf8')).trim());
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw systemCode(error) ? unreadableFile(file, error) : error;
  }
}

async function closeToOthers(file: string, log: StoreLog): Promise<void> {
  const { mode } = await stat(file);
  // Windows has no such modes; there the folder of the user protects the file.
  if (process.platform === 'win32' || (mode & 0o077) === 0) return;
  await chmod(file, 0o600);
  log.warn({ file }, 'the start token could be read by other users of this machine; now it cannot');
}

function checkedToken(file: string, token: string): string {
  if (tokenPattern.test(token)) return token;
  throw new StoreError('token-unusable', {
    zh: `${file} 不是有效的启动令牌；删除此文件，下次启动会生成新的`,
    en: `${file} holds no start token; delete the file and the next start makes a new one`,
  });
}
