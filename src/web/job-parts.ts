import type { JobState } from './background-jobs.ts';

/** What the pages of all jobs have in common, as `partials/job` prints it. */
export const jobLooks = {
  working: { classes: '', icon: 'clock-alert' },
  ready: { classes: 'is-ok', icon: 'circle-check' },
  cancelled: { classes: '', icon: 'circle-slash' },
  failed: { classes: 'is-stop', icon: 'triangle-alert' },
} satisfies Record<JobState<unknown, unknown>['name'], object>;

/** The line of steps; the one under way is marked. */
export function jobSteps<Step extends string>(
  steps: readonly Step[],
  { under, label }: { under: Step; label: (step: Step) => string },
) {
  const current = steps.indexOf(under);
  return steps.map((step, index) => ({
    label: label(step),
    isDone: index < current,
    isCurrent: index === current,
  }));
}
