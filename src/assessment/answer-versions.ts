import type { Answer } from './answer.ts';
import type { AssessmentChange } from './assessment.ts';
import type { Evidence } from './evidence.ts';

/** One revision of an item's answer; null after clearing. `through` evidence: a record was changed for all items that use it. */
export type AnswerVersion = {
  rev: number;
  by: string;
  at: string;
  why?: string | undefined;
  answer: Answer | null;
  through: 'answer' | 'evidence';
};

/** Every revision of one item, oldest first. `changes` are those of the whole assessment, oldest first. */
export function answerVersions(changes: AssessmentChange[], itemId: string): AnswerVersion[] {
  const versions: AnswerVersion[] = [];
  for (const change of changes) {
    const version = versionAfter(change, itemId, versions.at(-1)?.answer ?? null);
    if (version) versions.push(version);
  }
  return versions;
}

/** The answer with the record in the place of the one that has its id. */
export function withRecord(answer: Answer, record: Evidence): Answer {
  return { ...answer, evidence: (answer.evidence ?? []).map(known => (known.id === record.id ? record : known)) };
}

function versionAfter(change: AssessmentChange, itemId: string, before: Answer | null): AnswerVersion | undefined {
  const { by, at, why } = change;
  if (change.type === 'evidence-changed') {
    const rev = change.items.find(({ item }) => item === itemId)?.rev;
    if (rev === undefined) return undefined;
    return { rev, by, at, why, answer: before && withRecord(before, change.record), through: 'evidence' };
  }
  if ((change.type !== 'answered' && change.type !== 'answer-cleared') || change.item !== itemId) return undefined;
  const answer = change.type === 'answered' ? change.answer : null;
  return { rev: change.rev, by, at, why, answer, through: 'answer' };
}
