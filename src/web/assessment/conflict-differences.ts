import type { Answer } from '#assessment/answer.ts';
import { differingCells, findCell, type MatrixItem } from '#assessment/matrix-cells.ts';
import type { Checklist, Item } from '#checklist/checklist-schema.ts';
import type { Format } from '../format.ts';
import { answerChanges } from './answer-changes.ts';
import type { Contradictions } from './join-typed.ts';
import { cellMeaning, cellName, cellStep } from './matrix-words.ts';
import type { Conflict } from './sent-answer.ts';
import type { TextDifference } from './text-difference.ts';
import { cellKey } from './typed-answer.ts';

type Versions = {
  conflict: Conflict;
  mine: Answer | null;
  joined: Answer | null;
  contradictions: Contradictions;
  item: Item;
  checklist: Checklist;
};

type Side = { chip: { classes: string; mark: string } | null; text: TextDifference['before'] };

/** Whose version joining takes; undefined where there is no joining. */
type From = 'stored' | 'mine' | 'both' | undefined;

/** One thing in which two versions differ, and what joining makes of it. `contradicts`: the stored one stands against mine. */
export type Difference = { what: string; stored: Side; mine: Side; from: From; joined: string; contradicts: boolean };

/** Everything in which the stored version and mine differ; the cells of a table one by one. */
export function conflictDifferences(versions: Versions, format: Format): Difference[] {
  const { item } = versions;
  const scored = [versions.conflict.current.answer, versions.mine].every(answer => answer?.answer === 'scored');
  if (item.kind !== 'matrix') return partDifferences(versions, () => true, format);
  // What a table comes to follows from its cells, which stand for themselves.
  const isShown = (part: string) => !part.startsWith('row:') && !(scored && part === 'answer');
  return [...cellDifferences(item, versions, format), ...partDifferences(versions, isShown, format)];
}

function partDifferences(versions: Versions, isShown: (part: string) => boolean, format: Format): Difference[] {
  const { conflict, mine, joined, contradictions } = versions;
  const stored = conflict.current.answer;
  const partsOf = (before: Answer | null, after: Answer | null) =>
    new Set(changesOf(before, after, versions, format).map(({ part }) => part));
  const kept = { stored: partsOf(joined, stored), mine: partsOf(joined, mine) };
  return changesOf(stored, mine, versions, format)
    .filter(({ part }) => isShown(part))
    .map(({ part, what, before, after }) => {
      const from = !kept.stored.has(part) ? 'stored' : !kept.mine.has(part) ? 'mine' : 'both';
      const contradicts = contradictions.get(part) === 'stored';
      return {
        // Added or removed depends on which side one looks from.
        what: part.startsWith('evidence:') ? format.t('area.evidence') : what,
        stored: { chip: null, text: before },
        mine: { chip: null, text: after },
        ...joining(joined, { from, contradicts }, format),
      };
    });
}

function changesOf(before: Answer | null, after: Answer | null, { item, checklist }: Versions, format: Format) {
  return answerChanges({ before, after, item, checklist }, format);
}

function cellDifferences(
  item: MatrixItem,
  { conflict, mine, joined, contradictions }: Versions,
  format: Format,
): Difference[] {
  const stored = conflict.current.answer;
  return differingCells(item, stored?.value, mine?.value).map(cell => {
    const from = findCell(joined?.value, cell) === cell.before ? 'stored' : 'mine';
    return {
      what: cellName(item, cell, format),
      stored: cellSide(item, cell.before, format),
      mine: cellSide(item, cell.after, format),
      ...joining(joined, { from, contradicts: contradictions.has(`cell:${cellKey(cell)}`) }, format),
    };
  });
}

function cellSide(item: MatrixItem, points: number | undefined, format: Format): Side {
  if (points === undefined) return { chip: null, text: whole(format.t('matrix.unfilled')) };
  const chip = { classes: `level level-${cellStep(item, points)}`, mark: String(points) };
  return { chip, text: whole(cellMeaning(item, points, format)) };
}

function whole(part: string): TextDifference['before'] {
  return { start: '', part, end: '' };
}

type Joining = { from: 'stored' | 'mine' | 'both'; contradicts: boolean };

function joining(joined: Answer | null, { from, contradicts }: Joining, { t }: Format) {
  if (!joined) return { from: undefined, joined: '', contradicts: false };
  const against = from === 'both' ? 'conflict.joined.partly' : 'conflict.joined.contradicts';
  return { from, joined: contradicts ? t(against) : t(`conflict.joined.${from}`), contradicts };
}
