import type { Assessment } from '#assessment/assessment.ts';
import { milestoneContent } from '#report/milestone-content.ts';
import { canonicalJson } from '#shared/canonical-json.ts';
import { minutesOf } from '#workshop/minutes.ts';
import type { PackedMilestone, PackedMinutes } from '../exchange-port.ts';
import type { Site } from '../site.ts';
import { broughtTo } from '../workshop/find-minutes.ts';
import { findWorkshops } from '../workshop/find-workshops.ts';

/** Every milestone that the trail names; one whose file is not what was kept is named without it. */
export function packedMilestones({ milestones }: Site, assessment: Assessment): PackedMilestone[] {
  return (assessment.milestones ?? []).map(entry => ({
    entry,
    content: async () => {
      const named = { ...entry, assessment: assessment.id };
      const bytes = await milestones.read({ assessment: assessment.id, id: entry.id });
      return bytes && milestoneContent(bytes, named);
    },
  }));
}

type Minutes = { minutes: PackedMinutes[]; missingMinutes: string[] };

/**
 * The minutes of workshops that are over, those brought along too, and the hashes of those whose files are another by now. Never the workshop itself: its journal holds hashes of secrets and
 * every vote, and cannot be shortened because it is a chain.
 */
export async function packedMinutes(site: Site, assessmentId: string): Promise<Minutes> {
  const held = (await findWorkshops(site, assessmentId)).filter(({ workshop }) => workshop.state === 'closed');
  const brought = await Promise.all(
    broughtTo(site, assessmentId).map(async ({ sha256, summary }) => {
      const kept = await site.broughtMinutes.read(assessmentId, sha256);
      return kept ? [{ workshop: summary.id, title: summary.title, content: kept.content }] : [];
    }),
  );
  const minutes = [
    ...held.map(({ workshop }) => ({
      ...{ workshop: workshop.id, title: workshop.title, content: canonicalJson(minutesOf(workshop)) },
    })),
    ...brought.flat(),
  ];
  const altered = site.broughtMinutes.list(assessmentId).filter(({ state }) => state === 'altered');
  return { minutes, missingMinutes: altered.map(({ sha256 }) => sha256) };
}
