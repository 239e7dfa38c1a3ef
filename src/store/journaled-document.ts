import type { TrailHead } from '#assessment/assessment-store.ts';
import { AppError } from '#shared/app-error.ts';
import type { Decision } from '#shared/decision.ts';
import { appendDurably } from './append-durably.ts';
import { CommitQueue, type Waiter } from './commit-queue.ts';
import { type Damage, damages } from './damage.ts';
import type { DocumentFiles } from './document-files.ts';
import { fileStamp } from './file-stamp.ts';
import type { Position } from './journal-line.ts';
import { type Batch, prepareBatch, type State } from './prepare-batch.ts';
import { type ReadDocument, readDocument } from './read-document.ts';
import type { RecentDocuments } from './recent-documents.ts';
import { writeSnapshot } from './snapshot.ts';
import { storageFailed } from './storage-failed.ts';

export type StoredDocument<D> = { document: D } & TrailHead;

/** What is known of a document without having it at hand; `isChanged`: since the start of the program; `stamp`: of the journal that was written just now. */
export type Stand<S> = {
  end: Position;
  summary: S;
  snapshotSeq: number;
  isChanged: boolean;
  stamp?: string | undefined;
};

/** What a document asks of the journal it belongs to. */
export type JournalHooks<D, S> = {
  recent: RecentDocuments<State<D>>;
  summarise: (document: D, seq: number) => S;
  onStored: (id: string) => void;
  onDamage: (id: string, read: ReadDocument<D>, damage: Damage) => void;
};

const changesPerSnapshot = 100;

/** One document: where its journal ends, who waits to change it; the document itself only while it is in use. */
export class JournaledDocument<D, C, S> {
  readonly files: DocumentFiles<D, C>;
  readonly #hooks: JournalHooks<D, S>;
  readonly #queue = new CommitQueue<D, C>(waiters => this.#serve(waiters));
  #end: Position;
  #summary: S;
  #snapshotSeq: number;
  #nextSnapshotSeq: number;
  #isChanged: boolean;
  /** Of the file as it was read or written last. */
  #stamp: string | undefined;

  constructor(
    files: DocumentFiles<D, C>,
    { end, summary, snapshotSeq, isChanged, stamp }: Stand<S>,
    hooks: JournalHooks<D, S>,
  ) {
    this.files = files;
    this.#hooks = hooks;
    this.#end = end;
    this.#summary = summary;
    this.#snapshotSeq = snapshotSeq;
    this.#nextSnapshotSeq = snapshotSeq + changesPerSnapshot;
    this.#isChanged = isChanged;
    this.#stamp = stamp;
  }

  get end(): Position {
    return this.#end;
  }

  get summary(): S {
    return this.#summary;
  }

  get isSnapshotDue(): boolean {
    return this.#end.seq >= this.#nextSnapshotSeq;
  }

  /** Changed since the start and not in a snapshot yet. */
  get isAheadOfSnapshot(): boolean {
    return this.#isChanged && this.#end.seq > this.#snapshotSeq;
  }

  /** The newest durable state. Throws AppError `set-aside` or `storage-failed`. */
  async state(): Promise<State<D>> {
    const { recent } = this.#hooks;
    for (;;) {
      const known = recent.get(this.files.source.id) ?? (await this.#read());
      // While it was read, changes may have been stored.
      if (known.at.seq !== this.#end.seq) continue;
      recent.set(this.files.source.id, known);
      return known;
    }
  }

  commit<Refusal>(decide: (document: D) => Decision<C, Refusal>): Promise<StoredDocument<D> | { refused: Refusal }> {
    return new Promise((resolve, reject) => {
      let refusal: { refused: Refusal } | undefined;
      this.#queue.push({
        decide: document => {
          const decision = decide(document);
          if ('change' in decision) return decision.change;
          refusal = decision;
          return undefined;
        },
        settle: after => resolve(refusal ?? asStored(after)),
        fail: reject,
      });
    });
  }

  async writeSnapshot(): Promise<void> {
    this.#nextSnapshotSeq = this.#end.seq + changesPerSnapshot;
    const state = await this.state();
    await writeSnapshot(this.files.snapshotFile, this.files.source, state);
    this.#snapshotSeq = state.at.seq;
  }

  /** When nobody waits for a commit. */
  idle(): Promise<void> {
    return this.#queue.idle();
  }

  async #serve(waiters: Waiter<D, C>[]): Promise<void> {
    const batch = prepareBatch(this.files.source.kind, await this.#stateToWriteBehind(), waiters);
    if (batch.lines !== '') await this.#store(batch);
    for (const settle of batch.settlements) settle();
  }

  /** The whole journal is checked before the first change is put behind it, and again when somebody else has touched the file. */
  async #stateToWriteBehind(): Promise<State<D>> {
    const stamp = await this.#readStamp();
    if (stamp === this.#stamp) return this.state();
    const state = await this.#read();
    this.#hooks.recent.set(this.files.source.id, state);
    this.#stamp = stamp;
    return state;
  }

  async #store({ lines, after }: Batch<D>): Promise<void> {
    const { recent, summarise, onStored } = this.#hooks;
    const { id, file } = this.files.source;
    const summary = summarise(after.document, after.at.seq);
    await appendDurably(file, this.#end.offset, lines).catch(error => {
      throw storageFailed(file, error);
    });
    this.#end = after.at;
    this.#summary = summary;
    this.#isChanged = true;
    recent.set(id, after);
    // It is stored; without a stamp it is only read again.
    this.#stamp = await fileStamp(file).catch(() => undefined);
    onStored(id);
  }

  async #readStamp(): Promise<string> {
    const { file } = this.files.source;
    return fileStamp(file).catch(error => {
      throw storageFailed(file, error);
    });
  }

  async #read(): Promise<State<D>> {
    const { source } = this.files;
    let end = this.#end;
    const lengthNow = () => {
      end = this.#end;
      return end.offset;
    };
    const read = await readDocument(this.files, lengthNow).catch(error => {
      throw storageFailed(source.file, error);
    });
    const { document, at, damage } = read;
    if (!damage && document !== undefined && at.head === end.head) return { document, at };
    this.#hooks.onDamage(source.id, read, damage ?? (at.seq < end.seq ? damages.journalShort : damages.otherEnd));
    throw new AppError('set-aside');
  }
}

export function asStored<D>({ document, at: { seq, head } }: State<D>): StoredDocument<D> {
  return { document, seq, head };
}
