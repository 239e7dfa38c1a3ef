import type { Answer } from '#assessment/answer.ts';
import { answerVersions } from '#assessment/answer-versions.ts';
import { findRecord } from '#assessment/record-answer.ts';
import type { Item } from '#checklist/checklist-schema.ts';
import type { Site } from '../site.ts';
import type { OpenAssessment } from './open-assessment.ts';
import type { SentFields } from './sent-fields.ts';
import { sameTyped, typedOfAnswer } from './typed-answer.ts';

export type Save = { open: OpenAssessment; item: Item; sent: SentFields };

/** What the page showed that these fields come from. */
export async function answerShown({ assessments }: Site, { open, item, sent }: Save): Promise<Answer | null> {
  const changes = sent.rev > 0 ? await assessments.changes(open.assessment.id) : [];
  return answerVersions(changes, item.id).find(({ rev }) => rev === sent.rev)?.answer ?? null;
}

/** The fields say what is stored, or still what they said when the page was made, whoever answered since. */
export async function isUntouched(site: Site, { open, item, sent }: Save): Promise<boolean> {
  const record = findRecord(open.assessment, item.id);
  if (sameTyped(sent.typed, typedOfAnswer(record?.answer, item))) return true;
  if (sent.rev === (record?.rev ?? 0)) return false;
  return sameTyped(sent.typed, typedOfAnswer(await answerShown(site, { open, item, sent }), item));
}
