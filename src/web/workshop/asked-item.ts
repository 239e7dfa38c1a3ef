import { type Asked, askedAt } from '#assessment/asked-at.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';

type Logged = { log: readonly { item?: string | undefined; at: string }[] };

/** An item of a workshop as the room saw it when it first came to the table; one that never did, as it is asked now. */
export function askedItem({ log }: Logged, open: OpenAssessment, itemId: string): Asked | undefined {
  return askedAt(open, itemId, log.find(({ item }) => item === itemId)?.at);
}
