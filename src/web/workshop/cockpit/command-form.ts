import type { Assessment } from '#assessment/assessment.ts';
import type { Item } from '#checklist/checklist-schema.ts';
import type { FormFields } from '../../assessment/form-fields.ts';
import { readTypedRecord, recordBody, type TypedRecord } from './record-form.ts';

export type CommandForm = {
  /** As `POST /api/v1/workshops/:id/commands` takes it. */
  body: unknown;
  /** What was typed into the form that records. */
  record: { item: string; typed: TypedRecord } | undefined;
};

type Table = { item: Item | undefined; agenda: readonly { item: string }[]; assessment: Assessment };

/** A form of the cockpit as a command; what is not a number goes on as it was typed and is refused there. */
export function readCommandForm(fields: FormFields, { item, agenda, assessment }: Table): CommandForm {
  const command = fields.get('command') ?? '';
  const isRecord = (command === 'record' || command === 'amend') && item !== undefined;
  const typed = isRecord ? readTypedRecord(fields, item, assessment) : undefined;
  return {
    body: {
      ...{ command, expectedRev: numberOf(fields.get('expectedRev')) },
      ...(isRecord && typed ? recordBody(typed, item) : fieldsOf(command, fields, agenda)),
      ...(command === 'amend' && item ? { item: item.id } : {}),
    },
    record: isRecord && typed ? { item: item.id, typed } : undefined,
  };
}

function fieldsOf(command: string, fields: FormFields, agenda: Table['agenda']): object {
  switch (command) {
    case 'brief':
      return given('item', fields.get('item'));
    case 'open':
    case 'discuss':
      return given('seconds', numberOf(fields.get('seconds')));
    case 'extend':
      return { seconds: numberOf(fields.get('extendBy')) };
    case 'park':
    case 'skip':
      return { ...given('item', fields.get('item')), ...given('reason', fields.get('reason')) };
    case 'void':
      return { round: numberOf(fields.get('round')), reason: fields.get('reason') };
    case 'reopen-workshop':
      return { reason: fields.get('reason') };
    case 'expect':
      return { heads: numberOf(fields.get('heads')) };
    case 'show-reason':
      return {
        round: numberOf(fields.get('round')),
        index: numberOf(fields.get('index')),
        shown: fields.get('shown') === 'true',
      };
    case 'settle-question':
      return { index: numberOf(fields.get('index')), settled: fields.get('settled') === 'true' };
    case 'counts':
      return countsOf(fields);
    case 'arrange':
      return { agenda: arranged(fields, agenda) };
    default:
      return {};
  }
}

/** An empty count is none, a form without any is not one. */
function countsOf(fields: FormFields): object {
  const counts = [...fields.keys()]
    .flatMap(name => /^count:(\d{1,3})$/.exec(name)?.[1] ?? [])
    .sort((a, b) => Number(a) - Number(b))
    .map(index => numberOf(fields.get(`count:${index}`)));
  const unknown = numberOf(fields.get('count:unknown'));
  const isBlank = [...counts, unknown].every(count => count === undefined);
  return {
    ...{ item: fields.get('item'), round: numberOf(fields.get('round')) },
    ...{ counts: isBlank ? [] : counts.map(count => count ?? 0), unknown: unknown ?? 0 },
  };
}

/** In the order of the places that were typed; equal ones keep theirs. */
function arranged(fields: FormFields, agenda: Table['agenda']): object[] {
  const places = agenda.map(({ item }, index) => {
    const place = numberOf(fields.get(`place:${item}`));
    return { item, place: typeof place === 'number' ? place : index + 1 };
  });
  return places
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => ({ item, ...given('minutes', numberOf(fields.get(`minutes:${item}`))) }));
}

/** Full-width digits come from Chinese keyboards. */
function numberOf(text: string | undefined): number | string | undefined {
  const plain = (text ?? '').normalize('NFKC').trim();
  if (plain === '') return undefined;
  return /^\d{1,9}$/.test(plain) ? Number(plain) : plain;
}

function given(name: string, value: string | number | undefined): object {
  return value === undefined || (typeof value === 'string' && value.trim() === '') ? {} : { [name]: value };
}
