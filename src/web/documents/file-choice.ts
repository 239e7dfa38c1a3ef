import type { Response } from 'express';
import { AppError } from '#shared/app-error.ts';
import { type Checked, type Fault, fault } from '#shared/fault.ts';
import type { Language } from '#shared/text.ts';
import { languageOf } from '../language.ts';
import type { FileLanguage } from './document-kinds.ts';

/** What a kind of file can be asked for; without `parts` it is one whole. */
export type FileOffer<L extends FileLanguage> = { languages: readonly L[]; parts: readonly string[] };

/** `parts` undefined: everything. */
export type FileChoice<L extends FileLanguage = FileLanguage> = {
  language: L | Language;
  parts: readonly string[] | undefined;
};

type Asked = { language?: unknown; parts?: unknown };

/**
 * What the address of a file of the report asks for, `?language=en&parts=a,b`. One that is not there or empty: the language of the page,
 * everything. Throws AppError `faulty-address`.
 */
export function fileChoice<L extends FileLanguage>(query: Asked, offer: FileOffer<L>, res: Response): FileChoice<L> {
  const choice = readFileChoice(query, offer, languageOf(res));
  if (!choice.ok) throw new AppError('faulty-address', choice.faults);
  return choice.value;
}

/** The same of an address and of a form. Whatever is said twice counts once; `language`: where none is asked for. */
export function readFileChoice<L extends FileLanguage>(
  asked: Asked,
  { languages, parts }: FileOffer<L>,
  language: Language,
): Checked<FileChoice<L>> {
  const named = valuesOf(asked.language);
  const chosen = languages.find(one => named.length === 1 && one === named[0]);
  const wanted = valuesOf(asked.parts);
  const unknown = wanted.filter(part => !parts.includes(part));
  const faults = [
    ...(named.length > 0 && chosen === undefined ? [languageFault(named, languages)] : []),
    ...(unknown.length > 0 ? [partsFault(unknown, parts)] : []),
  ];
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, value: { language: chosen ?? language, parts: wanted.length > 0 ? wanted : undefined } };
}

/** A list as `parts=a,b`, as `parts=a&parts=b`, or both; each value once. */
function valuesOf(sent: unknown): string[] {
  const texts = [sent].flat().filter(value => typeof value === 'string');
  const values = texts.flatMap(text => text.split(',')).map(value => value.trim());
  return [...new Set(values)].filter(value => value !== '');
}

function languageFault(named: string[], languages: readonly string[]): Fault {
  return fault(
    ['language'],
    `只能选一种：${languages.join('、')}；收到的是“${shortened(named.join('、'))}”`,
    `choose one of ${languages.join(', ')}; this is "${shortened(named.join(', '))}"`,
  );
}

function partsFault(unknown: string[], parts: readonly string[]): Fault {
  if (parts.length === 0)
    return fault(
      ['parts'],
      '这种文件不分部分，请从地址中去掉 parts',
      'this kind of file has no parts to choose from; leave parts out of the address',
    );
  return fault(
    ['parts'],
    `没有“${shortened(unknown.join('、'))}”这一部分；可选：${parts.join('、')}`,
    `there is no part "${shortened(unknown.join(', '))}"; choose from ${parts.join(', ')}`,
  );
}

function shortened(text: string): string {
  const signs = [...text.toWellFormed()];
  return signs.length > 60 ? `${signs.slice(0, 60).join('')}…` : signs.join('');
}
