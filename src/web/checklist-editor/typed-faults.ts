import type { Edited } from '#checklist/edit-draft.ts';
import { check, type Fault, fault } from '#shared/fault.ts';
import { lineSchema, linesSchema } from '#shared/plain-text.ts';
import { type Input, plainInputs, rowInputs, type Section } from './part-sections.ts';
import { rowCount, type TypedPart } from './typed-part.ts';

/** As long as titles are when a checklist is begun; English takes twice the letters. Without a language: an article, a number. */
const lineLengths = { 'zh-CN': 80, en: 160, none: 400 };
const textLengths = { 'zh-CN': 2_000, en: 4_000, none: 4_000 };

/** What a form does not take though a stored checklist may have it: texts that are too long, and a place that is none. */
export function faultsOfTyped(typed: TypedPart, sections: Section[]): Fault[] {
  const rows = sections.flatMap(section => section.rows ?? []);
  const inputs = [
    ...plainInputs(sections),
    ...rows.flatMap(list =>
      Array.from({ length: rowCount(list.name, typed.keys()) }, (_, index) => rowInputs(list, index)).flat(),
    ),
  ];
  return inputs.flatMap(input => faultsOfInput(input, (typed.get(input.name) ?? '').trim()));
}

/** Nothing is stored as long as something that was typed is faulty; then all faults are told at once. */
export function withTypedFaults(edited: Edited, faults: Fault[]): Edited {
  if (faults.length === 0) return edited;
  if (!('refused' in edited)) return { refused: { reason: 'faulty', faults } };
  const { refused } = edited;
  if (refused.reason === 'stale' || refused.reason === 'gone') return edited;
  return { refused: { reason: 'faulty', faults: [...faults, ...(refused.reason === 'faulty' ? refused.faults : [])] } };
}

function faultsOfInput({ name, kind, lang }: Input, text: string): Fault[] {
  if (text === '') return [];
  if (name === 'position') return isPosition(text) ? [] : [noPosition];
  if (kind !== 'line' && kind !== 'lines') return [];
  const checked = check(
    kind === 'line' ? lineSchema(lineLengths[lang ?? 'none']) : linesSchema(textLengths[lang ?? 'none']),
    text,
  );
  return checked.ok ? [] : checked.faults.map(({ message }) => ({ path: name.split('.'), message }));
}

function isPosition(text: string): boolean {
  return /^0*[1-9]\d{0,8}$/.test(text.normalize('NFKC'));
}

const noPosition = fault(
  ['position'],
  '须是 1 或更大的整数，1 是最前面',
  'has to be a whole number of 1 or more; 1 is first',
);
