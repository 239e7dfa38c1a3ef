import type { Decision } from '#shared/decision.ts';
import type { Assessment, AssessmentChange } from './assessment.ts';
import type { ForeignMilestone, KeptMilestone } from './milestone.ts';

/** What a milestone from elsewhere is here: unknown, known, or another one has its name or its id. */
export type MilestoneStanding = { kind: 'new' } | { kind: 'same' } | { kind: 'conflicting'; mine: KeptMilestone };

type Known = Pick<Assessment, 'milestones'>;

export function standingOf({ milestones = [] }: Known, { id, name, sha256 }: ForeignMilestone): MilestoneStanding {
  const mine = milestones.find(known => known.id === id) ?? milestones.find(known => known.name === name);
  if (!mine) return { kind: 'new' };
  return mine.id === id && mine.sha256 === sha256 ? { kind: 'same' } : { kind: 'conflicting', mine };
}

type Stamp = { by: string; at: string; why: string };

/** Takes it into the trail as it was kept; nothing that is there is ever replaced. A final assessment takes it as well. */
export function bringMilestone(
  assessment: Assessment,
  milestone: ForeignMilestone,
  stamp: Stamp,
): Decision<AssessmentChange, 'same' | 'conflicting'> {
  const { kind } = standingOf(assessment, milestone);
  return kind === 'new' ? { change: { type: 'milestone-brought', ...stamp, milestone } } : { refused: kind };
}

/** As the trail of the other installation has it, without who brought it there. */
export function foreignMilestone({ brought: _brought, ...milestone }: KeptMilestone): ForeignMilestone {
  return milestone;
}
