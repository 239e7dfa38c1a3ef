import type { Answer } from '#assessment/answer.ts';
import type { Evidence } from '#assessment/evidence.ts';
import type { RegisteredEvidence } from '#assessment/evidence-register.ts';
import { scaleOf } from '#checklist/checklist-lookups.ts';
import { evidenceKindSchema, type Item } from '#checklist/checklist-schema.ts';
import { ceilingOf } from '#scoring/evidence-ceiling.ts';
import { fractionOf } from '#scoring/fraction.ts';
import type { Format } from '../format.ts';
import { valueWords } from './answer-words.ts';
import { codesOf, type RecordPlace, recordOf } from './evidence-record-fields.ts';
import { kindsThatCarry, reachWords } from './evidence-standing.ts';
import { blankEvidence, fieldName, nextEvidenceKey, type TypedAnswer } from './typed-answer.ts';

type Given = RecordPlace & { answer: Answer | undefined; typed: TypedAnswer; register: RegisteredEvidence[] };

/** The evidence of one item: the records with what each supports, one blank record, the register to choose from, and what the whole comes to. */
export function evidenceFieldsOf(given: Given, format: Format) {
  const { typed, item, errors } = given;
  return {
    name: fieldName(item, 'evidence'),
    records: typed.evidence.map(record => recordOf(record, given, format)),
    blank: recordOf(blankEvidence(nextEvidenceKey(typed.evidence)), given, format),
    use: useField(given, format),
    error: errors.find(error => error.field === 'evidence')?.text ?? null,
    sentence: sentenceOf(given, format),
    examples: examplesOf(item, format),
  };
}

/** The records of other items, by kind; null where there are none. */
function useField({ item, typed, register, open }: Given, format: Format) {
  const used = new Set(typed.evidence.map(({ id }) => id));
  const free = register.filter(({ record }) => record.id !== undefined && !used.has(record.id));
  if (free.length === 0) return null;
  const label = ({ record, usedBy }: RegisteredEvidence) =>
    format.t('evidence.use.option', {
      title: titleWords(record, format),
      items: format.list(
        codesOf(
          usedBy.map(use => use.item),
          open.wholeChecklist,
        ),
      ),
    });
  const groups = evidenceKindSchema.options.flatMap(kind => {
    const options = free
      .filter(({ record }) => record.kind === kind)
      .map(entry => ({ value: entry.record.id ?? '', label: label(entry) }));
    return options.length > 0 ? [{ label: format.t(`assessment.evidence.${kind}`), options }] : [];
  });
  return { name: fieldName(item, 'use'), groups };
}

function titleWords({ title, number }: Evidence, { t }: Format): string {
  return number === undefined ? title : t('evidence.title-number', { title, number });
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
