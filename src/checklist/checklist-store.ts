import type { Checklist } from './checklist-schema.ts';
import type { UnusableChecklist } from './draft-store.ts';

/** Which bytes of which version: an assessment keeps to them for good. */
export type Pin = { id: string; version: string; sha256: string };
export type PinnedVersion = { pin: Pin; checklist: Checklist };

export interface ChecklistStore {
  /** The newest version of each checklist: those of the program first, the one with most items before the others, then the city's. */
  list(): readonly PinnedVersion[];
  /** Of one checklist, the newest first. */
  versions(id: string): readonly PinnedVersion[];
  /** Whether it comes with the program. */
  isBuiltIn(id: string): boolean;
  /** Files of the city that cannot be used, with what is wrong. */
  unusable(): readonly UnusableChecklist[];
  /** The newest version where none is named; older ones as far as assessments use them. */
  find(id: string, version?: string): PinnedVersion | undefined;
  /** Copies the version into the data folder, once, so that an upgrade of the program never changes an assessment. */
  keep(version: PinnedVersion): Promise<void>;
  /** Throws when the copy is gone or its hash is another. */
  getPinned(pin: Pin): Checklist;
  /** The same as the text whose SHA-256 the pin names. */
  getPinnedText(pin: Pin): string;
}
