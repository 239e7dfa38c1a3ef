import type { Format } from '../format.ts';

/** A long text as it stands in a table: cut, and the cut is said. Never between the halves of a character. */
export function shortText(text: string, atMost: number, { t }: Format): string {
  const characters = [...text.toWellFormed().slice(0, 2 * atMost + 2)];
  return characters.length <= atMost && text.length <= 2 * atMost
    ? text
    : t('printed.cut', { text: characters.slice(0, atMost).join('') });
}
