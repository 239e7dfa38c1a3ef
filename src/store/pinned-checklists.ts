import { hash } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseChecklist } from '#checklist/check-checklist.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import type { Pin, PinnedVersion } from '#checklist/checklist-store.ts';
import { hashChecklist } from '#checklist/hash-checklist.ts';
import { AppError } from '#shared/app-error.ts';
import { type Fault, fault } from '#shared/fault.ts';
import type { Text } from '#shared/text.ts';
import { replaceDurably } from './durable-file.ts';
import { openFolder } from './open-folder.ts';
import { storageFailed } from './storage-failed.ts';
import { StoreError } from './store-error.ts';
import type { StoreLog } from './store-log.ts';
import { sweepTemporaryFiles } from './sweep-temporary-files.ts';
import { syncFolder } from './sync-folder.ts';
import { unreadableFile } from './system-error.ts';

const copyPattern = /^\d+\.\d+\.\d+-[0-9a-f]{12}\.json$/;

/** Reads every copy in the data folder. Only an I/O error throws: a copy that is unusable stops those who need it. */
export async function openPinnedChecklists(dataFolder: string, log: StoreLog): Promise<PinnedChecklists> {
  const folder = path.join(dataFolder, 'checklists');
  await openFolder(folder);
  const pinned = new PinnedChecklists(folder, log);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const ofOneId = path.join(folder, entry.name);
    await sweepTemporaryFiles(ofOneId, log);
    const copies = (await readdir(ofOneId)).filter(name => copyPattern.test(name));
    for (const name of copies.sort()) await pinned.read(path.join(ofOneId, name));
  }
  return pinned;
}

/** Copies of the checklist versions that assessments use: `<id>/<version>-<start of the hash>.json`. */
export class PinnedChecklists {
  readonly #folder: string;
  readonly #log: StoreLog;
  readonly #checklists = new Map<Pin['sha256'], Checklist>();
  readonly #unusable = new Map<string, Required<Text>>();

  constructor(folder: string, log: StoreLog) {
    this.#folder = folder;
    this.#log = log;
  }

  find(id: string, version: string): PinnedVersion | undefined {
    for (const [sha256, checklist] of this.#checklists)
      if (checklist.id === id && checklist.version === version) return { pin: { id, version, sha256 }, checklist };
    return undefined;
  }

  /** Throws StoreError with the name of the file. */
  get(pin: Pin): Checklist {
    const checklist = this.#checklists.get(pin.sha256);
    if (checklist) return checklist;
    const file = this.#fileOf(pin);
    const { zh, en } = this.#unusable.get(file) ?? { zh: '缺失', en: 'is missing' };
    throw new StoreError('checklist-copy-unusable', {
      zh: `检查表副本 ${file} ${zh}；请从备份恢复`,
      en: `the copy of the checklist, ${file}, ${en}; restore it from a backup`,
    });
  }

  /** Durable when it settles. A copy that was altered is put right: its name says what it was. */
  async keep({ pin, checklist }: PinnedVersion): Promise<void> {
    if (this.#checklists.has(pin.sha256)) return;
    const { content, sha256 } = hashChecklist(checklist);
    if (sha256 !== pin.sha256) throw new AppError('faulty-input', [otherChecklist(pin)]);
    await this.#write(this.#fileOf(pin), content);
    this.#checklists.set(sha256, checklist);
  }

  /** For the start. */
  async read(file: string): Promise<void> {
    const content = await readFile(file).catch(error => {
      throw unreadableFile(file, error);
    });
    const sha256 = hash('sha256', content);
    const parsed = path.basename(file, '.json').endsWith(sha256.slice(0, 12))
      ? parseChecklist(JSON.parse(content.toString('utf8')))
      : undefined;
    if (parsed?.ok) this.#checklists.set(sha256, parsed.value);
    else this.#noteUnusable(file, parsed ? outdated : altered);
  }

  async #write(file: string, content: string): Promise<void> {
    try {
      if (await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })) await syncFolder(this.#folder);
      await replaceDurably(file, content);
    } catch (error) {
      throw storageFailed(file, error);
    }
  }

  #noteUnusable(file: string, reason: Required<Text>): void {
    this.#unusable.set(file, reason);
    this.#log.error({ file, reason: reason.en }, 'a copy of a checklist is unusable');
  }

  #fileOf({ id, version, sha256 }: Pin): string {
    return path.join(this.#folder, id, `${version}-${sha256.slice(0, 12)}.json`);
  }
}

function otherChecklist({ id, version }: Pin): Fault {
  return fault(
    ['checklist'],
    `检查表 ${id} ${version} 的内容与评价所依据的不同`,
    `the checklist ${id} ${version} is not the one that the assessment stands on`,
  );
}

const altered = { zh: '已被改动', en: 'was altered' };
const outdated = { zh: '不符合本程序的检查表规则', en: 'breaks the rules for checklists of this program' };
