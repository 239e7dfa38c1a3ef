import type { Item } from '#checklist/checklist-schema.ts';
import { AppError } from '#shared/app-error.ts';
import { readTake, type Taken } from '../suggestions/take-value.ts';
import type { FormFields } from './form-fields.ts';
import { fieldName, readTypedAnswer, type TypedAnswer } from './typed-answer.ts';

/** What a person chose where two versions met. */
const ways = ['use-mine', 'keep-stored', 'join', 'clear-anyway'] as const;
type Way = (typeof ways)[number];

/** An opinion of a workshop as the button beside it names it; `rev` is that of the answer it was shown beside. */
export type AdoptedOpinion = { workshopId: string; version: number; rev: number };

/** One item as a form sent it. `seen` is the revision of the other version that was shown beside it. */
export type SentFields = {
  typed: TypedAnswer;
  rev: number;
  seen: number;
  /** Of the checklist that the form was made from; programs need not name it. */
  version: string | undefined;
  intent: 'save' | 'clear' | Way;
  /** The opinion that takes the place of what was typed. */
  adopts: AdoptedOpinion | null;
  /** The answer of last time that is to be that of now. */
  takes: Taken | null;
};

/** Undefined for an item that was not on the form. Throws AppError `malformed`. */
export function readSentFields(fields: FormFields, item: Item): SentFields | undefined {
  const rev = fields.get(fieldName(item, 'rev'));
  if (rev === undefined) return undefined;
  return {
    typed: readTypedAnswer(fields, item),
    rev: revisionOf(rev),
    seen: revisionOf(fields.get(fieldName(item, 'seen')) ?? '0'),
    version: fields.get(fieldName(item, 'version')),
    intent: intentOf(fields, item),
    adopts: adoptedOf(fields, item),
    takes: takenOf(fields, item),
  };
}

/** The item whose opinion is to be adopted, or whose suggestion is to be taken over. Throws AppError `malformed`. */
export function decidingItem(fields: FormFields): string | undefined {
  const [adopt, take] = [fields.get('adopt'), fields.get('take')];
  if (adopt !== undefined) return readAdopt(adopt).itemId;
  return take === undefined ? undefined : readTake(take).itemId;
}

/** As `readAdopt` reads it. */
export function adoptValue(itemId: string, { workshopId, version, rev }: AdoptedOpinion): string {
  return `${workshopId}:${version}:${rev}:${itemId}`;
}

function adoptedOf(fields: FormFields, { id }: Item): AdoptedOpinion | null {
  const pressed = fields.get('adopt');
  if (pressed === undefined) return null;
  const { itemId, ...adopted } = readAdopt(pressed);
  return itemId === id ? adopted : null;
}

function takenOf(fields: FormFields, { id }: Item): Taken | null {
  const pressed = fields.get('take');
  if (pressed === undefined) return null;
  const { itemId, ...taken } = readTake(pressed);
  return itemId === id ? taken : null;
}

function readAdopt(pressed: string): AdoptedOpinion & { itemId: string } {
  const [, workshopId, version, rev, itemId] = /^([A-Za-z0-9_-]{1,56}):(\d{1,9}):(\d{1,9}):(.+)$/.exec(pressed) ?? [];
  if (workshopId === undefined || itemId === undefined) throw new AppError('malformed');
  return { workshopId, version: Number(version), rev: Number(rev), itemId };
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
