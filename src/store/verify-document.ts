import type { TrailHead } from '#assessment/assessment-store.ts';
import { clockBack } from '#assessment/clock-back.ts';
import { canonicalJson } from '#shared/canonical-json.ts';
import type { Text } from '#shared/text.ts';
import { damages } from './damage.ts';
import type { DocumentFiles } from './document-files.ts';
import { beginning, type Position } from './journal-line.ts';
import { readFileIfThere } from './read-file-if-there.ts';
import { readJournal } from './read-journal.ts';
import { readSnapshot, type Snapshot } from './snapshot.ts';
import { StoreError } from './store-error.ts';

/** What the files of one document prove: `seq` and `head` are of the last change that follows from all before it. */
export type VerifiedDocument = TrailHead & {
  id: string;
  /** Bytes behind the last whole line: a change that is being written, or one whose writing was cut short. No damage. */
  torn: number;
  /** The changes that are dated before the one before them. No damage. */
  clockBack: number[];
  problem?: Required<Text> | undefined;
};

/** Reads only, and needs no lock: the snapshot first, since the journal can only have grown by then. */
export async function verifyDocument<D, C extends { at: string }>(
  files: DocumentFiles<D, C>,
): Promise<VerifiedDocument> {
  const { id, file } = files.source;
  try {
    const { snapshot, damage } = await readSnapshot(files.snapshotFile, files.source);
    const bytes = await readFileIfThere(file);
    if (!bytes) return { id, seq: 0, head: '', torn: 0, clockBack: [], problem: damages.journalMissing.reason };
    const replayed = replay(files, bytes, snapshot?.at.seq);
    const nothing = replayed.end.seq < 1 ? damages.noCreation.reason : undefined;
    const problem = replayed.problem ?? nothing ?? damage?.reason ?? (snapshot && compare(snapshot, replayed));
    const { seq, head, offset } = replayed.end;
    return {
      id,
      seq: Math.max(0, seq),
      head,
      torn: (replayed.problem ?? nothing) ? 0 : bytes.length - offset,
      clockBack: clockBack(replayed.times),
      problem,
    };
  } catch (error) {
    if (error instanceof StoreError) return { id, seq: 0, head: '', torn: 0, clockBack: [], problem: error.text };
    throw error;
  }
}

type Dated = { seq: number; at: string };

/** How far the chain holds, and the document as it was after `seq` changes. */
type Replayed<D> = {
  end: Position;
  problem: Required<Text> | undefined;
  reached: Snapshot<D> | undefined;
  times: Dated[];
};

function replay<D, C extends { at: string }>(
  { source }: DocumentFiles<D, C>,
  bytes: Buffer,
  seq: number | undefined,
): Replayed<D> {
  let document: D | undefined;
  let reached: Snapshot<D> | undefined;
  const times: Dated[] = [];
  const { at, damage } = readJournal(source, { from: beginning, bytes }, (change, after) => {
    document = source.kind.apply(document, change);
    times.push({ seq: after.seq, at: change.at });
    if (after.seq === seq) reached = { document, at: after };
  });
  return { end: at, problem: damage?.reason, reached, times };
}

/** A snapshot edited by hand may carry its right hash; only the replay tells. */
function compare<D>(snapshot: Snapshot<D>, { reached }: Replayed<D>): Required<Text> | undefined {
  if (!reached) return damages.journalShort.reason;
  if (canonicalJson(snapshot.at) !== canonicalJson(reached.at)) return damages.snapshotElsewhere.reason;
  return canonicalJson(snapshot.document) === canonicalJson(reached.document)
    ? undefined
    : damages.snapshotDiffers.reason;
}
