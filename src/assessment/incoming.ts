import type { Text } from '#shared/text.ts';
import type { Answer } from './answer.ts';
import type { Evidence } from './evidence.ts';

/** Where a part of an item stands in the file, such as `{ value: '填报!G14' }`; tables have `value.<row>.<column>`. */
type Places = Readonly<Record<string, string>>;

/** A record of evidence as a file has it; `content` is null where its cells were emptied. Without an id it is a new one. */
export type IncomingRecord = {
  id: string | undefined;
  content: Omit<Evidence, 'id' | 'file'> | null;
  place: string;
  places: Places;
};

/** The cells that the file shows, by row and column; null where nothing was filled in. */
export type IncomingCells = Readonly<Record<string, Readonly<Record<string, number | null>>>>;

/** One item as it was typed into a sheet: only the parts that the sheet shows. */
export type TypedItem = {
  type: 'typed';
  itemId: string;
  /** Of the answer when the file was made; undefined where the file does not say: then the present one counts as seen. */
  baseRev: number | undefined;
  /** Null where nothing was chosen; `rows`: the sheet shows rows of a table and not the answer as a whole. */
  answer: Answer['answer'] | null | 'rows';
  value: boolean | number | undefined;
  cells: IncomingCells | undefined;
  reason: string;
  /** `kept`: the note was too long for a cell and stays as it is. */
  note: { text: string } | 'kept';
  /** Undefined where the file shows no evidence; what it does not show stays. */
  records: IncomingRecord[] | undefined;
  place: string;
  places: Places;
};

/** One item of another copy of the assessment; `base` is what both copies last had in common. */
export type WholeItem = {
  type: 'whole';
  itemId: string;
  base: Answer | null;
  answer: Answer | null;
  place: string;
};

export type IncomingItem = TypedItem | WholeItem;

/** What is wrong with a file at one place. */
export type IncomingFault = { itemId: string | undefined; place: string; message: Required<Text> };

/** What came out of a file: its items, what cannot be read of them, and the items whose rows are gone. Of an item with a fault nothing is taken. */
export type Incoming = { items: IncomingItem[]; faults: IncomingFault[]; absent: string[] };
