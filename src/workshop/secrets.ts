import { hash } from 'node:crypto';

/** Read aloud and typed on phones: without 0, O, 1 and I. Thirty-two, so that five bits of a random byte choose evenly. */
const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const codeLength = 6;

export const codePattern = /^[2-9A-HJ-NP-Z]{6}$/;

/** A join or seat code out of at least six random bytes. */
export function codeFrom(bytes: Uint8Array): string {
  if (bytes.length < codeLength) throw new RangeError('a code needs six random bytes');
  return Array.from(bytes.subarray(0, codeLength), byte => letters[byte % letters.length]).join('');
}

/** As people type a code: small letters, spaces and hyphens do not matter. */
export function cleanCode(typed: string): string {
  return typed.replace(/[\s-]/g, '').toUpperCase();
}

/** A token or an id out of random bytes: 32 for a secret, 16 for an id. */
export function tokenFrom(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}

/** What is stored of a secret. Plain SHA-256: the tokens are long and random, nobody guesses them. */
export function hashSecret(secret: string): string {
  return hash('sha256', secret, 'base64url');
}
