import { findItem } from '#checklist/checklist-lookups.ts';
import type { Item } from '#checklist/checklist-schema.ts';
import type { Room } from '#workshop/room.ts';
import type { Seat } from '#workshop/seats.ts';
import type { Snapshot } from '#workshop/snapshot.ts';
import { snapshotFor } from '#workshop/snapshot-for.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';

/** What one phone shows: the state that its seat may know, and the item in words. */
export type PhoneRoom = {
  snapshot: Snapshot;
  room: Room;
  seat: Seat;
  seatCode: string | null;
  open: OpenAssessment;
  item: Item | null;
  /** Votes cannot be stored at the moment. */
  isTroubled: boolean;
};

type Parts = Omit<PhoneRoom, 'snapshot' | 'item'>;

export function phoneRoom(parts: Parts): PhoneRoom {
  const snapshot = snapshotFor({ role: 'participant', seat: parts.seat }, parts.room);
  // Of the whole checklist: the scope may have changed since the workshop was planned.
  const item = snapshot.item === null ? undefined : findItem(parts.open.wholeChecklist, snapshot.item);
  return { ...parts, snapshot, item: item ?? null };
}

/** Marks a screen: as long as it is the same, nothing on it changes but counts and seconds. The page's script makes it the same way. */
export function screenKey({ workshop, item, round, state, record }: Snapshot): string {
  return [workshop, item ?? '', round, state ?? '', record?.version ?? 0].join(' ');
}
