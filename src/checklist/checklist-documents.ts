import type { Fault } from '#shared/fault.ts';
import type { Checklist } from './checklist-schema.ts';

/** Lines and columns count from 1. */
export type PlacedFault = Fault & { line: number; column: number };
export type ReadChecklist = { ok: true; checklist: Checklist } | { ok: false; faults: PlacedFault[] };

/** A checklist as one document, YAML or JSON. */
export type ChecklistDocuments = {
  /** Reads either; every fault at its place. */
  read: (bytes: Uint8Array) => ReadChecklist;
  yaml: (checklist: Checklist) => string;
  json: (checklist: Checklist) => string;
};
