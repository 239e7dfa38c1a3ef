import { limits } from '#assessment/answer.ts';
import { evidenceLimits } from '#assessment/evidence.ts';
import { cellPlaces, type MatrixItem } from '#assessment/matrix-cells.ts';
import { scaleOf } from '#checklist/checklist-lookups.ts';
import type { Checklist, Item } from '#checklist/checklist-schema.ts';
import type { Fault } from '#shared/fault.ts';
import { inLanguage } from '#shared/text.ts';
import type { Format } from '../format.ts';
import { decimalNumber } from './answer-form.ts';
import { boundsWords } from './bounds-words.ts';
import { cellName } from './matrix-words.ts';
import { cellKey, type EvidenceField, evidenceFields, keptEvidence, type TypedAnswer } from './typed-answer.ts';
import { isSpeltAsDay } from './typed-day.ts';

/** `field` is the field's name within the item: `choice`, `number`, `reason`, `e0:date`. */
export type FieldError = { field: string; text: string };

type Where = { typed: TypedAnswer; item: Item; checklist: Checklist };

/** Faults of one item in the words of its form, each at its field; one a field. */
export function answerErrors(faults: Fault[], where: Where, format: Format): FieldError[] {
  const errors = faults.map(fault => errorOf(fault, where, format));
  return [...new Map(errors.toReversed().map(error => [error.field, error])).values()].toReversed();
}

function errorOf({ path, message }: Fault, where: Where, format: Format): FieldError {
  switch (path[0]) {
    case 'value':
      return valueError(path, where, format);
    case 'reason':
      return reasonError(where.typed, format);
    case 'note':
      return { field: 'note', text: tooLong('note', where.typed.note, limits.note, format) };
    case 'evidence':
      return evidenceError({ path, message }, where, format);
    default:
      return answerError(where, format);
  }
}

/** Beside what would be lost: a note without an answer cannot be kept. */
function answerError({ typed, item }: Where, { t }: Format): FieldError {
  if (typed.choice !== '') return { field: 'choice', text: t('area.error.not-conditional') };
  const words = item.kind === 'maturity' ? 'area.error.missing' : 'area.error.missing-value';
  if (typed.note.trim() !== '') return { field: 'note', text: t(words, { what: t('area.note') }) };
  const record = keptEvidence(typed)[0];
  if (record) return { field: `${record.key}:title`, text: t(words, { what: t('area.evidence') }) };
  return { field: 'choice', text: t('area.error.choose') };
}

function valueError(path: Fault['path'], { typed, item, checklist }: Where, format: Format): FieldError {
  const { t } = format;
  const { min, max } = scaleOf(item, checklist);
  switch (item.kind) {
    case 'maturity':
      return { field: 'choice', text: t('area.error.level', { min, max }) };
    case 'yes-no':
      return { field: 'choice', text: t('area.error.yes-no') };
    case 'matrix':
      return matrixError(path, item, format);
    case 'metric':
    case 'deduction':
      return { field: 'number', text: numberError(typed, item, format) };
  }
}

function matrixError([, row, column]: Fault['path'], item: MatrixItem, format: Format): FieldError {
  const { t } = format;
  const place = cellPlaces(item).find(known => known.row === row && known.column === column);
  if (!place) return { field: 'choice', text: t('matrix.error.choice') };
  const words = { cell: cellName(item, place, format), max: item.cellMax };
  return { field: `cell:${cellKey(place)}`, text: t('matrix.error.cell', words) };
}

function numberError(
  { choice, number }: TypedAnswer,
  item: Extract<Item, { kind: 'metric' | 'deduction' }>,
  format: Format,
): string {
  const { t } = format;
  if (number.trim() === '') return t('area.error.number-missing');
  if (choice !== '' && choice !== 'scored') return t('area.error.number-and-choice', { typed: shortened(number) });
  const bounds = item.kind === 'metric' && typeof decimalNumber(number) === 'number' ? boundsWords(item, format) : null;
  // A number that is refused can only be out of bounds.
  if (bounds !== null) return t('figure.out-of-bounds', { typed: shortened(number), bounds });
  return t(`area.error.${item.kind}`, { typed: shortened(number) });
}

function reasonError({ choice, reason }: TypedAnswer, format: Format): FieldError {
  if (choice === 'withheld') return { field: 'withheld-reason', text: format.t('area.error.withheld-reason') };
  return reason.trim() === ''
    ? { field: 'reason', text: format.t('area.error.reason') }
    : { field: 'reason', text: tooLong('reason', reason, limits.reason, format) };
}

function evidenceError({ path, message }: Fault, { typed }: Where, format: Format): FieldError {
  const [, index, name] = path;
  const record = typeof index === 'number' ? keptEvidence(typed)[index] : undefined;
  const field = evidenceFields.find(known => known === name);
  if (!record) return { field: 'evidence', text: format.t('area.error.evidence', { max: limits.evidence }) };
  if (!field) return { field: `${record.key}:title`, text: inLanguage(message, format.language) };
  return { field: `${record.key}:${field}`, text: evidenceFieldError(field, record[field], format) };
}

/** What is wrong with one field of a record, in the words of its form. */
export function evidenceFieldError(field: EvidenceField, typed: string, format: Format): string {
  const { t } = format;
  switch (field) {
    case 'kind':
      return t('area.error.evidence-kind');
    case 'date':
    case 'validUntil':
      return t(isSpeltAsDay(typed) ? 'area.error.date' : 'area.error.date-form', { typed: shortened(typed) });
    case 'title':
      return typed.trim() === '' ? t('area.error.evidence-title') : tooLong(field, typed, evidenceLimits.title, format);
    case 'link':
      return typed.length > evidenceLimits.link
        ? tooLong(field, typed, evidenceLimits.link, format)
        : t('area.error.link');
    case 'number':
    case 'keptAt':
      return tooLong(field, typed, evidenceLimits[field], format);
  }
}

function tooLong(field: string, typed: string, max: number, { t }: Format): string {
  return t('area.error.too-long', { what: t(`area.${field}`), max, now: typed.trim().length });
}

function shortened(text: string): string {
  const plain = text.trim();
  return plain.length > 30 ? `${plain.slice(0, 30)}…` : plain;
}
