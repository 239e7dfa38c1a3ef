import type { ChainPicture, ChainStep } from '#checklist/picture-schema.ts';
import type { Text } from '#shared/text.ts';
import type { HeatLine } from './heatmap-report.ts';
import type { ItemReport, ItemState } from './item-report.ts';
import { type FindShown, type ShownItem, shownState } from './shown-item.ts';

/** `shown`: done, and evidence in force carries it; `claimed`: done as answered, evidence does not carry it; `short`: below the level. */
export type ChainState = 'shown' | 'claimed' | 'short' | Exclude<ItemState, 'scored'> | 'out-of-scope';
export type ChainCell = ShownItem & { level: number; state: ChainState };
/** The first step that is below its level; where there is none, the first of which nobody can tell. */
type ChainBreak = { step: string; why: 'short' | 'open' };
export type ChainRow = HeatLine & {
  /** One a step; null where the checklist asks nothing about it. */
  cells: (ChainCell | null)[];
  breaksAt: ChainBreak | null;
};
export type ChainReport = { kind: 'chain'; title: Text; about: Text | null; steps: HeatLine[]; rows: ChainRow[] };

export function chainReport({ title, about, steps, rows }: ChainPicture, find: FindShown): ChainReport {
  return {
    ...{ kind: 'chain', title, about: about ?? null, steps },
    rows: rows.map(({ id, label, cells }) => {
      const inOrder = steps.map(({ id: step }) => {
        const cell = cells.find(one => one.step === step);
        return cell ? cellOf(cell, find) : null;
      });
      return { id, label, cells: inOrder, breaksAt: breakOf(inOrder, steps) };
    }),
  };
}

function cellOf({ item, level }: ChainStep, find: FindShown): ChainCell {
  const shown = find(item);
  return { ...shown, level, state: stateOf(shown, level) };
}

function stateOf(shown: ShownItem, level: number): ChainState {
  const state = shownState(shown);
  if (state !== 'scored') return state;
  if (!reaches(shown.report?.claimedLevel, level)) return 'short';
  return reaches(shown.report?.supportedLevel, level) ? 'shown' : 'claimed';
}

function reaches(reached: ItemReport['claimedLevel'] | undefined, level: number): boolean {
  return typeof reached === 'number' && reached >= level;
}

/** A step below its level breaks the row, whatever the open ones before it will turn out to be. */
function breakOf(cells: (ChainCell | null)[], steps: HeatLine[]): ChainBreak | null {
  const held = steps.flatMap(({ id }, index) => {
    const why = whyBroken(cells[index]?.state);
    return why ? [{ step: id, why }] : [];
  });
  return held.find(({ why }) => why === 'short') ?? held[0] ?? null;
}

/** What is not counted, not in scope or not asked breaks nothing. */
function whyBroken(state: ChainState | undefined): ChainBreak['why'] | undefined {
  if (state === 'short') return 'short';
  return state === 'unknown' || state === 'withheld' || state === 'unanswered' ? 'open' : undefined;
}
