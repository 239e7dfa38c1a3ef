import type { Decision } from '#shared/decision.ts';
import type { Assessment, AssessmentChange } from './assessment.ts';
import type { MilestoneEntry } from './milestone.ts';

/** A name stands for one milestone of the assessment; a final assessment can be kept as well. */
export function keepMilestone(
  assessment: Assessment,
  milestone: MilestoneEntry,
  stamp: { by: string; at: string },
): Decision<AssessmentChange, 'name-taken'> {
  return isNameTaken(assessment, milestone.name)
    ? { refused: 'name-taken' }
    : { change: { type: 'milestone-kept', ...stamp, milestone } };
}

export function isNameTaken({ milestones = [] }: Assessment, name: string): boolean {
  return milestones.some(known => known.name === name);
}
