import type { KeptChange } from '#assessment/assessment-store.ts';
import type { Text } from '#shared/text.ts';
import { damages } from './damage.ts';
import type { DocumentKind } from './document-kind.ts';
import { beginning } from './journal-line.ts';
import type { State } from './prepare-batch.ts';
import { readJournal } from './read-journal.ts';
import { StoreError } from './store-error.ts';

/** A journal that was written elsewhere, every line of it checked. */
export type ForeignRead<D, C> =
  | { ok: true; id: string; content: string; state: State<D>; entries: KeptChange<C>[] }
  | { ok: false; reason: Required<Text> };

const idPattern = /^\{"v":\d+,"kind":"[a-z]+","id":"([A-Za-z0-9_-]{1,64})"\}$/;

/** Reads bytes that are no file of ours; `idOf` names the document that the fold made. */
export function readForeignJournal<D, C>(
  kind: DocumentKind<D, C>,
  bytes: Buffer,
  idOf: (document: D) => string,
): ForeignRead<D, C> {
  const content = bytes.toString('utf8');
  const id = idPattern.exec(content.slice(0, content.indexOf('\n')))?.[1];
  if (id === undefined) return refused(damages.header.reason);
  const source = { id, kind, file: 'journal.jsonl' };
  const entries: KeptChange<C>[] = [];
  let document: D | undefined;
  try {
    const { at, damage } = readJournal(source, { from: beginning, bytes }, (change, { seq, head }) => {
      document = kind.apply(document, change);
      entries.push({ seq, head, change });
    });
    if (damage) return refused(damage.reason);
    if (document === undefined || idOf(document) !== id) return refused(damages.noCreation.reason);
    // What is stored is text, and has to have the same hashes.
    if (at.offset !== bytes.length || !Buffer.from(content).equals(bytes)) return refused(brokenOff);
    return { ok: true, id, content, state: { document, at }, entries };
  } catch (error) {
    if (error instanceof StoreError && error.code === 'newer-format') return refused(newerFormat);
    throw error;
  }
}

function refused(reason: Required<Text>): { ok: false; reason: Required<Text> } {
  return { ok: false, reason };
}

const brokenOff = { zh: '日志的末尾不完整', en: 'the journal breaks off at its end' };
const newerFormat = {
  zh: '日志由更新版本的程序写入，本程序读不了；请先升级',
  en: 'the journal was written by a newer version of the program, which this one cannot read; upgrade first',
};
