import type { KeptChange, Trail } from '#assessment/assessment-store.ts';
import { AppError } from '#shared/app-error.ts';
import type { Decision } from '#shared/decision.ts';
import type { Text } from '#shared/text.ts';
import { BackgroundSnapshots } from './background-snapshots.ts';
import { beginJournal } from './begin-journal.ts';
import { createJournal } from './create-journal.ts';
import type { Damage } from './damage.ts';
import { type DocumentFiles, documentFiles } from './document-files.ts';
import type { DocumentKind } from './document-kind.ts';
import type { Position } from './journal-line.ts';
import {
  asStored,
  JournaledDocument,
  type JournalHooks,
  type Stand,
  type StoredDocument,
} from './journaled-document.ts';
import type { State } from './prepare-batch.ts';
import { RecentDocuments } from './recent-documents.ts';
import { removeDurably } from './remove-durably.ts';
import { storageFailed } from './storage-failed.ts';
import type { StoreLog } from './store-log.ts';
import { readHistory, readTrailBytes } from './trail.ts';

export type JournalOptions<D, C, S> = {
  folder: string;
  kind: DocumentKind<D, C>;
  log: StoreLog;
  /** What is kept in memory of every document; called before a change is stored. */
  summarise: (document: D, seq: number) => S;
  /** The order of `summaries`. */
  compare: (a: S, b: S) => number;
};

/** `document` and `seq` as far as they could be read. */
export type SetAsideDocument<D> = { id: string; reason: Required<Text>; document: D | undefined; seq: number };

export type ReadResult<D> = { document: D | undefined; at: Position };

/** All documents of a kind in one folder; opened by `open-document-journal.ts`. */
export class DocumentJournal<D, C, S> {
  readonly #options: JournalOptions<D, C, S>;
  readonly #documents = new Map<string, JournaledDocument<D, C, S>>();
  readonly #beingCreated = new Set<string>();
  readonly #setAside = new Map<string, SetAsideDocument<D>>();
  readonly #snapshots: BackgroundSnapshots;
  readonly #hooks: JournalHooks<D, S>;
  #summaries: readonly S[] | undefined;
  #isClosed = false;

  constructor(options: JournalOptions<D, C, S>) {
    const { log, summarise } = options;
    this.#options = options;
    this.#snapshots = new BackgroundSnapshots(log);
    this.#hooks = {
      summarise,
      recent: new RecentDocuments<State<D>>(),
      onStored: id => this.#noteStored(id),
      onDamage: (id, read, damage) => this.setAside(id, read, damage),
    };
  }

  summaries(): readonly S[] {
    this.#summaries ??= Array.from(this.#documents.values(), ({ summary }) => summary).sort(this.#options.compare);
    return this.#summaries;
  }

  documentsSetAside(): SetAsideDocument<D>[] {
    return [...this.#setAside.values()];
  }

  /** Throws AppError `set-aside` when it is found damaged just now, `storage-failed` when it cannot be read. */
  async find(id: string): Promise<StoredDocument<D> | undefined> {
    const state = await this.#documents.get(id)?.state();
    return state && asStored(state);
  }

  /** The document comes to be with its first change. */
  async create(id: string, change: C): Promise<StoredDocument<D>> {
    return this.adopt(id, beginJournal(this.#filesOf(id).source, change));
  }

  /** The document comes to be with its whole history, as it was read and checked elsewhere. */
  async adopt(id: string, { content, state }: { content: string; state: State<D> }): Promise<StoredDocument<D>> {
    const files = this.#filesOf(id);
    const { file } = files.source;
    const summary = this.#options.summarise(state.document, state.at.seq);
    this.#refuseTaken(id, file);
    this.#beingCreated.add(id);
    const stamp = await createJournal(file, content).finally(() => this.#beingCreated.delete(id));
    this.#hooks.recent.set(id, state);
    this.add(files, { end: state.at, summary, snapshotSeq: 0, isChanged: true, stamp });
    this.#noteStored(id);
    return asStored(state);
  }

  /** The journal byte for byte. Throws AppError `not-found`, `set-aside` or `storage-failed`. */
  async journal(id: string): Promise<Buffer> {
    const { trail } = await this.history(id);
    if (!trail.ok) throw new AppError('set-aside');
    return readTrailBytes(this.#filesOf(id).source.file, this.#documents.get(id)?.end);
  }

  /** Decides once, on the newest state; durable when it settles. Throws AppError `not-found`, `set-aside`, `storage-failed`. */
  async commit<Refusal>(
    id: string,
    decide: (document: D) => Decision<C, Refusal>,
  ): Promise<StoredDocument<D> | { refused: Refusal }> {
    const document = this.#documents.get(id);
    if (!document) throw new AppError(this.#setAside.has(id) ? 'set-aside' : 'not-found');
    if (this.#isClosed) throw new AppError('storage-failed');
    return document.commit(decide);
  }

  /** The changes, oldest first, of a document set aside those that could be read, and whether the chain holds; where it does not, the document is set aside. */
  async history(id: string): Promise<{ entries: KeptChange<C>[]; trail: Trail }> {
    const document = this.#documents.get(id);
    if (!document && !this.#setAside.has(id)) throw new AppError('not-found');
    const { source } = this.#filesOf(id);
    const read = await readHistory(source, document?.end).catch(error => {
      throw storageFailed(source.file, error);
    });
    if (document && read.damage) await this.#setAsideNow(document, read.damage);
    const aside = this.#setAside.get(id);
    return {
      entries: read.entries,
      trail: aside ? { ok: false, seq: read.trail.seq, reason: aside.reason } : read.trail,
    };
  }

  /**
   * Deletes the document for good, journal and snapshot, also one that is set aside; again where that failed before.
   * Its id must not be used again: who still reads it would find another document.
   */
  async remove(id: string): Promise<void> {
    const document = this.#documents.get(id);
    const { source, snapshotFile } = this.#filesOf(id);
    this.#documents.delete(id);
    this.#setAside.delete(id);
    this.#summaries = undefined;
    await document?.idle();
    // One that is being written would bring the file back.
    await this.#snapshots.idle();
    this.#hooks.recent.delete(id);
    await removeDurably([snapshotFile, source.file]).catch(error => {
      throw storageFailed(source.file, error);
    });
  }

  /** Waits for the commits under way and writes the snapshots. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const documents = [...this.#documents.values()];
    await Promise.all(documents.map(document => document.idle()));
    for (const document of documents) if (document.isAheadOfSnapshot) this.#snapshots.request(document);
    await this.#snapshots.idle();
  }

  /** For the start: a document as it stands in its files. */
  add(files: DocumentFiles<D, C>, stand: Stand<S>): void {
    const document = new JournaledDocument(files, stand, this.#hooks);
    this.#documents.set(files.source.id, document);
    if (document.isSnapshotDue) this.#snapshots.request(document);
  }

  /** From now on it is shown and never written. */
  setAside(id: string, { document, at }: ReadResult<D>, { reason, cause }: Damage): void {
    this.#options.log.error({ id, reason: reason.en, err: cause }, 'a document is damaged and set aside');
    this.#documents.delete(id);
    this.#setAside.set(id, { id, reason, document, seq: Math.max(0, at.seq) });
    this.#summaries = undefined;
  }

  /** Unless reading it finds the same, or it was removed meanwhile. */
  async #setAsideNow(document: JournaledDocument<D, C, S>, damage: Damage): Promise<void> {
    const { id } = document.files.source;
    const state = await document.state().catch(() => undefined);
    if (this.#documents.get(id) === document)
      this.setAside(id, { document: state?.document, at: document.end }, damage);
  }

  #filesOf(id: string): DocumentFiles<D, C> {
    return documentFiles(this.#options.folder, this.#options.kind, id);
  }

  #noteStored(id: string): void {
    this.#summaries = undefined;
    const document = this.#documents.get(id);
    if (document?.isSnapshotDue) this.#snapshots.request(document);
  }

  #refuseTaken(id: string, file: string): void {
    if (this.#isClosed) throw new AppError('storage-failed');
    if (this.#documents.has(id) || this.#setAside.has(id) || this.#beingCreated.has(id))
      throw storageFailed(file, new Error('there is such a document already'));
  }
}
