import type { Seats } from './seats.ts';
import type { Connections } from './snapshot.ts';
import type { Workshop } from './workshop.ts';

/** A workshop at this moment. `seats` are those of the present sitting, undefined when it is over. */
export type Room = { workshop: Workshop; seats: Seats | undefined; connections: Connections; now: string };
