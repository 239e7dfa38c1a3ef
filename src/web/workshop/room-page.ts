import type { Snapshot } from '#workshop/snapshot.ts';
import type { Workshop } from '#workshop/workshop.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';

/** How people get in: on the phones' own server, while that is open. */
export type JoinPlace = { address: string; link: string; wifi: { name: string; password: string | null } | null };

/** A workshop as one of its screens sees it. What votes say comes from `snapshot` alone; `workshop` is for its agenda and log. */
export type RoomPage = {
  snapshot: Snapshot;
  workshop: Workshop;
  open: OpenAssessment;
  /** Null while phones cannot join. */
  joinPlace: JoinPlace | null;
  /** Where phones got in when the program was stopped; it opens again with one click. */
  joinAgain: { address: string; port: string } | null;
  /** Votes cannot be stored at the moment. */
  isTroubled: boolean;
};
