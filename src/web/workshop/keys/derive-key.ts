import { createHmac, randomBytes } from 'node:crypto';
import { tokenFrom } from '#workshop/secrets.ts';

/** A secret that nobody can guess, and the same one for the same occasion as long as the program runs. */
export type DeriveKey = (occasion: readonly (string | number)[]) => string;

/** So that a button pressed twice can show the same new key both times, and no key is kept anywhere. */
export function deriveKeys(): DeriveKey {
  const secret = randomBytes(32);
  return occasion => tokenFrom(createHmac('sha256', secret).update(JSON.stringify(occasion)).digest());
}
