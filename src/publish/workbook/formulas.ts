import { quotedName } from './quoted-name.ts';

/** Where the rows of a table stand. */
export type TablePlace = { sheet: string; first: number; last: number };

/** The cells of one column of a table, from any sheet. */
export function rangeIn({ sheet, first, last }: TablePlace, column: string): string {
  return `${quotedName(sheet)}!$${column}$${first}:$${column}$${last}`;
}

/** A, B, … Z, AA of 1, 2, …, counted from 1. */
export function columnLetter(number: number): string {
  const before = Math.floor((number - 1) / 26);
  return (before > 0 ? columnLetter(before) : '') + String.fromCharCode(65 + ((number - 1) % 26));
}

/** The rounding of `scoring/rounding.ts` for numbers from 0. How a cell is formatted would round otherwise: it knows nothing of binary noise. */
export function shownScore(expression: string): string {
  return `INT((${expression})*10+0.5+0.000000001)/10`;
}

/** The rounding of coverage: a whole per cent, downwards. */
export function shownPercent(expression: string): string {
  return `INT((${expression})*100+0.000000001)`;
}

/** A text inside a formula: 255 characters at most, a rule of spreadsheets. */
export function quotedText(text: string): string {
  const line = text.replace(/\s+/g, ' ').slice(0, 255);
  return `"${line.replaceAll('"', '""')}"`;
}

export const dash = '—';
