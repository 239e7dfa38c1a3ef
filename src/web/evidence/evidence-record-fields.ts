import { type Evidence, evidenceSchema, isSameContent } from '#assessment/evidence.ts';
import { otherRecords, storedRecord } from '#assessment/evidence-of-items.ts';
import { itemsOf } from '#checklist/checklist-lookups.ts';
import { type Checklist, type EvidenceKind, evidenceKindSchema, type Item } from '#checklist/checklist-schema.ts';
import { ceilingOf } from '#scoring/evidence-ceiling.ts';
import { countsWith, validityOf } from '#scoring/evidence-validity.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';
import type { SentAnswer } from '../assessment/sent-answer.ts';
import { type EvidenceField, fieldName, type TypedEvidence } from '../assessment/typed-answer.ts';
import type { Format } from '../format.ts';
import { ceilingOfKind, reachWords } from './evidence-standing.ts';
import { evidenceHref, evidenceIcons, fileHref, type Tag, validityTag } from './evidence-words.ts';

export type RecordPlace = { item: Item; open: OpenAssessment; errors: SentAnswer['errors']; uploads: boolean };

/** One record on the form of an item. One that other items use as well is shown and can be taken off, not changed. */
export function recordOf(record: TypedEvidence, place: RecordPlace, format: Format) {
  const { t } = format;
  const { item, open } = place;
  const typed = readRecord(record);
  const stored = storedRecord(record.id, { assessment: open.assessment, itemId: item.id });
  const usedBy = sharedWith(record, typed, place);
  const title = record.title.trim() || t('area.evidence.new');
  const errors = place.errors.filter(({ field }) => field.startsWith(`${record.key}:`));
  const name = (field: string) => fieldName(item, `${record.key}:${field}`);
  return {
    key: record.key,
    id: { name: name('id'), value: record.id },
    anchor: name('title'),
    icon: typed ? evidenceIcons[typed.kind] : 'file-text',
    title,
    href: evidenceSchema.shape.link.safeParse(record.link).data ?? null,
    meta: metaOf(record, format),
    tags: typed ? tagsOf(typed, place, format) : [],
    classes: typed && !counts(typed, open) ? 'is-expired' : '',
    shared: usedBy.length > 0 ? { name: name('ref'), ...sharedView(usedBy, place, record.id, format) } : null,
    errors: usedBy.length > 0 ? errors.map(({ text }) => text) : [],
    file: stored ? fileView(stored, place, format) : null,
    open: errors.length > 0,
    edit: t('area.evidence.edit', { title }),
    remove: { name: name('remove'), label: t('area.evidence.remove', { title }), checked: record.remove },
    kind: { ...fieldOf('kind', record, place, format), options: kindOptions(record.kind, place, format) },
    fields: (['title', 'number', 'date', 'validUntil', 'keptAt', 'link'] as const).map(field =>
      fieldOf(field, record, place, format),
    ),
  };
}

/** Undefined while the record cannot be read. */
function readRecord(record: TypedEvidence): Evidence | undefined {
  const filled = Object.entries(record).filter(([key, text]) => key in evidenceSchema.shape && text !== '');
  return evidenceSchema.safeParse(Object.fromEntries(filled)).data;
}

/** The other items that use the record, unless something else was typed than they say. */
function sharedWith(record: TypedEvidence, typed: Evidence | undefined, { item, open }: RecordPlace): string[] {
  if (record.id === '') return [];
  const others = otherRecords(record.id, { assessment: open.assessment, itemId: item.id });
  const isAsThere = record.ref || others.every(other => typed && isSameContent(other.record, typed));
  return isAsThere ? others.map(other => other.item) : [];
}

function sharedView(usedBy: string[], { open }: RecordPlace, id: string, format: Format) {
  return {
    text: format.t('evidence.also-used', { items: format.list(codesOf(usedBy, open.wholeChecklist)) }),
    href: evidenceHref(open.assessment.id, id),
  };
}

/** Codes in checklist order; an item that the checklist does not have goes by its id. */
export function codesOf(itemIds: string[], checklist: Checklist): string[] {
  const known = itemsOf(checklist).filter(({ id }) => itemIds.includes(id));
  const unknown = itemIds.filter(id => known.every(item => item.id !== id));
  return [...known.map(({ code }) => code), ...unknown];
}

/** The file of the stored record, or the way to upload one. */
function fileView(stored: Evidence, { open, uploads }: RecordPlace, { t }: Format) {
  const { id, file } = stored;
  if (id === undefined || (!file && !uploads)) return null;
  const final = open.assessment.state === 'final';
  return {
    download: file ? { href: fileHref(open.assessment.id, stored), name: file.name } : null,
    upload:
      uploads && !final
        ? {
            href: `${evidenceHref(open.assessment.id, id)}#file`,
            label: t(file ? 'evidence.file.change' : 'evidence.file.add'),
          }
        : null,
  };
}

function counts(record: Evidence, { assessment }: OpenAssessment): boolean {
  return countsWith(validityOf(record, assessment.setup.referenceDate));
}

function tagsOf(record: Evidence, { item, open }: RecordPlace, format: Format): Tag[] {
  const { referenceDate } = open.assessment.setup;
  const warning = validityTag(record, referenceDate, format);
  if (!counts(record, open)) return warning ? [warning] : [];
  const reach = reachWords(ceilingOf([record], referenceDate), item, open.checklist, format);
  const supports = { classes: '', icon: null, text: format.t('area.evidence.supports', { reach }) };
  return warning ? [warning, supports] : [supports];
}

function kindOptions(chosen: string, { item, open }: RecordPlace, format: Format) {
  const label = (kind: EvidenceKind) =>
    format.t('area.evidence.kind.option', {
      kind: format.t(`assessment.evidence.${kind}`),
      reach: reachWords(ceilingOfKind(kind), item, open.checklist, format),
    });
  return [
    { value: '', label: format.t('area.evidence.kind.choose'), chosen: chosen === '' },
    ...evidenceKindSchema.options.map(value => ({ value, label: label(value), chosen: value === chosen })),
  ];
}

function fieldOf(field: EvidenceField, record: TypedEvidence, { item, errors }: RecordPlace, format: Format) {
  const name = `${record.key}:${field}`;
  return {
    name: fieldName(item, name),
    label: format.t(`area.${field}`),
    value: record[field],
    ...fieldLook(field),
    error: errors.find(error => error.field === name)?.text ?? null,
  };
}

/** How the field of a record looks on any form. */
export function fieldLook(field: EvidenceField) {
  const isDay = field === 'date' || field === 'validUntil';
  return {
    placeholder: isDay ? '2026-11-30' : field === 'link' ? 'https://' : '',
    wide: field === 'title' || field === 'link',
    inputMode: field === 'link' ? 'url' : 'text',
  };
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
