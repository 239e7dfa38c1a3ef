/** One side of a change: what stayed in front, what differs, what stayed behind; null where the side is empty. */
type Side = { start: string; part: string; end: string } | null;
export type TextDifference = { before: Side; after: Side };

const context = 60;

/** Where two texts differ, with a little of what stayed around it. */
export function textDifference(before: string, after: string): TextDifference {
  const old = [...before];
  const now = [...after];
  const start = wholeTokens(commonStart(old, now), [old, now]);
  const [oldEnd, nowEnd] = [old.slice(start).toReversed(), now.slice(start).toReversed()];
  const end = wholeTokens(commonStart(oldEnd, nowEnd), [oldEnd, nowEnd]);
  const side = (text: string[]): Side =>
    text.length === 0
      ? null
      : {
          start: shortStart(text.slice(0, start)),
          part: text.slice(start, text.length - end).join(''),
          end: shortEnd(text.slice(text.length - end)),
        };
  return { before: side(old), after: side(now) };
}

function commonStart(a: string[], b: string[]): number {
  const differing = a.findIndex((character, index) => character !== b[index]);
  return differing === -1 ? a.length : differing;
}

/** Fewer, where the border would stand within a number with its unit or a word in Latin letters: 16% became 18%, not 6 became 8. */
function wholeTokens(common: number, sides: string[][]): number {
  const isWithin = (border: number) => sides.some(side => isOfToken(side[border - 1]) && isOfToken(side[border]));
  let border = common;
  while (border > 0 && isWithin(border)) border -= 1;
  return border;
}

function isOfToken(character = ''): boolean {
  return /[\p{Number}\p{Script=Latin}.%]/u.test(character);
}

function shortStart(text: string[]): string {
  return text.length > context ? `…${text.slice(-context).join('')}` : text.join('');
}

function shortEnd(text: string[]): string {
  return text.length > context ? `${text.slice(0, context).join('')}…` : text.join('');
}
