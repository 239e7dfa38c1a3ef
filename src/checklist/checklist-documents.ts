import type { Fault } from '#shared/fault.ts';
import type { Checklist } from './checklist-schema.ts';

/** Lines and columns count from 1. */
export type PlacedFault = Fault & { line: number; column: number };
export type ReadChecklist = { ok: true; checklist: Checklist } | { ok: false; faults: PlacedFault[] };
/** `draft`: its areas may be missing, and the rules across parts may be broken. */
export type ReadAs = 'checklist' | 'draft';

/** Where a file is: `ahead` of it wait so many; `share` of it is read, from 0 to 1; put together; checked by the rules. */
export type ReadProgress =
  | { step: 'waiting'; ahead: number }
  | { step: 'reading'; share: number }
  | { step: 'building' }
  | { step: 'checking' };
/** Whoever aborts gets a rejection with the reason of the signal. */
export type ReadOptions = { signal?: AbortSignal; onProgress?: (progress: ReadProgress) => void };

/** A checklist as one document, YAML or JSON. */
export type ChecklistDocuments = {
  /** Reads either; every fault at its place. Throws AppError `documents-busy` where too many are being read. */
  read: (bytes: Uint8Array, as: ReadAs, options?: ReadOptions) => Promise<ReadChecklist>;
  yaml: (checklist: Checklist) => string;
  json: (checklist: Checklist) => string;
};
