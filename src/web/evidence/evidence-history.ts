import type { AssessmentChange } from '#assessment/assessment.ts';
import type { RegisteredEvidence } from '#assessment/evidence-register.ts';
import { type RecordVersion, recordVersions } from '#assessment/record-versions.ts';
import { recordWords } from '../assessment/answer-changes.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';
import { personName } from '../assessment/person-name.ts';
import { textDifference } from '../assessment/text-difference.ts';
import type { Format } from '../format.ts';
import { foldSide } from '../history/fold-change.ts';
import { fileHref } from './evidence-words.ts';

type Recorded = { open: OpenAssessment; entry: RegisteredEvidence; changes: AssessmentChange[] };

/** What a record said one after another, the latest first, each with its file of that time. */
export function evidenceHistory({ open, entry, changes }: Recorded, format: Format) {
  const versions = recordVersions(changes, entry.record.id ?? '');
  return versions.map((version, index) => entryOf(version, versions[index - 1], open, format)).toReversed();
}

function entryOf(
  { by, at, record }: RecordVersion,
  before: RecordVersion | undefined,
  open: OpenAssessment,
  format: Format,
) {
  const change = textDifference(before ? recordWords(before.record, format) : '', recordWords(record, format));
  const href = fileHref(open.assessment.id, record);
  return {
    heading: format.t('evidence.history.entry', { who: personName(by, open, format), when: format.dayAndTime(at) }),
    what: format.t(before ? 'evidence.history.changed' : 'evidence.history.first'),
    change: { before: foldSide(change.before, format), after: foldSide(change.after, format) },
    file: record.file && href ? { href, name: record.file.name } : null,
  };
}
