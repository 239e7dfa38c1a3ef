import type { Item, LensGroup } from '#checklist/checklist-schema.ts';
import { isBelow } from '#scoring/tolerance.ts';
import { type Finding, finding } from './finding.ts';
import type { ItemReport } from './item-report.ts';
import type { MatrixReport } from './matrix-report.ts';
import type { ReportFacts } from './report.ts';
import { lostPoints, shareOf } from './share-of.ts';

/** The third of five levels: a full cycle has run. */
const runningFrom = 0.6;

/** Where work passes from one department to the next and does not arrive: shared steps that do not run, cells of tables that are empty or 0. */
export function breakFindings(facts: ReportFacts): Finding[] {
  return [...sharedSteps(facts), ...facts.matrices.flatMap(gapsOfTable)];
}

type Step = { lens: string; columns: string[] };

/** Items that several departments carry and that belong to a step of the loop, below the level at which they run. */
function sharedSteps({ items, checklist }: ReportFacts): Finding[] {
  const loops = checklist.lenses.flatMap(lens => ('columns' in lens ? [lens.columns] : []));
  const steps = checklist.lenses.flatMap(lens => ('groups' in lens && loops.includes(lens.id) ? [lens] : []));
  return items
    .filter(
      ({ fraction, effectiveWeight }) => fraction !== null && isBelow(fraction, runningFrom) && effectiveWeight > 0,
    )
    .sort((a, b) => lostPoints(b) - lostPoints(a))
    .flatMap(item => {
      const departments = departmentsOf(item.item);
      const step = stepOf(item, steps);
      if (departments.length < 2 || !step) return [];
      return [
        finding('problems.shared', { item: item.id, departments, ...step, claimedShare: shareOf(item.fraction ?? 0) }),
      ];
    });
}

function departmentsOf({ lead, support = [] }: Item): string[] {
  return lead === undefined ? [] : [...new Set([lead, ...support])];
}

function stepOf({ item }: ItemReport, lenses: { id: string; groups: LensGroup[] }[]): Step | undefined {
  for (const { id, groups } of lenses) {
    const columns = groups.filter(({ tags }) => item.tags?.some(tag => tags.includes(tag))).map(group => group.id);
    if (columns.length > 0) return { lens: id, columns };
  }
  return undefined;
}

/** A table that nobody filled in, and row by row what is empty or 0. */
function gapsOfTable(matrix: MatrixReport): Finding[] {
  const { item, rows, columns, filled } = matrix;
  if (missingCells(matrix) === 0) return [];
  if (filled === 0) return [finding('problems.table-open', { item: item.id })];
  return rows.flatMap(({ id: row, cells }) => {
    const at = (value: number | null) => columns.filter((_, index) => cells[index] === value).map(({ id }) => id);
    const [empty, zero] = [at(null), at(0)];
    return [
      ...(empty.length > 0 ? [finding('problems.cells-empty', { item: item.id, row, columns: empty })] : []),
      ...(zero.length > 0 ? [finding('problems.cells-zero', { item: item.id, row, columns: zero, cell: 0 })] : []),
    ];
  });
}

/** How many cells are empty or 0; none where the table is not counted. */
export function missingCells({ item, rows }: MatrixReport): number {
  if (item.state === 'not-applicable' || item.state === 'not-our-mandate') return 0;
  return rows.flatMap(({ cells }) => cells).filter(cell => cell === null || cell === 0).length;
}
