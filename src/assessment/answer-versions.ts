import type { Answer } from './answer.ts';
import type { AssessmentChange } from './assessment.ts';
import type { Evidence } from './evidence.ts';

/**
 * One revision of an item's answer; null after clearing. `through` evidence: a record was changed for all items that use it; version: another
 * version of the checklist took the answer out or put it back.
 */
export type AnswerVersion = {
  rev: number;
  by: string;
  at: string;
  why?: string | undefined;
  answer: Answer | null;
  through: 'answer' | 'evidence' | 'version';
};

/** Every revision of one item, oldest first. `changes` are those of the whole assessment, oldest first. */
export function answerVersions(changes: AssessmentChange[], itemId: string): AnswerVersion[] {
  const versions: AnswerVersion[] = [];
  const left: (Answer | null)[] = [];
  for (const change of changes) {
    const before = versions.at(-1)?.answer ?? null;
    if (change.type === 'checklist-changed') left.push(before);
    const restored = change.type === 'checklist-change-undone' ? (left.pop() ?? null) : null;
    const version = versionAfter(change, itemId, before) ?? versionMoved(change, itemId, restored);
    if (version) versions.push(version);
  }
  return versions;
}

/** The answer with the record in the place of the one that has its id. */
export function withRecord(answer: Answer, record: Evidence): Answer {
  return { ...answer, evidence: (answer.evidence ?? []).map(known => (known.id === record.id ? record : known)) };
}

function versionMoved(change: AssessmentChange, itemId: string, before: Answer | null): AnswerVersion | undefined {
  if (change.type !== 'checklist-changed' && change.type !== 'checklist-change-undone') return undefined;
  const { by, at, why } = change;
  const restored = change.type === 'checklist-change-undone' ? revisionIn(change.restored, itemId) : undefined;
  if (restored !== undefined) return { rev: restored, by, at, why, answer: before, through: 'version' };
  const taken = revisionIn(change.taken, itemId);
  return taken === undefined ? undefined : { rev: taken, by, at, why, answer: null, through: 'version' };
}

function revisionIn(items: { item: string; rev: number }[], itemId: string): number | undefined {
  return items.find(({ item }) => item === itemId)?.rev;
}

function versionAfter(change: AssessmentChange, itemId: string, before: Answer | null): AnswerVersion | undefined {
  const { by, at, why } = change;
  if (change.type === 'evidence-changed') {
    const rev = revisionIn(change.items, itemId);
    if (rev === undefined) return undefined;
    return { rev, by, at, why, answer: before && withRecord(before, change.record), through: 'evidence' };
  }
  if ((change.type !== 'answered' && change.type !== 'answer-cleared') || change.item !== itemId) return undefined;
  const answer = change.type === 'answered' ? change.answer : null;
  return { rev: change.rev, by, at, why, answer, through: 'answer' };
}
