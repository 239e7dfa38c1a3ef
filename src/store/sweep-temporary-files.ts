import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { hasProcess } from './process-identity.ts';
import type { StoreLog } from './store-log.ts';

const temporaryPattern = /^\..+\.(?<pid>\d+)\.[0-9a-f]{12}\.tmp$/;

/** Removes what a stopped process left half written (names: `temporaryName`). */
export async function sweepTemporaryFiles(folder: string, log: StoreLog): Promise<void> {
  const leftovers = (await readdir(folder)).filter(isLeftover);
  await Promise.all(leftovers.map(name => rm(path.join(folder, name), { force: true })));
  if (leftovers.length > 0) log.warn({ folder, files: leftovers.length }, 'half-written files were removed');
}

/** What another living process is at work on is not a leftover: it may be about to find the lock taken. */
function isLeftover(name: string): boolean {
  const pid = Number(temporaryPattern.exec(name)?.groups?.pid);
  return pid === process.pid || (pid > 0 && !hasProcess(pid));
}
