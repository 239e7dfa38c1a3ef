import { isUnfinished } from '#assessment/action.ts';
import type { Text } from '#shared/text.ts';
import type { PlannedAction } from './action-plan.ts';
import type { ItemReport } from './item-report.ts';
import type { FindShown, ShownItem } from './shown-item.ts';

/** How far evidence in force carries a scored answer: all the way, only to a lower level, or there is none; null where nothing is to be carried. */
type EvidenceGap = 'carried' | 'lower' | 'none' | null;
export type RegisterRow = ShownItem & {
  gap: EvidenceGap;
  /** Of what is still to be done the one that is due first. */
  next: PlannedAction | null;
  unfinished: number;
};
export type RegisterReport = { kind: 'register'; title: Text; about: Text | null; rows: RegisterRow[] };

type Register = { title: Text; about?: Text; items: string[] };

export function registerReport(
  { title, about, items }: Register,
  find: FindShown,
  actions: readonly PlannedAction[],
): RegisterReport {
  return {
    ...{ kind: 'register', title, about: about ?? null },
    rows: items.map(id => {
      const unfinished = actions.filter(({ action }) => action.content.item === id && isUnfinished(action));
      const [next = null] = unfinished.toSorted(byDeadline);
      const shown = find(id);
      return { ...shown, gap: gapOf(shown.report), next, unfinished: unfinished.length };
    }),
  };
}

/** Those without a deadline last; of equals the one that was planned first. */
function byDeadline(a: PlannedAction, b: PlannedAction): number {
  const [day, other] = [a, b].map(({ action }) => action.content.deadline ?? '9999-12-31');
  if (day === undefined || other === undefined || day === other) return 0;
  return day < other ? -1 : 1;
}

function gapOf(report: ItemReport | undefined): EvidenceGap {
  if (!report || report.fraction === null || report.supported === null || report.fraction === 0) return null;
  if (report.evidenceInForce.length === 0) return 'none';
  return report.supported < report.fraction ? 'lower' : 'carried';
}
