import type { Assessment } from '#assessment/assessment.ts';
import type { MilestoneAddress } from '#report/milestone-store.ts';
import type { OpenPackage } from '../exchange-port.ts';
import type { Site } from '../site.ts';
import { keepOnce } from './keep-once.ts';
import { readMilestones, readMinutes } from './read-records.ts';

/** How many came along; `missing`: milestones that the trail names and the package does not hold. */
export type RecordsTaken = { milestones: number; missing: number; minutes: number };

/**
 * The milestones and minutes of an assessment that was unknown here, between them what else the trail refers to (`keep`), then the
 * assessment itself (`adopt`). Where anything is not what it says, or the trail cannot be stored, no milestone of it stays.
 */
export async function takeRecords<Kept>(
  site: Site,
  { opened, assessment }: { opened: OpenPackage; assessment: Assessment },
  { keep, adopt }: { keep: () => Promise<Kept>; adopt: () => Promise<void> },
): Promise<{ records: RecordsTaken; kept: Kept }> {
  const minutes = await readMinutes(opened, assessment.id);
  const stored: MilestoneAddress[] = [];
  const taken = { milestones: 0, missing: 0, minutes: minutes.length };
  try {
    for await (const { entry, content } of readMilestones(opened, assessment)) {
      if (content === undefined) {
        taken.missing += 1;
        continue;
      }
      const address = { assessment: assessment.id, id: entry.id };
      if (await keepOnce(site, { ...address, name: entry.name }, content)) stored.push(address);
      taken.milestones += 1;
    }
    const kept = await keep();
    for (const { content } of minutes) await site.broughtMinutes.keep(assessment.id, content);
    await adopt();
    return { records: taken, kept };
  } catch (error) {
    for (const address of stored) await site.milestones.discard(address);
    throw error;
  }
}
