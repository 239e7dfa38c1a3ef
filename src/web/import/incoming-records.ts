import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import type { Assessment } from '#assessment/assessment.ts';
import { foreignMilestone, type MilestoneStanding, standingOf } from '#assessment/bring-milestone.ts';
import type { ForeignMilestone } from '#assessment/milestone.ts';
import { milestoneContent } from '#report/milestone-content.ts';
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
  for (const { sha256, minutes, content } of await readMinutes(opened, assessment.id)) {
    // What was altered on the disk is known once it was read.
    await site.broughtMinutes.read(assessment.id, sha256);
    records.minutes.push({ sha256, summary: summariseMinutes(minutes), packed: await pack(content) });
  }
  return records;
}

/** `missing`: the trail here names it, and its file is gone from the disk or was altered there. */
type MilestoneNow = MilestoneStanding | { kind: 'missing' };

export async function milestoneNow(
  { milestones }: Pick<Site, 'milestones'>,
  here: Assessment,
  milestone: ForeignMilestone,
): Promise<MilestoneNow> {
  const standing = standingOf(here, milestone);
  if (standing.kind !== 'same') return standing;
  return (await isWhole(milestones, { ...milestone, assessment: here.id })) ? standing : { kind: 'missing' };
}

/** By its content: one that was altered can be of the same size. */
async function isWhole(
  milestones: Site['milestones'],
  named: ForeignMilestone & { assessment: string },
): Promise<boolean> {
  if ((await milestones.stateOf(named, named.size)) !== 'there') return false;
  const bytes = await milestones.read(named);
  return bytes !== undefined && milestoneContent(bytes, named) !== undefined;
}

/** `held`: the workshop itself is here, and its own minutes count; `missing`: their file here was altered. */
export function minutesNow(
  { workshops, broughtMinutes }: Pick<Site, 'workshops' | 'broughtMinutes'>,
  assessment: string,
  { sha256, summary }: Pick<IncomingRecords['minutes'][number], 'sha256' | 'summary'>,
): 'new' | 'same' | 'held' | 'missing' {
  if (isHere(workshops, summary.id)) return 'held';
  const there = broughtMinutes.list(assessment).find(each => each.sha256 === sha256);
  if (!there) return 'new';
  return there.state === 'altered' ? 'missing' : 'same';
}

export async function unpack(packed: Buffer): Promise<string> {
  return (await inflate(packed)).toString('utf8');
}

export function sizeOf(records: IncomingRecords | undefined): number {
  const parts = [...(records?.milestones ?? []), ...(records?.minutes ?? [])];
  return parts.reduce((sum, { packed }) => sum + packed.length, 0);
}
