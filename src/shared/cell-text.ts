import { withoutControls } from './plain-text.ts';

/** In a workbook `_x0041_` stands for a character by its number. */
const looksEscaped = /_(?=x[0-9a-f]{4}_)/gi;

/** A text as a cell of a workbook can hold it; what storage keeps of a text comes back out of the cell as it was. */
export function cellText(text: string): string {
  return withoutControls(text).replace(looksEscaped, '_x005F_');
}
