import type { Evidence } from '#assessment/evidence.ts';
import { evidenceRegister } from '#assessment/evidence-register.ts';
import { type EvidenceKind, evidenceKindSchema, type Item } from '#checklist/checklist-schema.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';
import { fieldName, type TypedAnswer } from '../assessment/typed-answer.ts';
import type { Format } from '../format.ts';
import { codesOf } from './evidence-record-fields.ts';

/** A record of the register as a list offers it. */
export type UseOption = { value: string; kind: EvidenceKind; label: string };

/** The whole register, worded once for all items of a page. */
export function useOptions({ assessment, wholeChecklist }: OpenAssessment, format: Format): UseOption[] {
  return evidenceRegister(assessment).flatMap(({ record, usedBy }) => {
    if (record.id === undefined) return [];
    const items = codesOf(
      usedBy.map(({ item }) => item),
      wholeChecklist,
    );
    const label = format.t('evidence.use.option', { title: titleWords(record, format), items: format.list(items) });
    return [{ value: record.id, kind: record.kind, label }];
  });
}

/** What one item does not use yet, by kind; null where there is nothing. */
export function useField(item: Item, typed: TypedAnswer, options: UseOption[], { t }: Format) {
  const used = new Set(typed.evidence.map(({ id }) => id));
  const free = options.filter(({ value }) => !used.has(value));
  const groups = evidenceKindSchema.options.flatMap(kind => {
    const ofKind = free.filter(option => option.kind === kind);
    return ofKind.length > 0 ? [{ label: t(`assessment.evidence.${kind}`), options: ofKind }] : [];
  });
  return groups.length > 0 ? { name: fieldName(item, 'use'), groups } : null;
}

function titleWords({ title, number }: Evidence, { t }: Format): string {
  return number === undefined ? title : t('evidence.title-number', { title, number });
}
