import type { LogEntry } from '#workshop/workshop.ts';
import type { Format } from '../format.ts';
import { actorName } from './actor-name.ts';
import { didWords } from './did-words.ts';

/** Who did what meanwhile, for somebody whose command came too late; `last` is undefined where that is not known. */
export function staleWords(last: LogEntry | undefined, format: Format): { title: string; text: string } {
  const { t } = format;
  if (!last) return { title: t('error.stale-command.title'), text: t('error.stale-command.text') };
  return {
    title: t('cockpit.stale', { who: actorName(last, format) }),
    text: t('cockpit.stale.what', { time: format.time(last.at), what: didWords(last, '', format) }),
  };
}
