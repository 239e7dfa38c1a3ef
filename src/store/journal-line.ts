import { hash } from 'node:crypto';
import { z } from 'zod';
import { type Damage, damagedLine, damages } from './damage.ts';
import { type DocumentKind, formatOf } from './document-kind.ts';
import { StoreError } from './store-error.ts';

/** A place between two lines: how many changes and bytes are before it, and the hash of the line before it. */
export type Position = { seq: number; offset: number; head: string };

/** Before the first line, which names the document; behind it `seq` is 0. */
export const beginning: Position = { seq: -1, offset: 0, head: '' };

export type JournalSource<Document, Change> = { id: string; file: string; kind: DocumentKind<Document, Change> };

export type ReadLine<Change> = { change?: Change; damage?: Damage };

const versionSchema = z.looseObject({ v: z.int() });
const headerSchema = z.strictObject({ v: z.int().min(1), kind: z.string(), id: z.string() });
const lineSchema = z.strictObject({ v: z.int().min(1), seq: z.int(), prev: z.string(), change: z.unknown() });

export function headerLine<D, C>({ id, kind }: JournalSource<D, C>): string {
  return JSON.stringify({ v: formatOf(kind), kind: kind.name, id });
}

export function changeLine<D, C>(kind: DocumentKind<D, C>, before: Position, change: C): string {
  return JSON.stringify({ v: formatOf(kind), seq: before.seq + 1, prev: before.head, change });
}

/** `line` without its line break. */
export function positionAfter(before: Position, line: string | Uint8Array): Position {
  return {
    seq: before.seq + 1,
    offset: before.offset + Buffer.byteLength(line) + 1,
    head: hash('sha256', line),
  };
}

/** Throws StoreError for a format that only a newer program knows. */
export function readLine<D, C>(source: JournalSource<D, C>, before: Position, line: Buffer): ReadLine<C> {
  const parsed = parseJson(line);
  return before.seq < 0 ? readHeader(parsed, source) : readChange(parsed, source, before);
}

export function refuseNewerFormat<D, C>(format: number, { file, kind }: JournalSource<D, C>): void {
  const known = formatOf(kind);
  if (format <= known) return;
  throw new StoreError('newer-format', {
    zh: `${file} 由更新版本的程序写入（格式 ${format}，本程序支持到 ${known}）；请使用新版本`,
    en: `${file} was written by a newer version of the program (format ${format}, this one knows up to ${known}); use that one`,
  });
}

function parseJson(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString('utf8'));
  } catch {
    return undefined;
  }
}

function readHeader<D, C>(parsed: unknown, source: JournalSource<D, C>): ReadLine<C> {
  refuseNewerFormat(versionSchema.safeParse(parsed).data?.v ?? 0, source);
  const header = headerSchema.safeParse(parsed).data;
  return header?.kind === source.kind.name && header.id === source.id ? {} : { damage: damages.header };
}

function readChange<D, C>(parsed: unknown, source: JournalSource<D, C>, before: Position): ReadLine<C> {
  const number = before.seq + 2;
  const line = lineSchema.safeParse(parsed);
  // Only the version is sure to be where it is in a format to come.
  refuseNewerFormat(line.data?.v ?? versionSchema.safeParse(parsed).data?.v ?? 0, source);
  if (!line.success) return { damage: damagedLine(number, { zh: '无法识别', en: 'cannot be read' }, line.error) };
  const { v, seq, prev } = line.data;
  if (seq !== before.seq + 1 || prev !== before.head)
    return { damage: damagedLine(number, { zh: '与前一行不衔接', en: 'does not follow from the line before' }) };
  const change = source.kind.changeSchema.safeParse(migrated(line.data.change, v, source.kind));
  return change.success
    ? { change: change.data }
    : { damage: damagedLine(number, { zh: '不是有效的变更', en: 'is not a valid change' }, change.error) };
}

function migrated<D, C>(change: unknown, format: number, { migrations }: DocumentKind<D, C>): unknown {
  return migrations.slice(format - 1).reduce((older, migrate) => migrate(older), change);
}
