import type { Checklist } from './checklist-schema.ts';

/** Which bytes of which version: an assessment keeps to them for good. */
export type Pin = { id: string; version: string; sha256: string };
export type PinnedVersion = { pin: Pin; checklist: Checklist };

export interface ChecklistStore {
  /** The newest version of each checklist, the one with most items first. */
  list(): readonly PinnedVersion[];
  /** The newest version where none is named; older ones as far as assessments use them. */
  find(id: string, version?: string): PinnedVersion | undefined;
  /** Copies the version into the data folder, once, so that an upgrade of the program never changes an assessment. */
  keep(version: PinnedVersion): Promise<void>;
  /** Throws when the copy is gone or its hash is another. */
  getPinned(pin: Pin): Checklist;
  /** The same as the text whose SHA-256 the pin names. */
  getPinnedText(pin: Pin): string;
}
