import { applyChange } from './apply-change.ts';
import type { Assessment, AssessmentChange } from './assessment.ts';
import type { KeptChange } from './assessment-store.ts';

/** A change with the assessment before and after it, as far as the change is about it: its items' answers, or everything but answers. */
export type HistoryEntry = KeptChange<AssessmentChange> & { before: Assessment | undefined; after: Assessment };

/** The items that a change is about; none where it is about the whole assessment. */
export function itemsOfChange(change: AssessmentChange): string[] {
  if (change.type === 'checklist-changed') return change.taken.map(({ item }) => item);
  if (change.type === 'checklist-change-undone') return [...change.restored, ...change.taken].map(({ item }) => item);
  if (change.type === 'evidence-changed') return change.items.map(({ item }) => item);
  return 'item' in change ? [change.item] : [];
}

/** Gives the wanted ones of all changes, oldest first. Each item is folded by itself: what a page of a long history shows stays cheap. */
export function* historyEntries(
  all: readonly KeptChange<AssessmentChange>[],
  wanted: readonly KeptChange<AssessmentChange>[],
): Generator<HistoryEntry> {
  const items = new Set(wanted.flatMap(({ change }) => itemsOfChange(change)));
  const seqs = new Set(wanted.map(({ seq }) => seq));
  const folds: Folds = { whole: undefined, items: new Map() };
  for (const kept of all) {
    if (isMove(kept.change)) {
      const [before, after] = foldMove(folds, kept.change);
      if (seqs.has(kept.seq)) yield { ...kept, before, after };
      continue;
    }
    const concerned = itemsOfChange(kept.change);
    const followed = concerned.filter(item => items.has(item));
    if (concerned.length > 0 && followed.length === 0) continue;
    const before = joinFolds(folds, followed);
    const after = applyChange(before, withoutOthers(kept.change, items));
    if (concerned.length === 0) folds.whole = after;
    for (const item of followed) folds.items.set(item, after);
    if (seqs.has(kept.seq)) yield { ...kept, before, after };
  }
}

type MoveChange = Extract<AssessmentChange, { type: 'checklist-changed' | 'checklist-change-undone' }>;

function isMove(change: AssessmentChange): change is MoveChange {
  return change.type === 'checklist-changed' || change.type === 'checklist-change-undone';
}

/** About the whole assessment and about some of its answers at once: every fold goes on with its own part. */
function foldMove(folds: Folds, change: MoveChange): [before: Assessment | undefined, after: Assessment] {
  const { whole, items } = folds;
  const before = whole && { ...whole, answers: answersIn(folds) };
  folds.whole = applyChange(whole, onlyFor(change, new Set()));
  for (const [item, fold] of items) items.set(item, applyChange(fold, onlyFor(change, new Set([item]))));
  return [before, { ...folds.whole, answers: answersIn(folds) }];
}

function answersIn({ items }: Folds): Assessment['answers'] {
  return Object.assign(
    {},
    ...[...items].map(([item, { answers }]) => {
      const record = answers[item];
      return record ? { [item]: record } : {};
    }),
  );
}

function onlyFor(change: MoveChange, items: ReadonlySet<string>): MoveChange {
  const isOf = ({ item }: { item: string }) => items.has(item);
  const taken = change.taken.filter(isOf);
  return change.type === 'checklist-changed'
    ? { ...change, taken }
    : { ...change, taken, restored: change.restored.filter(isOf) };
}

type Folds = { whole: Assessment | undefined; items: Map<string, Assessment> };

/** The first answer to an item follows on the assessment without answers. */
function joinFolds({ whole, items }: Folds, followed: string[]): Assessment | undefined {
  const [first] = followed;
  const start = (first === undefined ? undefined : items.get(first)) ?? whole;
  if (!start || followed.length < 2) return start;
  const answers = followed.flatMap(item =>
    Object.entries(items.get(item)?.answers ?? {}).filter(([id]) => id === item),
  );
  return { ...start, answers: Object.fromEntries(answers) };
}

function withoutOthers(change: AssessmentChange, items: ReadonlySet<string>): AssessmentChange {
  return change.type === 'evidence-changed'
    ? { ...change, items: change.items.filter(({ item }) => items.has(item)) }
    : change;
}
