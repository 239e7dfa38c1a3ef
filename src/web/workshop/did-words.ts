import type { LogEntry } from '#workshop/workshop.ts';
import type { Format } from '../format.ts';

/** What a command did, as the log tells it; `code` is that of the item it concerned. */
export function didWords(
  { command, key, on }: Pick<LogEntry, 'command' | 'key' | 'on'>,
  code: string,
  { t }: Format,
): string {
  const did = on === undefined ? command : `${command}.${on ? 'on' : 'off'}`;
  return t(`workshop.did.${did}`, { item: code, role: key ? t(`workshop.role.${key}`) : '' });
}
