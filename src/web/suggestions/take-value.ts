import { AppError } from '#shared/app-error.ts';

/** A suggestion as the button beside an item names it: the revision of the earlier answer, and that of the answer it is to become. */
export type Taken = { originRev: number; rev: number };

/** As `readTake` reads it. */
export function takeValue(itemId: string, { originRev, rev }: Taken): string {
  return `${originRev}:${rev}:${itemId}`;
}

/** Throws AppError `malformed`. */
export function readTake(pressed: string): Taken & { itemId: string } {
  const [, originRev, rev, itemId] = /^(\d{1,9}):(\d{1,9}):(.+)$/.exec(pressed) ?? [];
  if (itemId === undefined) throw new AppError('malformed');
  return { originRev: Number(originRev), rev: Number(rev), itemId };
}
