import type { Fault } from '#shared/fault.ts';
import { inLanguage, type Language } from '#shared/text.ts';

/** Lines and columns count from 1. */
export type Place = { line: number; column: number };

/** A fault and where it stands; `path` is the one inside the file. */
export type FileFault = Fault & Place & { file: string };

/** `file:line:column path: what is wrong` */
export function describeFileFault({ file, line, column, path, message }: FileFault, language: Language): string {
  const inside = path.length > 0 ? ` ${path.join('.')}` : '';
  return `${file}:${line}:${column}${inside}: ${inLanguage(message, language)}`;
}

export function byPlace(a: FileFault, b: FileFault): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
