import type { LogEntry } from '#workshop/workshop.ts';
import type { Format } from '../format.ts';

/** What a command did, as the log tells it; `code` is that of the item it concerned. */
export function didWords({ command, key }: Pick<LogEntry, 'command' | 'key'>, code: string, { t }: Format): string {
  return t(`workshop.did.${command}`, { item: code, role: key ? t(`workshop.role.${key}`) : '' });
}
