import { createHash } from 'node:crypto';
import type { Snapshot } from '#workshop/snapshot.ts';

/** The same as long as the snapshot is, but for the seconds of a timer, which every page counts down itself. */
export function stateTag({ timer, ...rest }: Snapshot): string {
  const text = JSON.stringify([rest, timer?.running ?? null]);
  return `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
}
