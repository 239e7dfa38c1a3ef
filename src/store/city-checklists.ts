import { hash } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseChecklist } from '#checklist/check-checklist.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import type { PinnedVersion } from '#checklist/checklist-store.ts';
import type { UnusableChecklist } from '#checklist/draft-store.ts';
import { hashChecklist } from '#checklist/hash-checklist.ts';
import { type Fault, fault } from '#shared/fault.ts';
import { createDurably } from './durable-file.ts';
import { openFolder } from './open-folder.ts';
import { storageFailed } from './storage-failed.ts';
import type { StoreLog } from './store-log.ts';
import { sweepTemporaryFiles } from './sweep-temporary-files.ts';
import { syncFolder } from './sync-folder.ts';
import { systemCode } from './system-error.ts';

const filePattern = /^\d+\.\d+\.\d+-[0-9a-f]{12}\.json$/;

/** Reads every version that the city published. One that is faulty is listed with its faults and stops nothing. */
export async function openCityChecklists(dataFolder: string, log: StoreLog): Promise<CityChecklists> {
  const folder = path.join(dataFolder, 'city-checklists');
  await openFolder(folder);
  const city = new CityChecklists(folder, log);
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.filter(one => one.isDirectory())) {
    const ofOneId = path.join(folder, entry.name);
    await sweepTemporaryFiles(ofOneId, log);
    const names = (await readdir(ofOneId)).filter(name => filePattern.test(name)).sort();
    for (const name of names) await city.read(path.join(ofOneId, name));
  }
  return city;
}

/** Published versions, `<id>/<version>-<start of the SHA-256>.json`: written once, never again. */
export class CityChecklists {
  readonly #folder: string;
  readonly #log: StoreLog;
  readonly #versions: PinnedVersion[] = [];
  readonly #unusable: UnusableChecklist[] = [];

  constructor(folder: string, log: StoreLog) {
    this.#folder = folder;
    this.#log = log;
  }

  versions(): readonly PinnedVersion[] {
    return this.#versions;
  }

  unusable(): readonly UnusableChecklist[] {
    return this.#unusable;
  }

  /** Durable when it settles. Callers see to it that the version is a new one. */
  async publish(checklist: Checklist): Promise<PinnedVersion> {
    const { id, version } = checklist;
    const { content, sha256 } = hashChecklist(checklist);
    const file = path.join(this.#folder, id, `${version}-${sha256.slice(0, 12)}.json`);
    await this.#write(file, content);
    const published = { pin: { id, version, sha256 }, checklist };
    this.#versions.push(published);
    return published;
  }

  /** For the start. */
  async read(file: string): Promise<void> {
    const content = await readFile(file).catch(error => systemCode(error) ?? String(error));
    const read = typeof content === 'string' ? [unreadable(content)] : this.#take(file, content);
    if (read.length === 0) return;
    const name = path.relative(this.#folder, file).replaceAll('\\', '/');
    this.#unusable.push({ file: `city-checklists/${name}`, faults: read });
    this.#log.error({ file, faults: read.length }, "a city's checklist is unusable");
  }

  /** Gives what is wrong with it. */
  #take(file: string, content: Buffer): Fault[] {
    const sha256 = hash('sha256', content);
    if (!path.basename(file, '.json').endsWith(sha256.slice(0, 12))) return [altered];
    const parsed = parseChecklist(parsedJson(content));
    if (!parsed.ok) return parsed.faults;
    const { id, version } = parsed.value;
    if (path.basename(path.dirname(file)) !== id) return [misplaced];
    this.#versions.push({ pin: { id, version, sha256 }, checklist: parsed.value });
    return [];
  }

  /** The same bytes may be there from a publication that was cut off before its draft went. */
  async #write(file: string, content: string): Promise<void> {
    try {
      if (await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })) await syncFolder(this.#folder);
      await createDurably(file, content);
    } catch (error) {
      throw storageFailed(file, error);
    }
  }
}

function parsedJson(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString('utf8'));
  } catch {
    return undefined;
  }
}

const altered = fault([], '文件已被改动，与发布时的不一致', 'the file was altered after it was published');
const misplaced = fault(['id'], '与所在文件夹不同名', 'is not the name of its folder');

function unreadable(code: string): Fault {
  return fault([], `无法读取（${code}）`, `cannot be read (${code})`);
}
