import type { Site } from '../site.ts';
import { attachToItems } from './accept-files.ts';
import { acceptIncoming, type Chosen } from './accept-incoming.ts';
import { outcomeOf } from './accept-records.ts';
import type { ImportOutcome } from './import-tickets.ts';
import type { Accepting } from './records-done.ts';

type AcceptingItems = Omit<Accepting, 'chosen'> & { chosen: readonly Chosen[] };

/** Records the items that were chosen, and puts on their records the files that came with them. Throws AppError `final`. */
export async function acceptItems(site: Site, { open, ticket, chosen, why }: AcceptingItems): Promise<ImportOutcome> {
  const outcome = await acceptIncoming(site, { open, incoming: ticket.incoming, chosen, why });
  const files = await attachToItems(site, { open, ticket, why }, outcome.recorded);
  return files.length > 0 ? { ...outcome, files: outcomeOf(files) } : outcome;
}
