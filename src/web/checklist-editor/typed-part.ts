import { cleanLine, cleanText } from '#shared/plain-text.ts';
import type { FormFields } from '../assessment/form-fields.ts';
import {
  type Checks,
  checkName,
  type Input,
  plainInputs,
  type Rows,
  rowInputs,
  type Section,
} from './part-sections.ts';

/** What stands in the fields of a page of the editor, by name. */
export type TypedPart = ReadonlyMap<string, string>;
type Raw = Record<string, unknown>;

const rowsAtMost = 2_000;

/** Takes the fields of these sections and of `more` names out of a sent form; rows without anything in them are closed up. */
export function readTypedPart(fields: FormFields, sections: Section[], more: string[]): TypedPart {
  const names = [...plainInputs(sections).map(({ name }) => name), ...boxNames(sections), ...more];
  const plain = names.flatMap(name => present(name, fields));
  return new Map([...plain, ...sections.flatMap(({ rows }) => (rows ? closedUp(rows, fields) : []))]);
}

/** The stored part as its page shows it. */
export function typedOfPart(part: Raw, sections: Section[]): TypedPart {
  const plain = plainInputs(sections).map(({ name }): [string, string] => [name, shown(valueAt(part, name))]);
  const rows = sections.flatMap(section => (section.rows ? storedRows(section.rows, part) : []));
  const boxes = sections.flatMap(section => (section.checks ? storedBoxes(section.checks, part) : []));
  return new Map([...plain, ...rows, ...boxes]);
}

/** The part as its schema takes it, empty fields left out; a number that is none stays as typed, so that the schema says so. */
export function partOfTyped(typed: TypedPart, sections: Section[]): Raw {
  const part: Raw = {};
  for (const input of plainInputs(sections)) put(part, input.name, typedValue(input, typed));
  for (const { rows, checks } of sections) {
    if (rows) put(part, rows.name, rowValues(rows, typed));
    if (checks) put(part, checks.name, ticked(checks, typed));
  }
  return part;
}

export function rowCount(name: string, names: Iterable<string>): number {
  const start = `${name}.`;
  const indexes = [...names].flatMap(one => {
    const index = one.startsWith(start) ? /^\d{1,4}(?=\.)/.exec(one.slice(start.length))?.[0] : undefined;
    return index === undefined ? [] : [Number(index) + 1];
  });
  return Math.min(rowsAtMost, Math.max(0, ...indexes));
}

/** A list of `partOfTyped`, row by row. */
export function rowsOf(list: unknown): Raw[] {
  return Array.isArray(list) ? list.filter(isRaw) : [];
}

function present(name: string, fields: FormFields): [string, string][] {
  const value = fields.get(name);
  return value === undefined ? [] : [[name, value]];
}

function boxNames(sections: Section[]): string[] {
  return sections.flatMap(({ checks }) => (checks ? boxesOf(checks).map(({ name }) => name) : []));
}

function boxesOf(checks: Checks): { name: string; value: string }[] {
  const values = checks.groups.flatMap(group => group.options.map(({ value }) => value));
  return [...new Set(values)].map(value => ({ name: checkName(checks, value), value }));
}

function closedUp(rows: Rows, fields: FormFields): [string, string][] {
  const all = Array.from({ length: rowCount(rows.name, fields.keys()) }, (_, index) =>
    rowInputs(rows, index).map(({ name }) => fields.get(name) ?? ''),
  );
  const isSaid = rows.columns.map(({ kind }) => kind !== 'hidden');
  const filled = all.filter(values => values.some((value, column) => isSaid[column] && value.trim() !== ''));
  return filled.flatMap((values, index) =>
    rowInputs(rows, index).map(({ name }, column): [string, string] => [name, values[column] ?? '']),
  );
}

function storedRows(rows: Rows, part: Raw): [string, string][] {
  const list = valueAt(part, rows.name);
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry, index) =>
    rows.columns.map(({ name }): [string, string] => [`${rows.name}.${index}.${name}`, shown(valueAt(entry, name))]),
  );
}

function storedBoxes(checks: Checks, part: Raw): [string, string][] {
  const list = valueAt(part, checks.name);
  const chosen = Array.isArray(list) ? list.map(String) : [];
  return chosen.map(value => [checkName(checks, value), 'on']);
}

function rowValues(rows: Rows, typed: TypedPart): Raw[] | undefined {
  const count = rowCount(rows.name, typed.keys());
  if (count === 0) return undefined;
  return Array.from({ length: count }, (_, index) => {
    const row: Raw = {};
    for (const column of rows.columns)
      put(row, column.name, typedValue({ ...column, name: `${rows.name}.${index}.${column.name}` }, typed));
    return row;
  });
}

function ticked(checks: Checks, typed: TypedPart): string[] | undefined {
  const values = boxesOf(checks).flatMap(({ name, value }) => (typed.has(name) ? [value] : []));
  return values.length > 0 ? values : undefined;
}

function typedValue({ name, kind }: Input, typed: TypedPart): unknown {
  const raw = typed.get(name) ?? '';
  const text = kind === 'lines' ? cleanText(raw) : cleanLine(raw);
  if (text === '') return undefined;
  if (kind === 'check') return true;
  return kind === 'number' ? numberOf(text) : text;
}

/** Digits and signs as Chinese keyboards give them are read too. */
function numberOf(text: string): number | string {
  const plain = text.normalize('NFKC').replace('−', '-');
  return /^[-+]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : text;
}

function put(target: Raw, name: string, value: unknown): void {
  if (value === undefined) return;
  const [first = '', ...rest] = name.split('.');
  if (rest.length === 0) {
    target[first] = value;
    return;
  }
  const inside = target[first];
  const next: Raw = isRaw(inside) ? inside : {};
  target[first] = next;
  put(next, rest.join('.'), value);
}

function valueAt(part: unknown, name: string): unknown {
  return name.split('.').reduce((value: unknown, step) => (isRaw(value) ? value[step] : undefined), part);
}

function isRaw(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null;
}

function shown(value: unknown): string {
  if (value === true) return 'on';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
