/** One file of an archive. */
export type ArchivePart = {
  /** Folders with `/`; made safe, and told from others of the same name, when it is written. */
  path: string;
  /** What it is, for those who list the contents. */
  kind: string;
  /** Made when its turn comes. What it throws is noted, and the archive goes on without it. */
  content: () => Promise<Uint8Array | string>;
  /** The content cannot be packed any smaller. */
  isPacked?: boolean;
};

type WrittenPart = { path: string; kind: string; size: number; sha256: string };
/** `reason`: a code, `failed` where there is none. */
type FailedPart = { path: string; kind: string; reason: string };
export type ArchiveContents = { written: WrittenPart[]; failed: FailedPart[] };
