import type { AssessmentChange } from '#assessment/assessment.ts';
import { fileLimits } from '#assessment/evidence-file.ts';
import type { FileState } from '#assessment/evidence-file-store.ts';
import { evidenceMark } from '#assessment/evidence-mark.ts';
import type { RegisteredEvidence } from '#assessment/evidence-register.ts';
import { findAreaOfItem, findItem } from '#checklist/checklist-lookups.ts';
import { evidenceKindSchema } from '#checklist/checklist-schema.ts';
import { ceilingOf } from '#scoring/evidence-ceiling.ts';
import { type Fault, faultInLanguage } from '#shared/fault.ts';
import { recordWords } from '../assessment/answer-changes.ts';
import { evidenceFieldError } from '../assessment/answer-errors.ts';
import type { Others } from '../assessment/answer-shown.ts';
import { assessmentBar } from '../assessment/assessment-bar.ts';
import { othersWords } from '../assessment/joined-words.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';
import { type EvidenceField, evidenceFields } from '../assessment/typed-answer.ts';
import type { Format } from '../format.ts';
import type { Page } from '../page.ts';
import { type TypedRecord, typedOfRecord } from './evidence-form.ts';
import { evidenceHistory } from './evidence-history.ts';
import { codesOf, fieldLook } from './evidence-record-fields.ts';
import { reachAnywhere } from './evidence-standing.ts';
import { evidenceHref, fileHref, sizeWords, validityTag } from './evidence-words.ts';
import { recordConflict } from './record-conflict.ts';

export type EvidencePage = {
  open: OpenAssessment;
  entry: RegisteredEvidence;
  changes: AssessmentChange[];
  fileState: FileState;
  uploads: boolean;
  /** What was sent and could not be saved. */
  sent?: { typed: TypedRecord; faults: Fault[] };
  /** Whose saving it was joined with. */
  joined?: Others;
  /** Why no file was taken. */
  fileProblem?: string;
};

/** One record: what it says, its file, where it is used, what became of it. */
export function evidencePage(page: EvidencePage, format: Format): Page {
  const { open, entry, uploads, sent, fileProblem } = page;
  const { record } = entry;
  const { assessment } = open;
  const href = evidenceHref(assessment.id, record.id ?? '');
  const { referenceDate } = assessment.setup;
  const errors = sent ? errorsOf(sent, format) : [];
  const ceiling = ceilingOf([record], referenceDate);
  return {
    template: 'evidence/evidence',
    title: record.title,
    section: 'assessments',
    assessmentBar: assessmentBar(open, 'evidence', format),
    view: {
      back: `/assessments/${assessment.id}/evidence`,
      heading: record.title,
      kind: format.t(`assessment.evidence.${record.kind}`),
      tag: validityTag(record, referenceDate, format),
      supports:
        ceiling > 0
          ? format.t('evidence.supports', { reach: reachAnywhere(ceiling, open.wholeChecklist, format) })
          : format.t('evidence.supports.none'),
      action: href,
      final: assessment.state === 'final',
      errors: errors.map(({ field, text }) => ({ href: `#${field}`, text })),
      conflict: sent && errors.length === 0 ? recordConflict(sent.typed, page, format) : null,
      joined: page.joined ? format.t('joined.record', othersWords(page.joined, open, format)) : null,
      differing: entry.versions.length > 1 ? differingView(page, format) : [],
      ...fieldsView(page, errors, format),
      // Where two versions met, the ways on stand beside them.
      saves: assessment.state !== 'final' && !(sent && errors.length === 0),
      saveHint: entry.usedBy.length > 1 ? format.t('evidence.save.shared', { count: entry.usedBy.length }) : null,
      usedBy: entry.usedBy.map(({ item }) => useView(item, open, format)),
      file: fileView(page, href, format),
      uploads,
      fileProblem: fileProblem ?? null,
      history: evidenceHistory(page, format),
    },
  };
}

type FieldError = { field: string; text: string };

function errorsOf({ typed, faults }: NonNullable<EvidencePage['sent']>, format: Format): FieldError[] {
  const errors = faults.map(fault => {
    const field = evidenceFields.find(name => name === fault.path[0]);
    return field
      ? { field, text: evidenceFieldError(field, typed[field], format) }
      : { field: 'record', text: faultInLanguage(fault, format.language).message };
  });
  return [...new Map(errors.toReversed().map(error => [error.field, error])).values()].toReversed();
}

function fieldsView({ entry: { record }, sent }: EvidencePage, errors: FieldError[], format: Format) {
  const seen = evidenceMark(record);
  const typed = sent?.typed ?? typedOfRecord(record, seen);
  const field = (name: EvidenceField) => ({
    name,
    label: format.t(`area.${name}`),
    value: typed[name],
    ...fieldLook(name),
    error: errors.find(error => error.field === name)?.text ?? null,
  });
  const options = evidenceKindSchema.options.map(value => ({
    value,
    label: format.t(`assessment.evidence.${value}`),
    chosen: value === typed.kind,
  }));
  return {
    // Faulty fields go on from what their page saw, a conflict from what it shows beside them.
    seen: errors.length > 0 ? typed.base || typed.seen : seen,
    kindField: { ...field('kind'), options },
    fields: (['title', 'number', 'date', 'validUntil', 'keptAt', 'link'] as const).map(field),
  };
}

function differingView({ entry, open }: EvidencePage, format: Format) {
  return entry.versions.map(({ record, item }) => ({
    code: codesOf([item], open.wholeChecklist).join(''),
    words: recordWords(record, format),
  }));
}

function useView(itemId: string, { assessment, checklist, wholeChecklist }: OpenAssessment, { t, text }: Format) {
  const item = findItem(wholeChecklist, itemId);
  const area = findAreaOfItem(checklist, itemId);
  const words = { code: item?.code ?? itemId, title: item ? text(item.title) : '' };
  if (!area) return { href: null, label: t('evidence.used.out', words) };
  const anchor = encodeURIComponent(words.code);
  return { href: `/assessments/${assessment.id}/areas/${area.id}#${anchor}`, label: t('evidence.used.item', words) };
}

function fileView({ entry: { record }, open, fileState }: EvidencePage, href: string, { t }: Format) {
  const { file } = record;
  const seen = file?.sha256 ?? 'none';
  return {
    present: file
      ? {
          name: file.name,
          href: fileHref(open.assessment.id, record),
          facts: t('evidence.file.facts', { type: t(`evidence.type.${file.type}`), size: sizeWords(file.size) }),
          hash: file.sha256,
          trouble: fileState === 'whole' ? null : t(`evidence.file.${fileState}.text`),
        }
      : null,
    seen,
    choose: t(file ? 'evidence.file.replace' : 'evidence.file.choose'),
    hint: t('evidence.file.hint', { size: sizeWords(fileLimits.bytes) }),
    uploadAction: `${href}/file?seen=${seen}`,
    removeAction: `${href}/file/remove`,
  };
}
