import type { Item } from '#checklist/checklist-schema.ts';
import type { Format } from '../format.ts';
import type { Suggested } from './suggested.ts';
import { changesSince, suggestedTitle } from './suggestion-words.ts';

/** The answer of last time to an item that is still open, in one line with what changed since. */
export function suggestionHint({ id }: Item, suggested: Suggested | undefined, format: Format): string | null {
  const suggestion = suggested?.byItem.get(id);
  if (!suggested || !suggestion) return null;
  const { t } = format;
  const { chip, words } = suggestedTitle(suggestion, suggested.origin, format);
  const since = changesSince(suggestion, format);
  return t('suggestion.hint.item', {
    value: chip ? t('history.level', { level: chip.mark, words }) : words,
    since: since.length > 0 ? format.list(since) : t('suggestion.since.nothing'),
  });
}
