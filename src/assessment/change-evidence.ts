import type { Decision } from '#shared/decision.ts';
import { type Checked, check, type Fault, fault } from '#shared/fault.ts';
import type { Assessment, AssessmentChange } from './assessment.ts';
import { type Evidence, evidenceSchema } from './evidence.ts';
import { type EvidenceFile, fileLimits, isSameFile } from './evidence-file.ts';
import { evidenceMark } from './evidence-mark.ts';
import { findEvidence, type RegisteredEvidence } from './evidence-register.ts';
import { bytesOf, filesAfter } from './file-entries.ts';

export type EvidenceRefusal =
  | { reason: 'not-found' }
  | { reason: 'final' }
  | { reason: 'faulty'; faults: Fault[] }
  | { reason: 'stale'; current: RegisteredEvidence }
  | { reason: 'unchanged'; current: RegisteredEvidence };

/** `why` is a remark for the history. */
type Stamp = { by: string; at: string; why?: string };

/** Changes what a record says, for every answer that carries it. `seen` is the mark of the record that was shown; its file stays. */
export function changeEvidence(
  assessment: Assessment,
  { id, record, seen, ...stamp }: Stamp & { id: string; record: unknown; seen: string },
): Decision<AssessmentChange, EvidenceRefusal> {
  const current = findEvidence(assessment, id);
  if (!current) return { refused: { reason: 'not-found' } };
  const checked = checkRecord(record, current.record);
  if (!checked.ok) return { refused: { reason: 'faulty', faults: checked.faults } };
  if (assessment.state === 'final') return { refused: { reason: 'final' } };
  if (seen !== evidenceMark(current.record)) return { refused: { reason: 'stale', current } };
  return commitRecord(current, checked.value, stamp);
}

/** Puts a file on a record, or takes it off. `seen` is the hash of the file that was shown, if there was one. */
export function attachFile(
  assessment: Assessment,
  { id, file, seen, ...stamp }: Stamp & { id: string; file: EvidenceFile | undefined; seen: string | undefined },
): Decision<AssessmentChange, EvidenceRefusal> {
  const current = findEvidence(assessment, id);
  if (!current) return { refused: { reason: 'not-found' } };
  if (assessment.state === 'final') return { refused: { reason: 'final' } };
  if (seen !== current.record.file?.sha256) return { refused: { reason: 'stale', current } };
  const { file: _before, ...rest } = current.record;
  const record: Evidence = file ? { ...rest, file } : rest;
  const faults = checkRoom(assessment, record);
  return faults.length > 0 ? { refused: { reason: 'faulty', faults } } : commitRecord(current, record, stamp);
}

/** Whoever sends an id or a file has to send the ones that the record has. */
function checkRecord(input: unknown, { id, file }: Evidence): Checked<Evidence> {
  const checked = check(evidenceSchema, input);
  if (!checked.ok) return checked;
  const { id: sentId, file: sentFile, ...content } = checked.value;
  const faults = [
    ...(sentId === undefined || sentId === id ? [] : [fault(['id'], '佐证编号不能改', 'the id of a record stays')]),
    ...(sentFile === undefined || isSameFile(sentFile, file) ? [] : [foreignFile(['file'])]),
  ];
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, value: { ...content, ...(id === undefined ? {} : { id }), ...(file ? { file } : {}) } };
}

export function foreignFile(path: Fault['path']): Fault {
  return fault(path, '附件只能通过上传设置', 'a file is set by uploading it, not by naming it');
}

function checkRoom({ files = [] }: Assessment, record: Evidence): Fault[] {
  return bytesOf(filesAfter(files, [record])) <= fileLimits.bytesOfAssessment
    ? []
    : [
        fault(
          ['file'],
          '本次评价的附件总量已达 2 GB，不能再加',
          'the files of this assessment have reached 2 GB; no more can be added',
        ),
      ];
}

/** A record that says different things in different answers is written even where the first of them stays as it is. */
function commitRecord(
  current: RegisteredEvidence,
  record: Evidence,
  stamp: Stamp,
): Decision<AssessmentChange, EvidenceRefusal> {
  const { id } = current.record;
  const isUnchanged = evidenceMark(record) === evidenceMark(current.record) && current.versions.length === 1;
  if (id === undefined || isUnchanged) return { refused: { reason: 'unchanged', current } };
  const items = current.usedBy.map(({ item, rev }) => ({ item, rev: rev + 1 }));
  return { change: { type: 'evidence-changed', ...stamp, id, record, items } };
}
