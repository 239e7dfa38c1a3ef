import type { EvidenceFile } from './evidence-file.ts';

/** Whether what is on the disk is what was uploaded, as far as its presence and size tell. */
export type FileState = 'whole' | 'missing' | 'altered';

/** Keeps files by the hash of their content: the same content twice is one file. */
export interface EvidenceFileStore {
  /**
   * Reads `content` to its end. Durable when it settles; nothing is left behind when it throws:
   * AppError `file-too-large`, `faulty-input` for what is not accepted (its fault at `file`), `malformed` where the content broke off, `storage-failed`.
   */
  receive(content: AsyncIterable<Uint8Array>, givenName: string): Promise<EvidenceFile>;
  /** The content, compared with its hash before the first byte is handed out. Throws AppError `file-gone`, `file-altered` or `storage-failed`. */
  read(file: EvidenceFile): Promise<AsyncIterable<Uint8Array>>;
  stateOf(file: EvidenceFile): Promise<FileState>;
  /** Removes what nobody has referred to for seven days; gives how many files. `referenced` are hashes. */
  sweep(referenced: ReadonlySet<string>): Promise<number>;
}
