import type { IsoDay } from '#shared/iso-day.ts';

/** A sheet as plain values, before it becomes a file (`write-workbook.ts`). Rows and columns are counted from 1, as spreadsheets do. */
export type Sheet = {
  name: string;
  /** Of each column, in characters. */
  widths: number[];
  rows: Row[];
  /** How many rows and columns stay in view, and whether the rows are printed on every page. */
  frozen: { rows: number; columns: number };
  orientation: 'landscape' | 'portrait';
  /** Of the heading that filters, with the rows below it: `A4:R42`. */
  filter?: string | undefined;
  /** What is printed, where that is not everything. */
  printed?: string | undefined;
  /** Columns of intermediate results, which are folded away. */
  folded?: { from: number; to: number } | undefined;
  checks: InputCheck[];
  colours: Colouring[];
};

export type Row = { cells: (Cell | null)[]; height?: number };
/** `span`: over how many columns it is joined. */
export type Cell = { value: CellValue; style: CellStyle; span?: number };
export type CellValue = string | number | Day | Formula | null;
type Day = { day: IsoDay };
/** Without "="; the result is stored with it, for programs that do not calculate. */
type Formula = { formula: string; result: string | number };

export type CellStyle =
  | 'title'
  | 'lead'
  | 'lead-joined'
  | 'heading'
  | 'heading-input'
  | 'heading-calculated'
  | 'section'
  | 'text'
  | 'strong'
  | 'centred'
  | 'code'
  | 'day'
  | 'whole'
  | 'score'
  | 'score-strong'
  | 'share'
  | 'input'
  | 'calculated';

/** What may be typed into cells; anything else is refused by the spreadsheet with the message. */
export type InputCheck = { cells: string; least: number | string; most: number | string; message: string };

/** Cells take a colour where the formula, written for the first of them, is true. */
export type Colouring = { cells: string; rules: { formula: string; fill: string; ink: string }[] };
