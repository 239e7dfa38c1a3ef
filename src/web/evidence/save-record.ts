import type { Assessment, AssessmentChange } from '#assessment/assessment.ts';
import { changeEvidence, type EvidenceRefusal } from '#assessment/change-evidence.ts';
import type { Evidence } from '#assessment/evidence.ts';
import { evidenceMark } from '#assessment/evidence-mark.ts';
import { findEvidence } from '#assessment/evidence-register.ts';
import { recordVersions } from '#assessment/record-versions.ts';
import type { Decision } from '#shared/decision.ts';
import type { Others } from '../assessment/answer-shown.ts';
import type { Format } from '../format.ts';
import { type Site, stampOf } from '../site.ts';
import { recordOfTyped, type TypedRecord, typedOfRecord } from './evidence-form.ts';
import { contradictingFields, joinRecord, type RecordVersions } from './join-record.ts';

export type RecordOutcome =
  | { kind: 'saved' }
  | { kind: 'joined'; others: Others }
  | { kind: 'refused'; refusal: Refusal };
type Refusal = Exclude<EvidenceRefusal, { reason: 'unchanged' }>;

type Save = { assessmentId: string; recordId: string; typed: TypedRecord; format: Format };

/** Saves what was typed; on an older form it is joined with what others saved, where nothing contradicts or where that was asked for. */
export async function saveRecord(site: Site, save: Save): Promise<RecordOutcome> {
  const { assessmentId, recordId, typed, format } = save;
  const isAsked = typed.way === 'join';
  const plain = isAsked ? undefined : await commit(site, save, assessment => change(assessment, save, stampOf(site)));
  if (plain && (plain.kind !== 'refused' || plain.refusal.reason !== 'stale' || typed.way !== 'save')) return plain;
  const versions = recordVersions(await site.assessments.changes(assessmentId), recordId);
  const shown = findVersion(versions, isAsked ? typed.base : typed.seen);
  const later = shown ? versions.slice(versions.indexOf(shown) + 1) : [];
  const last = later.at(-1);
  const stamp = { ...stampOf(site), why: format.t('joined.why.record') };
  const joined = await commit(site, save, assessment => changeJoined(assessment, save, { base: shown?.record, stamp }));
  // Who asked for it was told what is left out.
  if (joined.kind === 'refused' || isAsked || !last) return joined;
  return { kind: 'joined', others: { by: [...new Set(later.map(({ by }) => by))], at: last.at } };
}

type Version = ReturnType<typeof recordVersions>[number];

/** The version that a form was made from; the latest of those that say the same. */
export function findVersion(versions: Version[], mark: string): Version | undefined {
  return versions.findLast(({ record }) => evidenceMark(record) === mark);
}

type Stamp = { by: string; at: string; why?: string };
type Change = Decision<AssessmentChange, EvidenceRefusal>;

function change(assessment: Assessment, { recordId, typed }: Save, stamp: Stamp): Change {
  return changeEvidence(assessment, { id: recordId, record: recordOfTyped(typed), seen: typed.seen, ...stamp });
}

/** Decided on the newest state. Who asked for it has seen the contradictions of that very state; without a base nobody knows what was changed. */
function changeJoined(
  assessment: Assessment,
  { recordId, typed }: Save,
  { base, stamp }: { base: Evidence | undefined; stamp: Stamp },
): Change {
  const current = findEvidence(assessment, recordId);
  if (!current) return { refused: { reason: 'not-found' } };
  const seen = evidenceMark(current.record);
  const versions = base && versionsOf(base, current.record, typed);
  const agreed = versions && (typed.way === 'join' ? typed.seen === seen : contradictingFields(versions).length === 0);
  if (!versions || !agreed) return { refused: { reason: 'stale', current } };
  return changeEvidence(assessment, { id: recordId, record: recordOfTyped(joinRecord(versions)), seen, ...stamp });
}

export function versionsOf(base: Evidence, stored: Evidence, mine: TypedRecord): RecordVersions {
  return { base: typedOfRecord(base, ''), stored: typedOfRecord(stored, ''), mine };
}

async function commit(
  site: Site,
  { assessmentId }: Save,
  decide: (assessment: Assessment) => Change,
): Promise<RecordOutcome> {
  const done = await site.assessments.commit(assessmentId, decide);
  if (!('refused' in done) || done.refused.reason === 'unchanged') return { kind: 'saved' };
  return { kind: 'refused', refusal: done.refused };
}
