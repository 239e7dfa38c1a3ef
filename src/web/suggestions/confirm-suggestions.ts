import { findAnswer } from '#assessment/record-answer.ts';
import { isAsSuggested } from '#report/suggest-answers.ts';
import { AppError } from '#shared/app-error.ts';
import type { Format } from '../format.ts';
import type { Site } from '../site.ts';
import { confirmSuggestion } from './confirm-suggestion.ts';
import type { OpenSuggestions } from './open-suggestions.ts';

/** `answered`: somebody said something else; `faulty`: the item does not take it; `not-suggested`: there is nothing to confirm. */
type NotConfirmed = { item: string; reason: 'answered' | 'faulty' | 'not-suggested' };

/** `confirmed`: what was suggested is the answer now, whoever recorded it. */
export type Confirmed = { confirmed: string[]; notConfirmed: NotConfirmed[] };

/** One after another; what stands in the way of one does not stop the others. Throws AppError `final`. */
export async function confirmSuggestions(
  site: Site,
  opened: OpenSuggestions,
  { items, format }: { items: Iterable<string>; format: Format },
): Promise<Confirmed> {
  const outcome: Confirmed = { confirmed: [], notConfirmed: [] };
  for (const item of new Set(items)) {
    const reason = await confirm(site, opened, { item, format });
    if (reason === undefined) outcome.confirmed.push(item);
    else outcome.notConfirmed.push({ item, reason });
  }
  return outcome;
}

async function confirm(
  site: Site,
  { open, origin, suggestions }: OpenSuggestions,
  { item, format }: { item: string; format: Format },
): Promise<NotConfirmed['reason'] | undefined> {
  const suggestion = suggestions.find(one => one.item.id === item);
  if (!origin || !suggestion) return whyNotSuggested({ open, origin }, item);
  const refused = await confirmSuggestion(site, { open, origin, suggestion }, format);
  switch (refused) {
    case undefined:
      return undefined;
    case 'final':
      throw new AppError('final');
    case 'faulty':
      return 'faulty';
    case 'stale':
      return 'answered';
    case 'out-of-scope':
      return 'not-suggested';
  }
}

/** Nothing stands in the way where the answer says what was suggested. */
function whyNotSuggested(
  { open, origin }: Pick<OpenSuggestions, 'open' | 'origin'>,
  item: string,
): NotConfirmed['reason'] | undefined {
  const answer = findAnswer(open.assessment, item);
  const earlier = origin && findAnswer(origin.assessment, item);
  if (!answer || !earlier) return 'not-suggested';
  return isAsSuggested(answer, earlier) ? undefined : 'answered';
}
