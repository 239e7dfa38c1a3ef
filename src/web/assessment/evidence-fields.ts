import type { Answer } from '#assessment/answer.ts';
import { evidenceSchema } from '#assessment/evidence.ts';
import { type EvidenceKind, evidenceKindSchema, type Item } from '#checklist/checklist-schema.ts';
import { ceilingOf } from '#scoring/evidence-ceiling.ts';
import type { Format } from '../format.ts';
import { evidenceSentence } from './evidence-sentence.ts';
import { ceilingOfKind, reachWords, standingOf } from './evidence-standing.ts';
import type { OpenAssessment } from './open-assessment.ts';
import type { SentAnswer } from './sent-answer.ts';
import { blankEvidence, type EvidenceField, fieldName, type TypedAnswer, type TypedEvidence } from './typed-answer.ts';

type Given = {
  item: Item;
  open: OpenAssessment;
  answer: Answer | undefined;
  typed: TypedAnswer;
  errors: SentAnswer['errors'];
};

const icons = {
  statement: 'megaphone',
  document: 'file-text',
  operation: 'clipboard-list',
  measurement: 'gauge',
  exercise: 'siren',
  event: 'triangle-alert',
  audit: 'shield-check',
} satisfies Record<EvidenceKind, string>;

/** The evidence of one item: the records with what each supports, one blank record, and what the whole comes to. */
export function evidenceFieldsOf(given: Given, format: Format) {
  const { typed, item } = given;
  const next = Math.max(-1, ...typed.evidence.map(({ key }) => Number(key.slice(1)))) + 1;
  return {
    name: fieldName(item, 'evidence'),
    records: typed.evidence.map(record => recordOf(record, given, format)),
    blank: recordOf(blankEvidence(`e${next}`), given, format),
    error: errorOf('evidence', given),
    sentence: given.errors.length > 0 ? null : evidenceSentence(given, format),
    examples: examplesOf(item, format),
  };
}

function recordOf(record: TypedEvidence, given: Given, format: Format) {
  const { t } = format;
  const kind = evidenceKindSchema.safeParse(record.kind);
  const name = record.title.trim() || t('area.evidence.new');
  const standing = standingView(record, given, format);
  const faulty = given.errors.some(({ field }) => field.startsWith(`${record.key}:`));
  return {
    key: record.key,
    id: { name: fieldName(given.item, `${record.key}:id`), value: record.id },
    icon: kind.success ? icons[kind.data] : 'file-text',
    title: name,
    href: evidenceSchema.shape.link.safeParse(record.link).data ?? null,
    meta: metaOf(record, format),
    standing,
    classes: standing?.icon ? 'is-expired' : '',
    open: faulty,
    edit: t('area.evidence.edit', { title: name }),
    remove: {
      name: fieldName(given.item, `${record.key}:remove`),
      label: t('area.evidence.remove', { title: name }),
      checked: record.remove,
    },
    kind: {
      ...fieldOf('kind', record, given, format),
      options: [
        { value: '', label: t('area.evidence.kind.choose'), chosen: record.kind === '' },
        ...evidenceKindSchema.options.map(value => ({
          value,
          label: kindWords(value, given, format),
          chosen: value === record.kind,
        })),
      ],
    },
    fields: (['title', 'number', 'date', 'validUntil', 'keptAt', 'link'] as const).map(field =>
      fieldOf(field, record, given, format),
    ),
  };
}

function kindWords(kind: EvidenceKind, { item, open }: Given, format: Format): string {
  return format.t('area.evidence.kind.option', {
    kind: format.t(`assessment.evidence.${kind}`),
    reach: reachWords(ceilingOfKind(kind), item, open.checklist, format),
  });
}

function fieldOf(field: EvidenceField, record: TypedEvidence, given: Given, format: Format) {
  const name = `${record.key}:${field}`;
  const isDay = field === 'date' || field === 'validUntil';
  return {
    name: fieldName(given.item, name),
    label: format.t(`area.${field}`),
    value: record[field],
    placeholder: isDay ? '2026-11-30' : field === 'link' ? 'https://' : '',
    wide: field === 'title' || field === 'link',
    inputMode: field === 'link' ? 'url' : 'text',
    error: errorOf(name, given),
  };
}

function errorOf(field: string, { errors }: Given): string | null {
  return errors.find(error => error.field === field)?.text ?? null;
}

function metaOf(record: TypedEvidence, { t, day }: Format): string[] {
  const isDay = (text: string) => evidenceSchema.shape.date.unwrap().safeParse(text).success;
  const kind = evidenceKindSchema.safeParse(record.kind);
  return [
    kind.success ? t(`assessment.evidence.${kind.data}`) : '',
    record.number,
    isDay(record.date) ? day(record.date) : record.date,
    isDay(record.validUntil) ? t('area.evidence.valid-until', { day: day(record.validUntil) }) : '',
    record.keptAt,
  ].filter(Boolean);
}

/** Null while the record cannot be read. */
function standingView(record: TypedEvidence, { item, open }: Given, format: Format) {
  const filled = Object.entries(record).filter(([key, text]) => key in evidenceSchema.shape && text !== '');
  const parsed = evidenceSchema.safeParse(Object.fromEntries(filled));
  if (!parsed.success) return null;
  const { referenceDate } = open.assessment.setup;
  const standing = standingOf(parsed.data, referenceDate);
  if (standing !== 'in-force')
    return { classes: 'is-warn', icon: 'clock-alert', text: format.t(`area.evidence.${standing}`) };
  const ceiling = ceilingOf([parsed.data], referenceDate);
  const reach = reachWords(ceiling, item, open.checklist, format);
  return { classes: '', icon: null, text: format.t('area.evidence.supports', { reach }) };
}

function examplesOf(item: Item, format: Format): string[] {
  return (item.evidence ?? []).map(({ kind, example }) =>
    format.t('area.evidence.example', { kind: format.t(`assessment.evidence.${kind}`), example: format.text(example) }),
  );
}
