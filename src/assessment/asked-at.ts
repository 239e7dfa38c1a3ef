import { findItem, scaleOf } from '#checklist/checklist-lookups.ts';
import type { Checklist, Item } from '#checklist/checklist-schema.ts';
import { askedOtherwiseAt } from './asked-otherwise-at.ts';
import type { Assessment, PinnedChecklist } from './assessment.ts';

/** An item as people saw it. `former`: the present version does not ask it so any more. */
export type Asked = { item: Item; checklist: Checklist; former: boolean };

type Where = {
  assessment: Pick<Assessment, 'moves'>;
  wholeChecklist: Checklist;
  /** The whole checklist of another version; undefined where its copy is gone. */
  versionOf: (pin: PinnedChecklist) => Checklist | undefined;
  /** Where else an item may be found: a move to its version was undone. */
  otherVersions: () => readonly Checklist[];
};

/** The item as the version of that time asked it; where that does not have it, or without a time, as the nearest that does. */
export function askedAt(where: Where, itemId: string, at: string | undefined): Asked | undefined {
  const isOther = at !== undefined && askedOtherwiseAt(where.assessment, itemId, at);
  for (const checklist of versionsFrom(where, at)) {
    const item = findItem(checklist, itemId);
    if (item) return { item, checklist, former: isOther || !findItem(where.wholeChecklist, itemId) };
  }
  return undefined;
}

/** With its own scale, so that it can be read without its checklist. */
export function aloneOf({ item, checklist }: Asked): Item {
  return { ...item, scale: scaleOf(item, checklist) };
}

function* versionsFrom({ assessment, wholeChecklist, versionOf, otherVersions }: Where, at: string | undefined) {
  const moves = assessment.moves ?? [];
  const since = at === undefined ? undefined : moves.find(move => move.at > at);
  const ofItsTime = since && versionOf(since.from);
  if (ofItsTime) yield ofItsTime;
  yield wholeChecklist;
  for (const { from } of moves.toReversed()) {
    const earlier = versionOf(from);
    if (earlier) yield earlier;
  }
  yield* otherVersions();
}
