import type { Waiter } from './commit-queue.ts';
import type { DocumentKind } from './document-kind.ts';
import { changeLine, type Position, positionAfter } from './journal-line.ts';

export type State<Document> = { document: Document; at: Position };

/** The lines to append, the state behind them, and whom to tell once they are stored. */
export type Batch<Document> = { lines: string; after: State<Document>; settlements: (() => void)[] };

/** Each decides on the state that includes the ones before it. */
export function prepareBatch<D, C>(
  kind: DocumentKind<D, C>,
  before: State<D>,
  waiters: readonly Waiter<D, C>[],
): Batch<D> {
  return waiters.reduce<Batch<D>>((batch, waiter) => withDecisionOf(waiter, batch, kind), {
    lines: '',
    after: before,
    settlements: [],
  });
}

/** The line that makes `change` durable, with its line break, and the state behind it. */
export function extend<D, C>(
  kind: DocumentKind<D, C>,
  before: { document: D | undefined; at: Position },
  change: C,
): { line: string; after: State<D> } {
  const line = changeLine(kind, before.at, change);
  // What is applied is what a restart will read; a change that could not be read back is refused here.
  const readBack = kind.changeSchema.parse(JSON.parse(JSON.stringify(change)));
  const after = { document: kind.apply(before.document, readBack), at: positionAfter(before.at, line) };
  return { line: `${line}\n`, after };
}

function withDecisionOf<D, C>(waiter: Waiter<D, C>, batch: Batch<D>, kind: DocumentKind<D, C>): Batch<D> {
  try {
    const change = waiter.decide(batch.after.document);
    const { line, after } = change === undefined ? { line: '', after: batch.after } : extend(kind, batch.after, change);
    batch.settlements.push(() => waiter.settle(after));
    return { ...batch, lines: batch.lines + line, after };
  } catch (error) {
    // Its own fault: the others have nothing to do with it.
    batch.settlements.push(() => waiter.fail(error));
    return batch;
  }
}
