import { hash } from 'node:crypto';
import { mkdir, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { checkMinutes } from '#workshop/check-minutes.ts';
import type { Minutes } from '#workshop/minutes.ts';
import type { BroughtMinutes, MinutesStore } from '#workshop/minutes-store.ts';
import { summariseMinutes } from '#workshop/summarise-minutes.ts';
import { createJournal } from './create-journal.ts';
import { openFolder } from './open-folder.ts';
import { readFileIfThere } from './read-file-if-there.ts';
import { setAsideAltered } from './set-aside-altered.ts';
import { storageFailed } from './storage-failed.ts';
import type { StoreLog } from './store-log.ts';
import { sweepTemporaryFiles } from './sweep-temporary-files.ts';
import { syncFolder } from './sync-folder.ts';
import { systemCode } from './system-error.ts';

/** Larger than any that is taken. */
const mostBytes = 16 * 1024 * 1024;
const folderPattern = /^[A-Za-z0-9_-]{1,64}$/;
const filePattern = /^([0-9a-f]{64})\.json$/;
const hashPattern = /^[0-9a-f]{64}$/;

/** `minutes/<assessment>/<sha256 of the file>.json`; `folder` is the data folder. */
export async function openMinutesFiles(folder: string, log: StoreLog): Promise<MinutesStore> {
  const root = path.join(folder, 'minutes');
  await openFolder(root);
  const known = new Map<string, BroughtMinutes[]>();
  for (const entry of await readdir(root, { withFileTypes: true }))
    if (entry.isDirectory() && folderPattern.test(entry.name))
      known.set(entry.name, await readFolder(root, entry.name, log));
  const list = (assessment: string) => known.get(assessment) ?? [];
  const enter = (assessment: string, entry: BroughtMinutes) => {
    const others = list(assessment).filter(each => each.sha256 !== entry.sha256);
    known.set(assessment, [...others, entry].toSorted(byAge));
  };
  const readListed = async (assessment: string, sha256: string) => {
    const found = list(assessment).some(each => each.sha256 === sha256 && each.state === 'whole');
    if (!found) return undefined;
    const kept = await read(fileOf(root, assessment, sha256), { assessment, sha256 });
    if (!kept) enter(assessment, { sha256, state: 'altered' });
    return kept;
  };
  return {
    list,
    titleOf: workshop => titleOf([...known.values()].flat(), workshop),
    read: readListed,
    keep: async (assessment, content) => {
      const sha256 = hash('sha256', content);
      const named = { assessment, sha256 };
      const kept = wholeOf(content, named);
      if (!kept) throw new Error('these are no minutes of the assessment');
      const file = fileOf(root, assessment, sha256);
      if (!(await read(file, named))) await write(root, file, content);
      enter(assessment, broughtOf(sha256, kept));
    },
  };
}

type Named = { assessment: string; sha256: string };

async function readFolder(root: string, assessment: string, log: StoreLog): Promise<BroughtMinutes[]> {
  await sweepTemporaryFiles(path.join(root, assessment), log);
  const found: BroughtMinutes[] = [];
  for (const name of await readdir(path.join(root, assessment))) {
    const sha256 = filePattern.exec(name)?.[1];
    if (sha256 === undefined) continue;
    const kept = await read(path.join(root, assessment, name), { assessment, sha256 }).catch(() => undefined);
    if (!kept) log.error({ id: assessment, sha256 }, 'minutes that were brought along are altered');
    found.push(kept ? broughtOf(sha256, kept.minutes) : { sha256, state: 'altered' });
  }
  return found.sort(byAge);
}

async function read(file: string, named: Named): Promise<{ minutes: Minutes; content: string } | undefined> {
  try {
    if ((await stat(file)).size > mostBytes) return undefined;
    const content = (await readFileIfThere(file))?.toString('utf8');
    const minutes = content === undefined ? undefined : wholeOf(content, named);
    return content !== undefined && minutes ? { minutes, content } : undefined;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw storageFailed(file, error);
  }
}

/** Undefined for what is not the content of that hash. */
function wholeOf(content: string, { assessment, sha256 }: Named): Minutes | undefined {
  if (hash('sha256', content) !== sha256) return undefined;
  const checked = checkMinutes(JSON.parse(content), assessment);
  return checked.ok ? checked.value : undefined;
}

async function write(root: string, file: string, content: string): Promise<void> {
  try {
    if (await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })) await syncFolder(root);
  } catch (error) {
    throw storageFailed(file, error);
  }
  await setAsideAltered(file);
  await createJournal(file, content);
}

function broughtOf(sha256: string, minutes: Minutes): BroughtMinutes {
  return { sha256, state: 'whole', summary: summariseMinutes(minutes) };
}

function byAge(a: BroughtMinutes, b: BroughtMinutes): number {
  return ageOf(a) < ageOf(b) ? -1 : 1;
}

/** Versions of the same workshop by when they ended. */
function ageOf(brought: BroughtMinutes): string {
  if (brought.state === 'altered') return brought.sha256;
  const { createdAt, finishedAt = '' } = brought.summary;
  return `${createdAt} ${finishedAt} ${brought.sha256}`;
}

function titleOf(all: readonly BroughtMinutes[], workshop: string): string | undefined {
  const latest = all.findLast(each => each.state === 'whole' && each.summary.id === workshop);
  return latest?.state === 'whole' ? latest.summary.title : undefined;
}

/** Ids and hashes come out of checked documents; a bug must not become a path. */
function fileOf(root: string, assessment: string, sha256: string): string {
  if (!folderPattern.test(assessment) || !hashPattern.test(sha256)) throw new Error('not the id of minutes');
  return path.join(root, assessment, `${sha256}.json`);
}
