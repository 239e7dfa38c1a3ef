import { z } from 'zod';
import type { Evidence } from '#assessment/evidence.ts';
import type { FormFields } from '../assessment/form-fields.ts';
import { type EvidenceField, evidenceFields, typedEvidence } from '../assessment/typed-answer.ts';
import { typedDay } from '../assessment/typed-day.ts';

const waySchema = z.enum(['save', 'use-mine', 'join']);

/** The fields of a record as typed. `seen` marks the stored record that was shown; where two versions met, `base` the one that the fields come from and `way` what was chosen. */
export type TypedRecord = Record<EvidenceField, string> & {
  seen: string;
  base: string;
  way: z.infer<typeof waySchema>;
};

const markSchema = z.string().regex(/^[0-9a-f]{16}$/);

/** A form without its mark is taken for one that saw something else. */
export function readTypedRecord(fields: FormFields): TypedRecord {
  const read = (name: string) => (fields.get(name) ?? '').replace(/\r\n?/g, '\n');
  return {
    ...{ kind: read('kind'), title: read('title'), number: read('number'), date: typedDay(read('date')) },
    ...{ validUntil: typedDay(read('validUntil')), keptAt: read('keptAt'), link: read('link') },
    seen: markSchema.catch('').parse(read('seen')),
    base: markSchema.catch('').parse(read('base')),
    way: waySchema.catch(read('base') === '' ? 'save' : 'use-mine').parse(read('resolve')),
  };
}

export function typedOfRecord(record: Evidence, seen: string): TypedRecord {
  const { key: _key, id: _id, remove: _remove, ref: _ref, ...fields } = typedEvidence(record, 'e0');
  return { ...fields, seen, base: '', way: 'save' };
}

/** What `changeEvidence` takes; an empty field is one that was not given. */
export function recordOfTyped(typed: Record<EvidenceField, string>): Record<string, string> {
  const given = evidenceFields.filter(field => typed[field].trim() !== '');
  return Object.fromEntries(given.map(field => [field, typed[field]]));
}
