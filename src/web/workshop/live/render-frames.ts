import type { KeyRole } from '#workshop/role.ts';
import type { Room } from '#workshop/room.ts';
import { findSeat } from '#workshop/seats.ts';
import { phoneSnapshots, snapshotFor, type Viewer } from '#workshop/snapshot-for.ts';
import type { LiveFrame } from './live-stream.ts';

/** Makes the frame for each reader of a room; what readers share is written once. */
export function frameRenderer(room: Room): (viewer: Viewer) => LiveFrame {
  const byRole = new Map<KeyRole, string>();
  const phone = phoneSnapshots(room);
  const { rev, state } = room.workshop;

  function roleBody(viewer: Exclude<Viewer, { role: 'participant' }>): string {
    const body = byRole.get(viewer.role) ?? JSON.stringify(snapshotFor(viewer, room));
    byRole.set(viewer.role, body);
    return body;
  }

  /** A screen that was opened with a key that has been replaced since is told no more. */
  function isPresent({ role, keyHash }: Exclude<Viewer, { role: 'participant' }>): boolean {
    return keyHash === undefined || room.workshop.keys[role] === keyHash;
  }

  return viewer => {
    if (viewer.role !== 'participant')
      return isPresent(viewer) ? { event: 'state', rev, body: roleBody(viewer) } : gone('key-replaced');
    // With the end of the workshop the seats are gone, and everybody is told that it is over.
    const isHeld = state === 'closed' || findSeat(room.seats, viewer.seat)?.tokenHash === viewer.seat.tokenHash;
    return isHeld ? { event: 'state', rev, body: JSON.stringify(phone(viewer.seat)) } : gone('seat-taken');
  };
}

function gone(reason: 'key-replaced' | 'seat-taken'): LiveFrame {
  return { event: 'gone', body: JSON.stringify({ reason }) };
}
