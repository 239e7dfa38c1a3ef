import { undoMs } from '#workshop/opinion.ts';
import { getProgress, standingOpinion } from '#workshop/progress.ts';
import type { RoomPage } from '../room-page.ts';

/** The button that takes back what was just recorded; without scripts it stays a little too long and is refused then. */
export function undoView({ snapshot, workshop, now }: RoomPage & { now: string }) {
  if (!snapshot.canUndo || workshop.current === null) return null;
  const opinion = standingOpinion(getProgress(workshop, workshop.current));
  const left = opinion ? undoMs - (Date.parse(now) - Date.parse(opinion.at)) : 0;
  return { seconds: String(Math.max(1, Math.ceil(left / 1_000))), ms: String(Math.max(0, left)) };
}
