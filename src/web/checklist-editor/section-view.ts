import type { Fault } from '#shared/fault.ts';
import type { Format } from '../format.ts';
import { fieldOfFault } from './fault-places.ts';
import { checkName, type Input, plainInputs, type Rows, rowInputs, type Section } from './part-sections.ts';
import { rowCount, type TypedPart } from './typed-part.ts';

/** `more`: the list that gets more empty rows. */
export type Filled = { typed: TypedPart; faults: Fault[]; advice: Fault[]; more: string | undefined };
const moreRows = 5;

/** The sections of a page with what stands in them, each message at its field. */
export function sectionViews(sections: Section[], filled: Filled, format: Format) {
  const counts = new Map(sections.flatMap(({ rows }) => (rows ? [[rows.name, shownRows(rows, filled)] as const] : [])));
  const names = fieldNames(sections, counts);
  const messages = { errors: byField(filled.faults, names, format), advice: byField(filled.advice, names, format) };
  const view = (input: Input) => inputView(input, { ...messages, typed: filled.typed });
  return sections.map(({ id, title, hint = '', inputs = [], rows, lines = [], checks }) => ({
    ...{ id, title, hint },
    inputs: inputs.map(view),
    lines: lines.map(line => ({ head: line.head, classes: line.classes, inputs: line.inputs.map(view) })),
    rows: rows
      ? Array.from({ length: counts.get(rows.name) ?? 0 }, (_, index) => ({
          legend: format.t('editor.row', { number: index + 1 }),
          inputs: rowInputs(rows, index).map(view),
          tools: rows.isOrdered ? rowTools(rows, index, filled) : [],
        }))
      : [],
    more: rows ? rows.name : null,
    checks: (checks?.groups ?? []).map(({ label, options, note = '' }) => ({
      ...{ label, note },
      boxes: options.map(option => ({
        name: checks ? checkName(checks, option.value) : '',
        label: option.label,
        checked: checks !== undefined && filled.typed.has(checkName(checks, option.value)),
      })),
    })),
    checksError: checks ? (messages.errors.get(firstBox(checks)) ?? null) : null,
  }));
}

/** Where the summary of errors leads to. */
export function faultLinks(sections: Section[], filled: Filled, format: Format) {
  const counts = new Map(sections.flatMap(({ rows }) => (rows ? [[rows.name, shownRows(rows, filled)] as const] : [])));
  const labels = labelsOf(sections, filled, format);
  const names = fieldNames(sections, counts);
  return filled.faults.map(fault => {
    const name = fieldOfFault(fault, names);
    const label = name === undefined ? fault.path.join('.') : (labels.get(name) ?? '');
    const message = format.text(fault.message);
    return { href: `#${name ?? 'part'}`, text: label === '' ? message : format.t('editor.fault', { label, message }) };
  });
}

/** What each field is called; those of a list with list and row. */
export function labelsOf(sections: Section[], filled: Pick<Filled, 'typed' | 'more'>, format: Format) {
  const counts = new Map(sections.flatMap(({ rows }) => (rows ? [[rows.name, shownRows(rows, filled)] as const] : [])));
  return new Map([
    ...plainInputs(sections).map(({ name, label }) => [name, label] as const),
    ...sections.flatMap(section => rowLabels(section, counts, format)),
  ]);
}

/** Of a field in a list: which list, which row, which field. */
function rowLabels(
  { title, rows }: Section,
  counts: Map<string, number>,
  { t }: Format,
): (readonly [string, string])[] {
  if (!rows) return [];
  return Array.from({ length: counts.get(rows.name) ?? 0 }, (_, index) => {
    const row = t('editor.row', { number: index + 1 });
    return rowInputs(rows, index).map(
      ({ name, label, kind }) =>
        [name, kind === 'hidden' ? '' : t('editor.in-row', { section: title, row, label })] as const,
    );
  }).flat();
}

function shownRows({ name, spare }: Rows, { typed, more }: Pick<Filled, 'typed' | 'more'>): number {
  return rowCount(name, typed.keys()) + (more === name ? moreRows : spare);
}

function fieldNames(sections: Section[], counts: Map<string, number>): string[] {
  return [
    ...plainInputs(sections).map(({ name }) => name),
    ...sections
      .flatMap(({ rows }) => (rows ? allRowInputs(rows, counts.get(rows.name) ?? 0) : []))
      .map(({ name }) => name),
    ...sections.flatMap(({ checks }) => (checks ? [firstBox(checks)] : [])),
  ];
}

/** Buttons that move a filled row or empty it; `anchor`: the field to come back to. */
function rowTools({ name, columns }: Rows, index: number, { typed }: Filled) {
  const count = rowCount(name, typed.keys());
  if (index >= count) return [];
  const at = (place: number) => `${name}.${place}.${columns[0]?.name}`;
  return [
    ...(index > 0
      ? [{ value: `${name}.${index}.up`, icon: 'arrow-up', word: 'editor.row.up', at: at(index - 1) }]
      : []),
    ...(index < count - 1
      ? [{ value: `${name}.${index}.down`, icon: 'arrow-down', word: 'editor.row.down', at: at(index + 1) }]
      : []),
    { value: `${name}.${index}.drop`, icon: 'trash-2', word: 'editor.row.drop', at: at(index) },
  ];
}

function allRowInputs(rows: Rows, count: number): Input[] {
  return Array.from({ length: count }, (_, index) => rowInputs(rows, index)).flat();
}

function firstBox(checks: NonNullable<Section['checks']>): string {
  return checkName(checks, checks.groups.find(({ options }) => options.length > 0)?.options[0]?.value ?? '');
}

function byField(faults: Fault[], names: string[], format: Format): Map<string, string> {
  const messages = new Map<string, string>();
  for (const fault of faults) {
    const name = fieldOfFault(fault, names);
    if (name === undefined) continue;
    const before = messages.get(name);
    const message = format.text(fault.message);
    messages.set(name, before === undefined ? message : format.t('editor.and', { before, message }));
  }
  return messages;
}

type Known = { typed: TypedPart; errors: Map<string, string>; advice: Map<string, string> };

function inputView({ name, label, kind, hint = '', options = [], lang }: Input, { typed, errors, advice }: Known) {
  const value = typed.get(name) ?? '';
  const error = errors.get(name) ?? null;
  const advised = error === null ? (advice.get(name) ?? null) : null;
  const described = [error && `${name}-error`, advised && `${name}-advice`, hint && `${name}-hint`].filter(Boolean);
  return {
    ...{ name, label, hint, value, error, advice: advised },
    isLines: kind === 'lines',
    isChoice: kind === 'choice',
    isCheck: kind === 'check',
    isHidden: kind === 'hidden',
    inputMode: kind === 'number' ? 'decimal' : 'text',
    checked: kind === 'check' && value !== '',
    options: chosenOption(options, value),
    lang: lang ?? null,
    described: described.length > 0 ? described.join(' ') : null,
  };
}

/** A value that is not offered any more stays, so that saving does not change it behind anybody's back. */
function chosenOption(options: NonNullable<Input['options']>, value: string) {
  const known = options.some(option => option.value === value);
  const all = known || value === '' ? options : [...options, { value, label: value }];
  return all.map(option => ({ ...option, chosen: option.value === value }));
}
