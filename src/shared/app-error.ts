import type { Fault } from './fault.ts';

/** Everything that is foreseen to go wrong; `web/error-pages.ts` turns a code into a status and words. */
export type ErrorCode =
  | 'malformed'
  | 'faulty-address'
  | 'no-token'
  | 'foreign-origin'
  | 'not-found'
  | 'out-of-scope'
  | 'mark-malformed'
  | 'revision-missing'
  | 'stale-revision'
  | 'faulty-input'
  | 'too-large'
  | 'file-too-large'
  | 'uploads-off'
  | 'file-gone'
  | 'file-altered'
  | 'import-gone'
  | 'milestone-missing'
  | 'milestone-altered'
  | 'minutes-altered'
  | 'too-many-attempts'
  | 'foreign-host'
  | 'set-aside'
  | 'storage-failed'
  | 'final'
  | 'meetings-in-the-way'
  | 'nothing-to-undo'
  | 'no-newer-version'
  | 'version-gone'
  | 'draft-published'
  | 'no-workshop-key'
  | 'unknown-code'
  | 'unknown-seat'
  | 'wrong-role'
  | 'workshop-over'
  | 'not-joinable'
  | 'joining-locked'
  | 'room-full'
  | 'stale-command'
  | 'illegal-step'
  | 'vote-not-counted'
  | 'not-now'
  | 'documents-busy'
  | 'document-too-large'
  | 'document-failed';

export class AppError extends Error {
  readonly code: ErrorCode;
  readonly faults: Fault[];

  constructor(code: ErrorCode, faults: Fault[] = [], options?: ErrorOptions) {
    super(code, options);
    this.name = 'AppError';
    this.code = code;
    this.faults = faults;
  }
}
