import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Checklist } from '#checklist/checklist-schema.ts';
import type { PinnedVersion } from '#checklist/checklist-store.ts';
import { type Draft, draftSchema } from '#checklist/draft.ts';
import type { Created, DraftStore, PublishedDraft, Stamp, UnusableChecklist } from '#checklist/draft-store.ts';
import type { Decision } from '#shared/decision.ts';
import { type Checked, check, fault } from '#shared/fault.ts';
import { takeTurns } from '#shared/take-turns.ts';
import { replaceDurably } from './durable-file.ts';
import { openFolder } from './open-folder.ts';
import { removeDurably } from './remove-durably.ts';
import { storageFailed } from './storage-failed.ts';
import type { StoreLog } from './store-log.ts';
import { sweepTemporaryFiles } from './sweep-temporary-files.ts';
import { systemCode } from './system-error.ts';

export type DraftStoreOptions = {
  /** The data folder. */
  folder: string;
  log: StoreLog;
  /** Whether the program has a checklist of this id. */
  isBuiltIn: (id: string) => boolean;
  publish: (checklist: Checklist) => Promise<PinnedVersion>;
};

/** One file a draft, replaced whole with each change. */
export async function openDraftStore(options: DraftStoreOptions): Promise<DraftStore> {
  const folder = path.join(options.folder, 'checklist-drafts');
  await openFolder(folder);
  await sweepTemporaryFiles(folder, options.log);
  const store = new Drafts(folder, options);
  const names = (await readdir(folder)).filter(name => /^[^.].*\.json$/.test(name)).sort();
  for (const name of names) await store.read(name);
  return store;
}

class Drafts implements DraftStore {
  readonly #folder: string;
  readonly #options: DraftStoreOptions;
  readonly #drafts = new Map<string, Draft>();
  readonly #unusable = new Map<string, UnusableChecklist>();
  /** The last revision of those that were taken away since the start. */
  readonly #gone = new Map<string, number>();
  readonly #published = new Map<string, PublishedDraft>();
  readonly #inTurn = takeTurns();

  constructor(folder: string, options: DraftStoreOptions) {
    this.#folder = folder;
    this.#options = options;
  }

  list(): readonly Draft[] {
    return [...this.#drafts.values()].sort((a, b) => a.id.localeCompare(b.id));
  }

  unusable(): readonly UnusableChecklist[] {
    return [...this.#unusable.values()];
  }

  find(id: string): Draft | undefined {
    return this.#drafts.get(id);
  }

  create(checklist: Checklist, stamp: Stamp): Promise<Created> {
    return this.#inTurn(async () => {
      const { id } = checklist;
      if (this.#options.isBuiltIn(id)) return 'taken';
      // Also one that cannot be read: its file is somebody's work.
      if (this.#drafts.has(id) || this.#unusable.has(id)) return 'exists';
      return await this.#write({
        format: 'checklist-draft/1',
        id,
        rev: this.#firstRev(id, stamp),
        ...stamp,
        checklist,
      });
    });
  }

  commit<Refusal>(
    id: string,
    decide: (draft: Draft) => Decision<Checklist, Refusal>,
    stamp: Stamp,
  ): Promise<Draft | { refused: Refusal } | undefined> {
    return this.#inTurn(async () => {
      const draft = this.#drafts.get(id);
      if (!draft) return undefined;
      const decided = decide(draft);
      if ('refused' in decided) return decided;
      return await this.#write({ ...draft, ...stamp, rev: draft.rev + 1, checklist: { ...decided.change, id } });
    });
  }

  publish<Refusal>(
    id: string,
    decide: (draft: Draft) => Decision<Checklist, Refusal>,
  ): Promise<PinnedVersion | { refused: Refusal } | undefined> {
    return this.#inTurn(async () => {
      const draft = this.#drafts.get(id);
      if (!draft) return undefined;
      const decided = decide(draft);
      if ('refused' in decided) return decided;
      const published = await this.#options.publish(decided.change);
      await this.#remove(id);
      this.#published.set(id, { pin: published.pin, rev: draft.rev });
      return published;
    });
  }

  publishedAs(id: string): PublishedDraft | undefined {
    return this.#published.get(id);
  }

  discard(id: string, rev: number): Promise<boolean> {
    return this.#inTurn(async () => {
      if (this.#drafts.get(id)?.rev !== rev) return false;
      await this.#remove(id);
      return true;
    });
  }

  /** For the start. What is no draft stays where it is and is listed. */
  async read(name: string): Promise<void> {
    const id = path.basename(name, '.json');
    const read = await readDraft(path.join(this.#folder, name), id);
    if (read.ok) {
      this.#drafts.set(id, read.value);
      return;
    }
    this.#unusable.set(id, { file: `checklist-drafts/${name}`, faults: read.faults });
    this.#options.log.error({ file: name, faults: read.faults.length }, 'a draft of a checklist is unusable');
  }

  async #write(draft: Draft): Promise<Draft> {
    const file = this.#fileOf(draft.id);
    try {
      await replaceDurably(file, JSON.stringify(draft));
    } catch (error) {
      throw storageFailed(file, error);
    }
    this.#drafts.set(draft.id, draft);
    this.#published.delete(draft.id);
    return draft;
  }

  /** None that a draft of this id has had before: whoever still looks at that one would publish this. */
  #firstRev(id: string, { at }: Stamp): number {
    return Math.max(Date.parse(at), (this.#gone.get(id) ?? 0) + 1);
  }

  async #remove(id: string): Promise<void> {
    const file = this.#fileOf(id);
    try {
      await removeDurably([file]);
    } catch (error) {
      throw storageFailed(file, error);
    }
    this.#gone.set(id, this.#drafts.get(id)?.rev ?? 0);
    this.#drafts.delete(id);
  }

  #fileOf(id: string): string {
    return path.join(this.#folder, `${id}.json`);
  }
}

async function readDraft(file: string, id: string): Promise<Checked<Draft>> {
  try {
    const parsed = check(draftSchema, JSON.parse(await readFile(file, 'utf8')));
    if (!parsed.ok || (parsed.value.id === id && parsed.value.checklist.id === id)) return parsed;
    return { ok: false, faults: [fault(['id'], '与文件不同名', 'is not the name of the file')] };
  } catch (error) {
    const code = systemCode(error);
    return {
      ok: false,
      faults: [
        code === undefined
          ? fault([], '文件已损坏，读不出内容', 'the file is damaged and cannot be read')
          : fault([], `无法读取（${code}）`, `cannot be read (${code})`),
      ],
    };
  }
}
