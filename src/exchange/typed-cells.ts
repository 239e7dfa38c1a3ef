import { isoDaySchema } from '#shared/iso-day.ts';
import type { Text } from '#shared/text.ts';
import type { SheetCell } from './sheet-view.ts';

/** What a cell says, or why it says nothing. */
export type Read<T> = { ok: true; value: T } | { ok: false; message: Required<Text> };

/** The text of an input cell, spaces at its ends taken off. */
export function readText(cell: SheetCell): Read<string> {
  const refusal = refusalOf(cell);
  if (refusal) return { ok: false, message: refusal };
  return { ok: true, value: cell.kind === 'date' ? cell.text.slice(0, 10) : cell.text.trim() };
}

/** Undefined where nothing is in it. A share typed as "92%" is 92 where the unit is %. `units` may stand behind the number. */
export function readNumber(cell: SheetCell, units: readonly string[] = []): Read<number | undefined> {
  const refusal = refusalOf(cell);
  if (refusal) return { ok: false, message: refusal };
  if (cell.kind === 'percent' && units.includes('%'))
    return { ok: true, value: Number((Number(cell.text) * 100).toPrecision(12)) };
  const typed = cell.text.normalize('NFKC').trim();
  if (typed === '') return { ok: true, value: undefined };
  const unit = units.find(known => typed.endsWith(known)) ?? '';
  const plain = typed.slice(0, typed.length - unit.length).trim();
  const number = /^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain;
  const isNumber = cell.kind !== 'date' && /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(number);
  return isNumber ? { ok: true, value: Number(number) } : { ok: false, message: notANumber(cell.text) };
}

/** Undefined where nothing is in it. Days are cells with a date, counts of days, or texts in the usual ways of writing. */
export function readDay(cell: SheetCell, date1904: boolean): Read<string | undefined> {
  const refusal = refusalOf(cell);
  if (refusal) return { ok: false, message: refusal };
  if (cell.kind === 'empty' || cell.text.trim() === '') return { ok: true, value: undefined };
  const day = isoDaySchema.safeParse(dayOf(cell, date1904));
  return day.success ? { ok: true, value: day.data } : { ok: false, message: notADay(cell.text) };
}

function dayOf({ kind, text }: SheetCell, date1904: boolean): string | undefined {
  if (kind === 'date') return roundedDay(new Date(text).getTime());
  if (kind === 'number') return /^\d{8}$/.test(text) ? writtenDay(text) : dayOfCount(Number(text), date1904);
  return kind === 'text' ? writtenDay(text.normalize('NFKC').trim()) : undefined;
}

const millisecondsADay = 86_400_000;

/** A day with a time of day is that day. */
function roundedDay(time: number): string | undefined {
  return Number.isNaN(time)
    ? undefined
    : new Date(Math.floor(time / millisecondsADay + 1e-6) * millisecondsADay).toISOString().slice(0, 10);
}

/** Days are counted from 1899-12-30 or, on old Macintoshes, from 1904-01-01. */
function dayOfCount(count: number, date1904: boolean): string | undefined {
  if (!(count >= 1 && count < 110_000)) return undefined;
  const start = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  return roundedDay(start + Math.floor(count) * millisecondsADay);
}

function writtenDay(text: string): string | undefined {
  const parts =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (!parts) return undefined;
  const [, year = '', month = '', day = ''] = parts;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function refusalOf({ kind, isMerged }: SheetCell): Required<Text> | undefined {
  if (isMerged) return merged;
  if (kind === 'formula') return formula;
  return kind === 'error' ? errorValue : undefined;
}

const merged = {
  zh: '单元格已合并，不知道填的是哪一格；请取消合并，再逐格填写',
  en: 'the cell is merged, so it is not known which one was meant; split it and fill in each',
};
const formula = {
  zh: '这里是公式；公式的结果会随表变化，请改填数值或文字',
  en: 'this is a formula, whose result changes with the sheet; type the value or the text',
};
const errorValue = { zh: '这里是错误值，请改填', en: 'this is an error value; fill it in anew' };

function notANumber(text: string): Required<Text> {
  return { zh: `“${shortened(text)}”不是数，请只填数字`, en: `"${shortened(text)}" is no number; type digits only` };
}

function notADay(text: string): Required<Text> {
  return {
    zh: `日期“${shortened(text)}”读不出，请写作 2026-11-30`,
    en: `the day "${shortened(text)}" cannot be read; write it as 2026-11-30`,
  };
}

/** What was typed, as long as a message can show it. */
export function shortened(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 39).toWellFormed()}…`;
}
