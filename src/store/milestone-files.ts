import { mkdir, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { MilestoneAddress, MilestoneFileState, MilestoneStore } from '#report/milestone-store.ts';
import { createJournal } from './create-journal.ts';
import { openFolder } from './open-folder.ts';
import { readFileIfThere } from './read-file-if-there.ts';
import { removeDurably } from './remove-durably.ts';
import { setAsideAltered } from './set-aside-altered.ts';
import { storageFailed } from './storage-failed.ts';
import type { StoreLog } from './store-log.ts';
import { sweepTemporaryFiles } from './sweep-temporary-files.ts';
import { syncFolder } from './sync-folder.ts';
import { systemCode } from './system-error.ts';

/** Larger than any that the program writes: what is larger was put there by somebody. */
const mostBytes = 64 * 1024 * 1024;
const namePattern = /^[A-Za-z0-9_-]{1,64}$/;

/** `milestones/<assessment>/<milestone>.json`; `folder` is the data folder. */
export async function openMilestoneFiles(folder: string, log: StoreLog): Promise<MilestoneStore> {
  const root = path.join(folder, 'milestones');
  await openFolder(root);
  for (const entry of await readdir(root, { withFileTypes: true }))
    if (entry.isDirectory()) await sweepTemporaryFiles(path.join(root, entry.name), log);
  return {
    keep: (address, content) => keep(root, fileOf(root, address), content),
    restore: async (address, content) => {
      await setAsideAltered(fileOf(root, address));
      await keep(root, fileOf(root, address), content);
    },
    discard: async address => {
      const file = fileOf(root, address);
      await removeDurably([file]).catch(error => {
        throw storageFailed(file, error);
      });
    },
    read: address => read(fileOf(root, address)),
    stateOf: (address, size) => stateOf(fileOf(root, address), size),
  };
}

async function keep(root: string, file: string, content: string): Promise<void> {
  try {
    if (await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })) await syncFolder(root);
  } catch (error) {
    throw storageFailed(file, error);
  }
  await createJournal(file, content);
}

async function read(file: string): Promise<Uint8Array | undefined> {
  try {
    if ((await stat(file)).size > mostBytes) throw new Error('larger than any milestone');
    return await readFileIfThere(file);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw storageFailed(file, error);
  }
}

async function stateOf(file: string, size: number): Promise<MilestoneFileState> {
  try {
    return (await stat(file)).size === size ? 'there' : 'altered';
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return 'missing';
    throw storageFailed(file, error);
  }
}

/** Ids come out of checked documents; a bug must not become a path. */
function fileOf(root: string, { assessment, id }: MilestoneAddress): string {
  if (!namePattern.test(assessment) || !namePattern.test(id)) throw new Error('not the id of a milestone');
  return path.join(root, assessment, `${id}.json`);
}
