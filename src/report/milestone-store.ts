/** Where the files of milestones are. What is kept is never written again and never deleted. */
export interface MilestoneStore {
  /** The whole file or none at all, durable when it settles. Throws AppError `storage-failed`, also where there is one already. */
  keep(address: MilestoneAddress, content: string): Promise<void>;
  /**
   * What was kept once, again: a file that was altered since is set aside beside it under another name. Throws AppError `storage-failed`.
   */
  restore(address: MilestoneAddress, content: string): Promise<void>;
  /** Takes back what `keep` has just stored and the trail then did not take. */
  discard(address: MilestoneAddress): Promise<void>;
  /** Undefined where there is no such file. Throws AppError `storage-failed`. */
  read(address: MilestoneAddress): Promise<Uint8Array | undefined>;
  /** By its size alone, for lists. */
  stateOf(address: MilestoneAddress, size: number): Promise<MilestoneFileState>;
}

export type MilestoneAddress = { assessment: string; id: string };
export type MilestoneFileState = 'there' | 'altered' | 'missing';
