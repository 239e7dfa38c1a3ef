import type { Format } from '../format.ts';

const kinds = ['test', 'question', 'objection'] as const;

/** What the page before sent, in words; null for anything else in the address. */
export function sentWords(sent: unknown, { t }: Format): string | null {
  const kind = kinds.find(each => each === sent);
  return kind === undefined ? null : t(`phone.sent.${kind}`);
}
