import { fontCharacters } from '../fonts/font-characters.ts';

/** Choose a form of the sign before them; without them the plain sign stands. */
const variationSelectors = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;
/** Everything that is no sign: controls, marks that turn text around, characters that Unicode will never have. */
const invisible = /[\p{Cc}\p{Cf}\p{Noncharacter_Code_Point}]/gu;
const longWord = /[\x21-\x7e]{25,}/g;
const placeToBreak = '\u200b';

/** Line feeds stay, tabs become spaces, half characters become U+FFFD. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[\t\v\f]/g, ' ')
    .replace(invisible, sign => (sign === '\n' ? sign : ''));
}

/** What the font cannot show is written as its number, `〔U+20BB7〕`, never left out; `missing` collects the numbers. */
export function showMissing(text: string, missing: Set<string>): string {
  const has = fontCharacters();
  return [...text.replace(variationSelectors, '')]
    .map(sign => (isShown(sign, has) ? sign : numberOf(sign, missing)))
    .join('');
}

function isShown(sign: string, has: ReadonlySet<number>): boolean {
  return sign === '\n' || has.has(sign.codePointAt(0) ?? 0);
}

function numberOf(sign: string, missing: Set<string>): string {
  const code = `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  missing.add(code);
  return `〔${code}〕`;
}

/** A checksum or an address has no place to break; in a narrow column it would run over its neighbour. */
export function breakLongWords(text: string): string {
  return text.replace(longWord, word => word.replace(/.{12}(?=.{8})/g, part => part + placeToBreak));
}
