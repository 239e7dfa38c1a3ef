import type { Snapshot } from '#workshop/snapshot.ts';
import type { Format } from '../format.ts';

/** Told where a round was in sight that does not count any more; empty otherwise. */
export function voidedWords({ voided, workshop }: Snapshot, { t }: Format): string {
  return voided !== undefined && workshop === 'running' ? t('room.voided', { round: voided }) : '';
}
