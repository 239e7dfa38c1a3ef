import { z } from 'zod';

const invisibleMarks = /[\u200b\u2060\ufeff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
const controlsButLineBreaks = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/g;

/** What people paste from elsewhere may hold half characters, control characters, codes that are no characters, and marks that turn the page's text around. */
export function cleanText(text: string): string {
  return withoutControls(text).replace(invisibleMarks, '').trim();
}

/** The text without what no file can hold: half characters, control characters, codes that are no characters. */
export function withoutControls(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(controlsButLineBreaks, '');
}

/** The same on one line. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ');
}

/** Whether a text has what no text of a file needs: control characters, or marks that turn the text around. */
export function hasHiddenControls(text: string): boolean {
  return text.search(controlsButLineBreaks) >= 0 || /[\u202a-\u202e\u2066-\u2069]/.test(text);
}

/** One line of typed text, cleaned; `max` counts UTF-16 units. */
export const lineSchema = (max: number) =>
  z
    .string()
    .transform(cleanLine)
    .pipe(
      z
        .string()
        .min(1, { abort: true })
        .max(max)
        .regex(/[\p{L}\p{N}\p{P}\p{S}]/u),
    );

/** Several lines of typed text, cleaned; may be empty. */
export const linesSchema = (max: number) => z.string().transform(cleanText).pipe(z.string().max(max));
