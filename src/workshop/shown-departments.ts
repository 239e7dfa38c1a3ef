import { z } from 'zod';
import { type Counts, totalOf } from './counts.ts';
import { quantile } from './quantile.ts';

/** The median is in levels above the lowest of the scale; null where the department voted "unknown" only. */
export const departmentResultSchema = z.strictObject({
  department: z.string(),
  n: z.int().min(0),
  median: z.number().nullable(),
});
export type DepartmentResult = z.infer<typeof departmentResultSchema>;

/** Votes of one department; null: of those without one, phones and paper. */
export type DepartmentVotes = { department: string | null; counts: Counts };

export const fewestShown = 5;

/**
 * The departments whose median may be seen in an anonymous vote: five votes each, and what stays hidden is never one group
 * alone or fewer than five votes, or it could be had by subtraction. Rather none than one too many.
 */
export function shownDepartments(groups: readonly DepartmentVotes[]): DepartmentResult[] {
  const voting = groups.filter(({ counts }) => totalOf(counts) > 0).toSorted(bySize);
  const large = voting.flatMap(({ department, counts }) =>
    department !== null && totalOf(counts) >= fewestShown ? [{ department, counts }] : [],
  );
  const hidden = voting.filter(({ department, counts }) => department === null || totalOf(counts) < fewestShown);
  const extra = hideMore(
    hidden.map(({ counts }) => totalOf(counts)),
    large.map(({ counts }) => totalOf(counts)),
  );
  return large
    .slice(extra)
    .map(({ department, counts }) => resultOf(department, counts))
    .sort(byName);
}

export function resultOf(department: string, counts: Counts): DepartmentResult {
  const n = totalOf(counts);
  return { department, n, median: n === 0 ? null : quantile(counts, 0.5) };
}

/** How many of the large ones, smallest first, have to be hidden too. */
function hideMore(hidden: readonly number[], large: readonly number[]): number {
  if (hidden.length === 0) return 0;
  const rest = large.findIndex((_size, index) => isSafe([...hidden, ...large.slice(0, index)]));
  return rest === -1 ? large.length : rest;
}

function isSafe(hidden: readonly number[]): boolean {
  return hidden.length >= 2 && totalOf(hidden) >= fewestShown;
}

function bySize(a: DepartmentVotes, b: DepartmentVotes): number {
  return totalOf(a.counts) - totalOf(b.counts) || ((a.department ?? '') < (b.department ?? '') ? -1 : 1);
}

/** Never by size: the order of equals would tell which was smaller. */
function byName(a: DepartmentResult, b: DepartmentResult): number {
  return a.department < b.department ? -1 : 1;
}
