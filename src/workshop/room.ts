import type { Seats } from './seats.ts';
import type { Connections } from './snapshot.ts';
import type { Workshop } from './workshop.ts';

/** A workshop at this moment. */
export type Room = {
  workshop: Workshop;
  /** Those of the present sitting, undefined when it is over. */
  seats: Seats | undefined;
  connections: Connections;
  /** The participants who are connected. */
  online: readonly string[];
  now: string;
};
