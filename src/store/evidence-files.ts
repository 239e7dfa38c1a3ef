import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import type { EvidenceFile, EvidenceFileType } from '#assessment/evidence-file.ts';
import { evidenceFileName } from '#assessment/evidence-file-name.ts';
import type { EvidenceFileStore, FileState } from '#assessment/evidence-file-store.ts';
import { AppError } from '#shared/app-error.ts';
import { takeTurns } from '#shared/take-turns.ts';
import { hashFile } from './hash-file.ts';
import { openFolder } from './open-folder.ts';
import { receiveFile } from './receive-file.ts';
import { renameRetrying } from './rename-retrying.ts';
import { storageFailed } from './storage-failed.ts';
import type { StoreLog } from './store-log.ts';
import { sweepFiles } from './sweep-files.ts';
import { syncFolder } from './sync-folder.ts';
import { systemCode } from './system-error.ts';

export type EvidenceFilesOptions = {
  /** The data folder. */
  folder: string;
  log: StoreLog;
  now: () => Date;
  /** Tells what the content is. Throws AppError `faulty-input` for what is not kept as evidence. */
  sniff: (file: string, about: { size: number; givenName: string }) => Promise<EvidenceFileType>;
};

/** `files/<the first two digits>/<sha256>`; what is being received stands in `files/incoming`, which the start empties. */
export async function openEvidenceFiles({ folder, log, now, sniff }: EvidenceFilesOptions): Promise<EvidenceFileStore> {
  const root = path.join(folder, 'files');
  const incoming = path.join(root, 'incoming');
  await rm(incoming, { recursive: true, force: true });
  await openFolder(incoming);
  // A file is not taken away while the same content comes in again.
  const inTurn = takeTurns();

  async function receive(content: AsyncIterable<Uint8Array>, givenName: string): Promise<EvidenceFile> {
    const temporary = path.join(incoming, randomBytes(12).toString('hex'));
    try {
      const { sha256, size } = await receiveFile(content, temporary);
      const type = await sniff(temporary, { size, givenName });
      await inTurn(() => place(temporary, { root, sha256, size, now: now() }));
      return { sha256, name: evidenceFileName(givenName, type), size, type };
    } catch (error) {
      throw error instanceof AppError ? error : systemCode(error) ? storageFailed(temporary, error) : error;
    } finally {
      await rm(temporary, { force: true });
    }
  }

  return {
    receive,
    read: file => readChecked(placeOf(root, file.sha256), file),
    stateOf: file => stateOf(placeOf(root, file.sha256), file.size),
    sweep: referenced => sweepFiles({ root, referenced, now: now(), log, inTurn }),
  };
}

type Placing = { root: string; sha256: string; size: number; now: Date };

/** Where the same content is there already it counts as new again, so that the sweep lets it be. */
async function place(temporary: string, { root, sha256, size, now }: Placing): Promise<void> {
  const file = placeOf(root, sha256);
  const folder = path.dirname(file);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await stateOf(file, size)) !== 'whole' || (await hashFile(file)) !== sha256)
    await renameRetrying(temporary, file);
  await utimes(file, now, now);
  await syncFolder(folder);
  await syncFolder(root);
}

function placeOf(root: string, sha256: string): string {
  return path.join(root, sha256.slice(0, 2), sha256);
}

async function stateOf(file: string, size: number): Promise<FileState> {
  try {
    const found = await stat(file);
    return found.isFile() && found.size === size ? 'whole' : 'altered';
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return 'missing';
    throw storageFailed(file, error);
  }
}

/** Read twice: what was altered on the disk is not handed out as the evidence that somebody uploaded. */
async function readChecked(file: string, { sha256, size }: EvidenceFile): Promise<AsyncIterable<Uint8Array>> {
  const state = await stateOf(file, size);
  if (state === 'missing') throw new AppError('file-gone');
  if (state === 'altered') throw new AppError('file-altered');
  const found = await hashFile(file).catch(error => {
    throw storageFailed(file, error);
  });
  if (found !== sha256) throw new AppError('file-altered');
  return createReadStream(file);
}
