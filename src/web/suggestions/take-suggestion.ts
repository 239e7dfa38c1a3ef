import type { AnswerRefusal } from '#assessment/record-answer.ts';
import { findAnswer, findRecord } from '#assessment/record-answer.ts';
import { isAsSuggested } from '#report/suggest-answers.ts';
import { AppError } from '#shared/app-error.ts';
import { isUntouched, type Shown } from '../assessment/answer-shown.ts';
import { fieldsAfter } from '../assessment/fields-after.ts';
import type { TypedAnswer } from '../assessment/typed-answer.ts';
import type { Format } from '../format.ts';
import type { Site } from '../site.ts';
import { isOtherQuestion } from '../version/form-version.ts';
import { confirmSuggestion } from './confirm-suggestion.ts';
import { findOrigin } from './open-suggestions.ts';
import { suggestionsIn } from './suggested.ts';
import type { Taken } from './take-value.ts';

/** `typed`: the item was being filled in; `stale`: it was answered, or the earlier answer changed since the page was shown. */
export type NotTaken = { kind: 'not-taken'; why: 'typed' | 'stale' | 'faulty'; typed: TypedAnswer; rev: number };

/** The answer of last time becomes that of now. Throws AppError `final` or `out-of-scope`. */
export async function takeSuggestion(
  site: Site,
  shown: Shown,
  { taken, format }: { taken: Taken; format: Format },
): Promise<{ kind: 'taken' } | NotTaken> {
  const { open, item, sent } = shown;
  const origin = await findOrigin(site, open);
  const [answer, earlier] = [open, origin].map(one => one && findAnswer(one.assessment, item.id));
  // Pressed twice.
  if (answer && earlier && isAsSuggested(answer, earlier)) return { kind: 'taken' };
  const areas = open.checklist.areas.filter(({ items }) => items.some(({ id }) => id === item.id));
  const suggestion = origin && suggestionsIn(areas, open, origin).find(one => one.item.id === item.id);
  if (!(await isUntouched(site, shown)))
    return { kind: 'not-taken', why: 'typed', ...(await fieldsAfter(site, shown)) };
  const isShown =
    suggestion?.record.rev === taken.originRev && (findRecord(open.assessment, item.id)?.rev ?? 0) === taken.rev;
  const isOther = isOtherQuestion(site, open, { itemId: item.id, version: sent.version });
  if (!origin || !suggestion || !isShown || isOther)
    return { kind: 'not-taken', why: 'stale', ...(await fieldsAfter(site, shown)) };
  const refused = await confirmSuggestion(site, { open, origin, suggestion }, format);
  return refused === undefined ? { kind: 'taken' } : notTaken(site, shown, refused);
}

async function notTaken(site: Site, shown: Shown, reason: AnswerRefusal['reason']): Promise<NotTaken> {
  switch (reason) {
    case 'final':
    case 'out-of-scope':
      throw new AppError(reason);
    case 'stale':
    case 'faulty':
      return { kind: 'not-taken', why: reason, ...(await fieldsAfter(site, shown)) };
  }
}
