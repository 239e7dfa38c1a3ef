import { inspect } from 'node:util';
import { FaultyChecklists } from '#store/faulty-checklists.ts';
import { StoreError } from '#store/store-error.ts';
import { WrongSettings } from './config.ts';
import { PortUnavailable } from './serve.ts';

/** What the person who started the program is told: the reason where it was foreseen, otherwise everything. */
export function explainFailure(error: unknown): string {
  const foreseen = [WrongSettings, StoreError, FaultyChecklists, PortUnavailable].some(kind => error instanceof kind);
  return foreseen && error instanceof Error ? error.message : inspect(error);
}
