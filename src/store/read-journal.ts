import { type Damage, damagedLine } from './damage.ts';
import type { DocumentKind, Fold } from './document-kind.ts';
import { type JournalSource, type Position, positionAfter, readLine } from './journal-line.ts';

const lineBreak = 0x0a;

/** Bytes of a journal and the place they begin at. */
export type Stretch = { from: Position; bytes: Buffer };

/** How far it could be read; bytes behind the last line break are left out. */
export type JournalEnd = { at: Position; damage?: Damage | undefined };

/** `after`: the place behind the line of the change. */
type Visit<C> = (change: C, after: Position) => void;

/** Checks the chain line by line and hands over every change, oldest first. */
export function readJournal<D, C>(source: JournalSource<D, C>, { from, bytes }: Stretch, visit: Visit<C>): JournalEnd {
  let at = from;
  let start = 0;
  for (let end = bytes.indexOf(lineBreak); end >= 0; end = bytes.indexOf(lineBreak, start)) {
    const line = bytes.subarray(start, end);
    const after = positionAfter(at, line);
    const { change, damage = visited(change, visit, after) } = readLine(source, at, line);
    if (damage) return { at, damage };
    at = after;
    start = end + 1;
  }
  return { at };
}

/** The document after the changes of the stretch; `before` is the one they follow on. */
export function foldJournal<D, C>(
  source: JournalSource<D, C>,
  stretch: Stretch,
  before?: D,
): JournalEnd & { document: D | undefined } {
  const fold = source.kind.fold?.(before) ?? oneByOne(source.kind, before);
  const end = readJournal(source, stretch, fold.take);
  return { ...end, document: fold.document() };
}

function oneByOne<D, C>({ apply }: DocumentKind<D, C>, before: D | undefined): Fold<D, C> {
  let document = before;
  return {
    take: change => {
      document = apply(document, change);
    },
    document: () => document,
  };
}

/** A change the fold cannot take, such as one before "created", sets the document aside as an unreadable one does. */
function visited<C>(change: C | undefined, visit: Visit<C>, after: Position): Damage | undefined {
  try {
    if (change !== undefined) visit(change, after);
    return undefined;
  } catch (error) {
    return damagedLine(after.seq + 1, { zh: '不能接在此前的变更之后', en: 'does not fit the changes before' }, error);
  }
}
