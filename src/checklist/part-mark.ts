import { createHash } from 'node:crypto';

/** Tells one state of a part of a draft from another, so that a form knows whether it shows what is stored. */
export function partMark(part: unknown): string {
  return createHash('sha256').update(JSON.stringify(part)).digest('hex').slice(0, 16);
}
