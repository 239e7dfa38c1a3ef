import type { Decision } from '#shared/decision.ts';
import type { Fault } from '#shared/fault.ts';
import type { Checklist } from './checklist-schema.ts';
import type { PinnedVersion } from './checklist-store.ts';
import type { Draft } from './draft.ts';

export type Stamp = { by: string; at: string };
/** `exists`: there is such a draft; `taken`: the program has a checklist of this id. */
export type Created = Draft | 'exists' | 'taken';

/** What a draft became, and its revision at that moment. */
export type PublishedDraft = { pin: PinnedVersion['pin']; rev: number };

/** A file of a city's checklist or draft that cannot be used as it is. */
export type UnusableChecklist = { file: string; faults: Fault[] };

/** The checklists that a city is writing. Each call is decided on the newest state, one after the other. */
export interface DraftStore {
  /** By id. */
  list(): readonly Draft[];
  unusable(): readonly UnusableChecklist[];
  find(id: string): Draft | undefined;
  create(checklist: Checklist, stamp: Stamp): Promise<Created>;
  /** Undefined: there is no such draft. */
  commit<Refusal>(
    id: string,
    decide: (draft: Draft) => Decision<Checklist, Refusal>,
    stamp: Stamp,
  ): Promise<Draft | { refused: Refusal } | undefined>;
  /** Makes a version of it that never changes, and takes the draft away. */
  publish<Refusal>(
    id: string,
    decide: (draft: Draft) => Decision<Checklist, Refusal>,
  ): Promise<PinnedVersion | { refused: Refusal } | undefined>;
  /** What the last draft of this id became, if it was published since the start of the program. */
  publishedAs(id: string): PublishedDraft | undefined;
  /** False where it is another revision by now. */
  discard(id: string, rev: number): Promise<boolean>;
}
