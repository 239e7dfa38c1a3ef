import { cleanCode } from '#workshop/secrets.ts';

const longestTyped = 40;

/** A code as somebody typed it: full-width letters, small ones, spaces and hyphens are all right. Empty for what is no text. */
export function typedCode(typed: unknown): string {
  return typeof typed === 'string' ? cleanCode(typed.slice(0, longestTyped).normalize('NFKC')) : '';
}
