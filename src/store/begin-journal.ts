import { beginning, headerLine, type JournalSource, positionAfter } from './journal-line.ts';
import { extend, type State } from './prepare-batch.ts';

/** The first two lines of a journal and the document that they make. */
export function beginJournal<D, C>(source: JournalSource<D, C>, change: C): { content: string; state: State<D> } {
  const header = headerLine(source);
  const start = { document: undefined, at: positionAfter(beginning, header) };
  const { line, after } = extend(source.kind, start, change);
  return { content: `${header}\n${line}`, state: after };
}
