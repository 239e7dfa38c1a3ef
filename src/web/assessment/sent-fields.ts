import type { Item } from '#checklist/checklist-schema.ts';
import { AppError } from '#shared/app-error.ts';
import type { FormFields } from './form-fields.ts';
import { fieldName, readTypedAnswer, type TypedAnswer } from './typed-answer.ts';

/** What a person chose where two versions met. */
const ways = ['use-mine', 'keep-stored', 'join', 'clear-anyway'] as const;
type Way = (typeof ways)[number];

/** One item as a form sent it. `seen` is the revision of the other version that was shown beside it. */
export type SentFields = { typed: TypedAnswer; rev: number; seen: number; intent: 'save' | 'clear' | Way };

/** Undefined for an item that was not on the form. Throws AppError `malformed`. */
export function readSentFields(fields: FormFields, item: Item): SentFields | undefined {
  const rev = fields.get(fieldName(item, 'rev'));
  if (rev === undefined) return undefined;
  return {
    typed: readTypedAnswer(fields, item),
    rev: revisionOf(rev),
    seen: revisionOf(fields.get(fieldName(item, 'seen')) ?? '0'),
    intent: intentOf(fields, item),
  };
}

/** The buttons carry `clear=<item>` and `resolve=<way>:<item>`. */
function intentOf(fields: FormFields, { id }: Item): SentFields['intent'] {
  if (fields.get('clear') === id) return 'clear';
  return ways.find(way => fields.get('resolve') === `${way}:${id}`) ?? 'save';
}

function revisionOf(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new AppError('malformed');
  return Number(text);
}

export function isClearing({ intent }: SentFields): boolean {
  return intent === 'clear' || intent === 'clear-anyway';
}
