import type { Answer } from '#assessment/answer.ts';
import type { Item } from '#checklist/checklist-schema.ts';
import { blankEvidence, fieldName, nextEvidenceKey, type TypedAnswer } from '../assessment/typed-answer.ts';
import type { Format } from '../format.ts';
import { type RecordPlace, recordOf } from './evidence-record-fields.ts';
import { evidenceSentence } from './evidence-sentence.ts';
import { type UseOption, useField } from './evidence-use.ts';

type Given = RecordPlace & { answer: Answer | undefined; typed: TypedAnswer; options: UseOption[] };

/** The evidence of one item: the records with what each supports, one blank record, the register to choose from, and what the whole comes to. */
export function evidenceFieldsOf(given: Given, format: Format) {
  const { typed, item, errors } = given;
  return {
    name: fieldName(item, 'evidence'),
    records: typed.evidence.map(record => recordOf(record, given, format)),
    blank: recordOf(blankEvidence(nextEvidenceKey(typed.evidence)), given, format),
    use: useField(item, typed, given.options, format),
    error: errors.find(error => error.field === 'evidence')?.text ?? null,
    sentence: errors.length > 0 ? null : evidenceSentence(given, format),
    examples: examplesOf(item, format),
  };
}

function examplesOf(item: Item, format: Format): string[] {
  return (item.evidence ?? []).map(({ kind, example }) =>
    format.t('area.evidence.example', { kind: format.t(`assessment.evidence.${kind}`), example: format.text(example) }),
  );
}
