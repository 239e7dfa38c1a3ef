import { randomBytes } from 'node:crypto';
import { codeFrom, tokenFrom } from '#workshop/secrets.ts';

/** A secret of a role or a phone. */
export function newToken(): string {
  return tokenFrom(randomBytes(32));
}

/** An id that says nothing of whom it is given to. */
export function newParticipant(): string {
  return tokenFrom(randomBytes(16));
}

/** A join or seat code. */
export function newCode(): string {
  return codeFrom(randomBytes(6));
}
