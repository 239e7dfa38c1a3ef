import { readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { sha256Schema } from '#assessment/evidence-file.ts';
import { replaceDurably } from './durable-file.ts';
import type { StoreLog } from './store-log.ts';
import { systemCode } from './system-error.ts';

const patience = 7 * 86_400_000;

/** Since when nobody has referred to a file, by hash. */
const sinceSchema = z.record(sha256Schema, z.iso.datetime());

type Sweep = {
  root: string;
  referenced: ReadonlySet<string>;
  now: Date;
  log: StoreLog;
  inTurn: <T>(work: () => Promise<T>) => Promise<T>;
};

/** Removes files that were found without a reference seven days ago and still are, unless the same content came in since. */
export async function sweepFiles({ root, referenced, now, log, inTurn }: Sweep): Promise<number> {
  const list = path.join(root, 'unreferenced.json');
  const since = await readSince(list);
  const left: Record<string, string> = {};
  let removed = 0;
  for (const sha256 of await storedHashes(root)) {
    if (referenced.has(sha256)) continue;
    const from = since[sha256] ?? now.toISOString();
    const isDue = now.getTime() - Date.parse(from) >= patience;
    const file = path.join(root, sha256.slice(0, 2), sha256);
    if (isDue && (await inTurn(() => removeOld(file, now)))) removed += 1;
    else left[sha256] = from;
  }
  if (JSON.stringify(left) !== JSON.stringify(since)) await replaceDurably(list, JSON.stringify(left));
  if (removed > 0) log.warn({ files: removed }, 'evidence files that nothing refers to were removed');
  return removed;
}

async function removeOld(file: string, now: Date): Promise<boolean> {
  const { mtimeMs } = await stat(file);
  if (now.getTime() - mtimeMs < patience) return false;
  await rm(file);
  return true;
}

/** A list that is missing or damaged begins anew: files stay longer then, never shorter. */
async function readSince(list: string): Promise<Record<string, string>> {
  try {
    return sinceSchema.catch({}).parse(JSON.parse(await readFile(list, 'utf8')));
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || error instanceof SyntaxError) return {};
    throw error;
  }
}

/** Only what lies where it belongs; anything else that somebody put there is left alone. */
async function storedHashes(root: string): Promise<string[]> {
  const folders = (await readdir(root)).filter(name => /^[0-9a-f]{2}$/.test(name)).sort();
  const names = await Promise.all(folders.map(folder => readdir(path.join(root, folder))));
  return names.flatMap((found, index) =>
    found.filter(name => sha256Schema.safeParse(name).success && name.startsWith(folders[index] ?? '-')).sort(),
  );
}
