import type { Answer } from '#assessment/answer.ts';
import { answerVersions } from '#assessment/answer-versions.ts';
import { findRecord } from '#assessment/record-answer.ts';
import type { Item } from '#checklist/checklist-schema.ts';
import type { Site } from '../site.ts';
import type { OpenAssessment } from './open-assessment.ts';
import type { SentFields } from './sent-fields.ts';
import { sameTyped, typedOfAnswer } from './typed-answer.ts';

/** A form of one item as it came, and what it came from. */
export type Shown = { open: OpenAssessment; item: Item; sent: SentFields };

/** Who saved since the form was made, and when the last of them did. */
export type Others = { by: string[]; at: string };

/** What the page showed that these fields come from. */
export async function answerShown(site: Site, shown: Shown): Promise<Answer | null> {
  const versions = shown.sent.rev > 0 ? await versionsOf(site, shown) : [];
  return versions.find(({ rev }) => rev === shown.sent.rev)?.answer ?? null;
}

/** What it showed and who saved later. Undefined where the form is ahead of the store, so that nobody knows what it showed. */
export async function versionsSince(site: Site, shown: Shown) {
  const versions = await versionsOf(site, shown);
  const base = versions.find(({ rev }) => rev === shown.sent.rev);
  const later = versions.filter(({ rev }) => rev > shown.sent.rev);
  const last = later.at(-1);
  if ((shown.sent.rev > 0 && !base) || !last) return undefined;
  const others: Others = { by: [...new Set(later.map(({ by }) => by))], at: last.at };
  return { base: base?.answer ?? null, others, rev: last.rev };
}

/** The fields say what is stored, or still what they said when the page was made, whoever answered since. */
export async function isUntouched(site: Site, { open, item, sent }: Shown): Promise<boolean> {
  const record = findRecord(open.assessment, item.id);
  if (sameTyped(sent.typed, typedOfAnswer(record?.answer, item))) return true;
  if (sent.rev === (record?.rev ?? 0)) return false;
  return sameTyped(sent.typed, typedOfAnswer(await answerShown(site, { open, item, sent }), item));
}

async function versionsOf({ assessments }: Site, { open, item }: Shown) {
  return answerVersions(await assessments.changes(open.assessment.id), item.id);
}
