import { cleanText } from './clean-text.ts';

type Room = { width: number; size: number; lines: number };
type Piece = { text: string; width: number };

/** Lines of at most `width` at a letter height of `size`; what does not fit ends with "…", so that a cut is seen. */
export function wrapText(text: string, { width, size, lines }: Room): string[] {
  const room = width / size;
  const wrapped: Piece[] = [];
  for (const piece of piecesOf(cleanText(text), room)) {
    const line = wrapped.at(-1);
    if (line && line.width + widthOf(piece.text.trimEnd()) <= room) {
      line.text += piece.text;
      line.width += piece.width;
    } else wrapped.push({ ...piece });
  }
  const all = wrapped.map(line => line.text.trimEnd());
  if (all.length <= lines) return all.length === 0 ? [''] : all;
  return [...all.slice(0, lines - 1), cut(all.slice(lines - 1), room)];
}

/** An estimate by the widest of the usual fonts: none is at hand, and every computer has another. */
export function textWidth(text: string, size: number): number {
  return widthOf(text) * size;
}

const wide =
  /^[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f000}-\u{3ffff}…—“”‘’]/u;
/** No line begins with these: closing marks, and what belongs to the sign before it. */
const clinging = /^[，。、；：！？）》”’…%\p{M}]/u;

/** Where a line may end: after a space and around each Chinese character. A word that is wider than the line is divided. */
function piecesOf(text: string, room: number): Piece[] {
  const pieces: Piece[] = [];
  let last = '';
  for (const sign of text) {
    const width = signWidth(sign);
    const word = pieces.at(-1);
    const begins = (last === ' ' || wide.test(sign) || wide.test(last)) && !clinging.test(sign);
    if (word && !begins && word.width + width <= room) {
      word.text += sign;
      word.width += width;
    } else pieces.push({ text: sign, width });
    last = sign;
  }
  return pieces;
}

function cut(rest: string[], room: number): string {
  let [line, width] = ['', signWidth('…')];
  for (const sign of rest.join(' ')) {
    width += signWidth(sign);
    if (width > room) break;
    line += sign;
  }
  return `${line.trimEnd()}…`;
}

/** In letter heights. */
function widthOf(text: string): number {
  let width = 0;
  for (const sign of text) width += signWidth(sign);
  return width;
}

function signWidth(sign: string): number {
  if (sign >= 'a' && sign <= 'z') return narrow.has(sign) ? 0.37 : broad.has(sign) ? 0.95 : 0.62;
  if (sign === ' ') return 0.32;
  if (wide.test(sign)) return 1;
  if (narrow.has(sign)) return 0.38;
  if (broad.has(sign)) return 0.97;
  if (sign >= 'A' && sign <= 'Z') return 0.7;
  return /\p{M}/u.test(sign) ? 0 : 0.63;
}

const narrow = new Set("ijlftr.,:;'|!()[]-/");
const broad = new Set('mwMW@%');
