import type { Answer } from '#assessment/answer.ts';
import { scaleOf } from '#checklist/checklist-lookups.ts';
import type { Item } from '#checklist/checklist-schema.ts';
import { ceilingOf } from '#scoring/evidence-ceiling.ts';
import { fractionOf } from '#scoring/fraction.ts';
import type { Format } from '../format.ts';
import { valueWords } from './answer-words.ts';
import { type RecordPlace, recordOf } from './evidence-record-fields.ts';
import { kindsThatCarry, reachWords } from './evidence-standing.ts';
import { type UseOption, useField } from './evidence-use.ts';
import { blankEvidence, fieldName, nextEvidenceKey, type TypedAnswer } from './typed-answer.ts';

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
    sentence: sentenceOf(given, format),
    examples: examplesOf(item, format),
  };
}

/** What is claimed beside what evidence carries, and what would carry the rest. */
function sentenceOf({ item, open, answer, errors }: Given, format: Format): string | null {
  if (answer?.answer !== 'scored' || answer.value === undefined || errors.length > 0) return null;
  const { checklist, assessment } = open;
  const fraction = fractionOf(item, answer.value, scaleOf(item, checklist));
  const ceiling = ceilingOf(answer.evidence, assessment.setup.referenceDate);
  const claimed = valueWords(item, answer.value, checklist, format);
  if (fraction <= ceiling / 5 + 1e-9) return format.t('area.evidence.enough', { claimed });
  const kinds = kindsThatCarry(fraction)
    .map(kind => format.t(`assessment.evidence.${kind}`))
    .join(format.t('area.evidence.or'));
  if (ceiling === 0) return format.t('area.evidence.none', { claimed, kinds });
  const reach = reachWords(ceiling, item, checklist, format);
  return format.t('area.evidence.short', { claimed, reach, kinds });
}

function examplesOf(item: Item, format: Format): string[] {
  return (item.evidence ?? []).map(({ kind, example }) =>
    format.t('area.evidence.example', { kind: format.t(`assessment.evidence.${kind}`), example: format.text(example) }),
  );
}
