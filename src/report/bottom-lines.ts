import { itemsOf } from '#checklist/checklist-lookups.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import type { Result } from '#scoring/result.ts';
import { type Finding, finding } from './finding.ts';
import type { ItemReport } from './item-report.ts';
import type { ReportFacts } from './report.ts';

export type BottomLineState = 'breached' | 'unverified' | 'unsupported' | 'met' | 'excluded' | 'off';
export type BottomLine = { item: ItemReport; state: BottomLineState };

/** Every bottom line in scope, the failing ones first; those switched off by the city last. `wholeChecklist` still has the latter. */
export function bottomLinesOf(wholeChecklist: Checklist, items: ItemReport[], result: Result): BottomLine[] {
  const marked = new Set(itemsOf(wholeChecklist).flatMap(item => (item.bottomLine ? [item.id] : [])));
  return items
    .filter(({ id }) => marked.has(id))
    .map(item => ({ item, state: stateOf(item, result) }))
    .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
}

const order = ['breached', 'unverified', 'unsupported', 'met', 'excluded', 'off'] satisfies BottomLineState[];

function stateOf({ id, item, state }: ItemReport, { claimed, supported }: Result): BottomLineState {
  if (!item.bottomLine) return 'off';
  if (state === 'excluded-by-fact') return 'excluded';
  if (claimed.breached.includes(id)) return 'breached';
  if (claimed.unverified.includes(id)) return 'unverified';
  return supported.unsupported.includes(id) ? 'unsupported' : 'met';
}

/** What failing ones do to the grade. */
export function bottomLineFindings({ bottomLines, checklist, wholeChecklist }: ReportFacts): Finding[] {
  if (bottomLines.length === 0) return [finding('bottom-lines.none')];
  const possible = wholeChecklist.bottomLine?.cap;
  if (possible === undefined) return [finding('bottom-lines.no-cap')];
  return [finding(checklist.bottomLine ? 'bottom-lines.cap-on' : 'bottom-lines.cap-off', { cap: possible })];
}
