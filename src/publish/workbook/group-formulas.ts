import type { UndefinedReason } from '#report/counts.ts';
import type { GroupFigures } from '#report/group-report.ts';
import { formula } from './cells.ts';
import { dash, quotedText, shownPercent, shownScore } from './formulas.ts';
import type { Cell, CellStyle } from './sheet.ts';
import { type Languages, sayInLine } from './workbook-wording.ts';

/** Expressions for the four sums of a group in `scoring/summary.ts`: weights of what is scored, of all that counts, and both weighted by their worth. */
export type GroupSums = { scored: string; all: string; claimed: string; supported: string };

type Shown = { score: string; low: string; high: string; coverage: string; supported: string };

/** What a group comes to, as formulas that divide in the order in which scoring does. */
function groupFormulas({ scored, all, claimed, supported }: GroupSums): Shown {
  const orDash = (whole: string, shown: string) => `IF(${whole}=0,"${dash}",${shown})`;
  const low = `100*(${claimed}/${all})`;
  return {
    score: orDash(scored, shownScore(`100*(${claimed}/${scored})`)),
    low: orDash(all, shownScore(low)),
    high: orDash(all, shownScore(`${low}+100*(1-${scored}/${all})`)),
    coverage: orDash(all, shownPercent(`${scored}/${all}`)),
    supported: orDash(all, shownScore(`100*(${supported}/${all})`)),
  };
}

/** The five figures with the report's as their stored results. */
export function groupCells(
  sums: GroupSums,
  { figures }: Pick<GroupFigures, 'figures'>,
  style: CellStyle = 'score',
): Cell[] {
  const { score, low, high, coverage, supported } = groupFormulas(sums);
  return [
    formula(score, figures.score ?? dash, style === 'score' ? 'score-strong' : style),
    formula(low, figures.low ?? dash, style),
    formula(high, figures.high ?? dash, style),
    formula(coverage, figures.coverage ?? dash, 'whole'),
    formula(supported, figures.supported ?? dash, style === 'score' ? 'score-strong' : style),
  ];
}

/** Expressions for how many items a group has: all, those left out, those scored; and for the sum of the weights that count. */
export type GroupCounts = { total: string; excluded: string; scored: string; weight: string };

/** Why a group has no score, by the rule of `report/counts.ts`. */
export function reasonFormula(counts: GroupCounts, words: (reason: UndefinedReason) => string): string {
  const { total, excluded, scored, weight } = counts;
  const said = (reason: UndefinedReason) => quotedText(words(reason));
  const open = `IF(OR(${scored}=0,${weight}>0),${said('open')},${said('weightless')})`;
  return `IF(${total}=0,${said('not-covered')},IF(${excluded}=${total},${said('excluded')},${open}))`;
}

/** Empty where there is a score. */
export function reasonCell(
  score: string,
  counts: GroupCounts,
  { undefinedFor, languages }: { undefinedFor: UndefinedReason | null; languages: Languages },
): Cell {
  const words = (reason: UndefinedReason) => sayInLine(languages, ({ t }) => t(`report.undefined.${reason}`));
  const result = undefinedFor ? words(undefinedFor) : '';
  return formula(`IF(ISNUMBER(${score}),"",${reasonFormula(counts, words)})`, result, 'text');
}
