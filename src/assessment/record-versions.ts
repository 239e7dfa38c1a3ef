import type { AssessmentChange } from './assessment.ts';
import type { Evidence } from './evidence.ts';
import { evidenceMark } from './evidence-mark.ts';

export type RecordVersion = { by: string; at: string; record: Evidence };

/** What a record said one after another, oldest first, whichever way it was changed. `changes` are those of the whole assessment. */
export function recordVersions(changes: AssessmentChange[], id: string): RecordVersion[] {
  const versions: RecordVersion[] = [];
  for (const change of changes) {
    const record = recordIn(change, id);
    const last = versions.at(-1);
    if (!record || (last && evidenceMark(last.record) === evidenceMark(record))) continue;
    versions.push({ by: change.by, at: change.at, record });
  }
  return versions;
}

function recordIn(change: AssessmentChange, id: string): Evidence | undefined {
  if (change.type === 'evidence-changed') return change.id === id ? change.record : undefined;
  return change.type === 'answered' ? change.answer.evidence?.find(record => record.id === id) : undefined;
}
