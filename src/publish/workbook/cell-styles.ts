import type { Style } from '@cj-tech-master/excelts';
import { palette } from '../charts/palette.ts';
import type { CellStyle } from './sheet.ts';

const font = { name: 'Microsoft YaHei', size: 10, color: colour(palette.ink) };
const hair = { style: 'thin', color: colour(palette.line) } as const;
const lines = { top: hair, bottom: hair, left: hair, right: hair };
const wrapped = { wrapText: true, vertical: 'top' } as const;
const right = { vertical: 'top', horizontal: 'right', indent: 1 } as const;
const heading = {
  ...{ font: { ...font, bold: true, color: colour(palette['on-accent']) }, fill: fill(palette.accent), border: lines },
  alignment: { wrapText: true, vertical: 'middle', horizontal: 'left' },
} as const;
const number = { font, border: lines, alignment: right };
const quiet = { ...font, color: colour(palette['ink-3']) };

/** Inputs have this colour throughout, so that a reader sees what may be changed. */
const inputFill = '#fdf6e3';

/** How cells look, by the colours of the pages. */
export const cellStyles: Record<CellStyle, Partial<Style>> = {
  title: { font: { ...font, size: 16, bold: true }, alignment: { vertical: 'middle' } },
  lead: { font: quiet, alignment: { vertical: 'top' } },
  'lead-joined': { font: quiet, alignment: wrapped },
  heading,
  'heading-input': { ...heading, font: { ...font, bold: true }, fill: fill('#f0d9a0') },
  'heading-calculated': { ...heading, font: { ...quiet, bold: true }, fill: fill(palette.sunken) },
  section: {
    font: { ...font, size: 12, bold: true, color: colour(palette.accent) },
    alignment: { vertical: 'bottom' },
  },
  text: { font, border: lines, alignment: wrapped },
  strong: { font: { ...font, bold: true }, border: lines, alignment: wrapped },
  centred: { font, border: lines, alignment: { ...wrapped, horizontal: 'center' } },
  code: { font: { name: 'Consolas', size: 9, color: colour(palette['ink-2']) }, border: lines, alignment: wrapped },
  day: { ...number, numFmt: 'yyyy-mm-dd', alignment: { vertical: 'top', horizontal: 'center' } },
  whole: { ...number, numFmt: '0' },
  score: { ...number, numFmt: '0.0' },
  'score-strong': { ...number, font: { ...font, bold: true }, numFmt: '0.0' },
  share: { ...number, numFmt: '0.00' },
  input: { ...number, fill: fill(inputFill), alignment: { vertical: 'top', horizontal: 'center' } },
  calculated: { font: { ...quiet, size: 9 }, border: lines, alignment: right, numFmt: 'General' },
};

export function fill(literal: string) {
  return { type: 'pattern', pattern: 'solid', fgColor: colour(literal), bgColor: colour(literal) } as const;
}

/** `#0b5c68` as spreadsheets write it. */
export function colour(literal: string): { argb: string } {
  return { argb: `FF${literal.slice(1).toUpperCase()}` };
}
