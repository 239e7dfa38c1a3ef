import { findRecord } from '#assessment/record-answer.ts';
import type { Site } from '../site.ts';
import { isUntouched, type Shown } from './answer-shown.ts';
import { openAssessment } from './open-assessment.ts';
import { type TypedAnswer, typedOfAnswer } from './typed-answer.ts';

/** After something was refused: what was typed and is not saved stays; fields that nobody touched show the newest. */
export async function fieldsAfter(site: Site, shown: Shown): Promise<{ typed: TypedAnswer; rev: number }> {
  const { item, sent } = shown;
  const open = await openAssessment(site, shown.open.assessment.id);
  if (!(await isUntouched(site, { ...shown, open }))) return { typed: sent.typed, rev: sent.rev };
  const record = findRecord(open.assessment, item.id);
  return { typed: typedOfAnswer(record?.answer, item), rev: record?.rev ?? 0 };
}
