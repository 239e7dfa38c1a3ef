import { answersOf } from '#assessment/record-answer.ts';
import { type ActionPlan, planOf } from '#report/action-plan.ts';
import { scoreAreas } from '#scoring/area-score.ts';
import { type OpenAssessment, openAssessment } from '../assessment/open-assessment.ts';
import { type Site, todayOf } from '../site.ts';

export type OpenPlan = { open: OpenAssessment; plan: ActionPlan; today: string };

/** An assessment with its actions and what they are worth today. Throws AppError `not-found` or `set-aside`. */
export async function openPlan(site: Site, id: string): Promise<OpenPlan> {
  const open = await openAssessment(site, id);
  const today = todayOf(site);
  return { open, plan: planOfOpen(open, today), today };
}

export function planOfOpen({ assessment, checklist }: OpenAssessment, today: string): ActionPlan {
  const { referenceDate, profile } = assessment.setup;
  const input = { checklist, answers: answersOf(assessment), referenceDate, profile };
  const items = scoreAreas(input).flatMap(area => area.items);
  return planOf({ assessment, input, items }, today);
}
