import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import type { Assessment } from '#assessment/assessment.ts';
import { foreignMilestone, type MilestoneStanding, standingOf } from '#assessment/bring-milestone.ts';
import type { ForeignMilestone } from '#assessment/milestone.ts';
import type { MinutesSummary } from '#workshop/minutes-store.ts';
import { summariseMinutes } from '#workshop/summarise-minutes.ts';
import type { OpenPackage } from '../exchange-port.ts';
import type { Site } from '../site.ts';
import { isHere } from '../workshop/find-minutes.ts';
import { readMilestones, readMinutes } from './read-records.ts';

const pack = promisify(deflateRaw);
const inflate = promisify(inflateRaw);

/** The milestones and minutes of a package whose assessment is known here, checked and packed; nothing of them is stored. */
export type IncomingRecords = {
  milestones: { entry: ForeignMilestone; packed: Buffer }[];
  minutes: { sha256: string; summary: MinutesSummary; packed: Buffer }[];
};

/** Throws AppError `faulty-input` with the name of what is not what it says. */
export async function packRecords(site: Site, opened: OpenPackage, assessment: Assessment): Promise<IncomingRecords> {
  const here = (await site.assessments.find(assessment.id))?.assessment;
  const records: IncomingRecords = { milestones: [], minutes: [] };
  for await (const { entry, content } of readMilestones(opened, assessment)) {
    const milestone = foreignMilestone(entry);
    if (content === undefined || (here && (await milestoneNow(site, here, milestone)).kind === 'same')) continue;
    records.milestones.push({ entry: milestone, packed: await pack(content) });
  }
  for (const { sha256, minutes, content } of await readMinutes(opened, assessment.id))
    records.minutes.push({ sha256, summary: summariseMinutes(minutes), packed: await pack(content) });
  return records;
}

/** `missing`: the trail here names it, and its file is gone from the disk. */
type MilestoneNow = MilestoneStanding | { kind: 'missing' };

export async function milestoneNow(
  { milestones }: Pick<Site, 'milestones'>,
  here: Assessment,
  milestone: ForeignMilestone,
): Promise<MilestoneNow> {
  const standing = standingOf(here, milestone);
  if (standing.kind !== 'same') return standing;
  const state = await milestones.stateOf({ assessment: here.id, id: milestone.id }, milestone.size);
  return state === 'missing' ? { kind: 'missing' } : standing;
}

/** `held`: the workshop itself is here, and its own minutes count. */
export function minutesNow(
  { workshops, broughtMinutes }: Pick<Site, 'workshops' | 'broughtMinutes'>,
  assessment: string,
  { sha256, summary }: Pick<IncomingRecords['minutes'][number], 'sha256' | 'summary'>,
): 'new' | 'same' | 'held' {
  if (isHere(workshops, summary.id)) return 'held';
  return broughtMinutes.list(assessment).some(each => each.sha256 === sha256) ? 'same' : 'new';
}

export async function unpack(packed: Buffer): Promise<string> {
  return (await inflate(packed)).toString('utf8');
}

export function sizeOf(records: IncomingRecords | undefined): number {
  const parts = [...(records?.milestones ?? []), ...(records?.minutes ?? [])];
  return parts.reduce((sum, { packed }) => sum + packed.length, 0);
}
