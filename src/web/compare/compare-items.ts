import type { ComparedItem, Comparison } from '#report/comparison-document.ts';
import type { LineUp } from '#report/line-up.ts';
import { roundScore } from '#scoring/rounding.ts';
import type { Format } from '../format.ts';
import { compareChip, fractionChip } from './compare-chip.ts';
import { type CompareTable, chipCell, numberCell } from './compare-table.ts';
import { signed } from './compare-words.ts';

const shownAtOnce = 12;
const mostShown = 300;

/** The items that count, the largest contribution first: those that moved, and folded the rest. */
export function contributionsPart(comparison: Comparison, names: string[], format: Format) {
  const sorted = comparison.items.toSorted((a, b) => weightOf(b) - weightOf(a));
  const moved = sorted.filter(item => weightOf(item) > 0).length;
  const first = Math.min(moved, shownAtOnce);
  const rest = sorted.slice(first, mostShown);
  return {
    moved: moved > 0,
    first: tableOf(sorted.slice(0, first), names, format),
    rest: rest.length === 0 ? null : tableOf(rest, names, format),
    restTitle: format.t('compare.items.rest', { count: sorted.length - first }),
    cut: cutWords(sorted.length, format),
  };
}

/** Every item that one of them asks for, one column an assessment. */
export function itemsTable(lined: LineUp, names: string[], format: Format) {
  const { t } = format;
  return {
    cut: cutWords(lined.items.length, format),
    table: {
      corner: t('compare.item'),
      heads: names.map(label => ({ label, classes: '' })),
      rows: lined.items.slice(0, mostShown).map(({ code, title, isCommon, cells }) => ({
        code,
        title: format.text(title),
        note: isCommon ? null : t('compare.items.not-common'),
        cells: cells.map((cell, index) => chipCell(names[index] ?? '', compareChip(cell, format))),
      })),
    },
  };
}

/** Those whose contribution shows, the largest first. */
export function movedItems({ items }: Comparison): ComparedItem[] {
  return items.filter(item => weightOf(item) > 0).toSorted((a, b) => weightOf(b) - weightOf(a));
}

function weightOf({ contribution }: ComparedItem): number {
  return Math.abs(roundScore(contribution.claimed)) + Math.abs(roundScore(contribution.supported));
}

function tableOf(items: ComparedItem[], [before = '', after = '']: string[], format: Format): CompareTable {
  const { t } = format;
  const heads = [before, after, t('compare.contribution.claimed'), t('compare.contribution.supported')];
  return {
    corner: t('compare.item'),
    heads: heads.map((label, index) => ({ label, classes: index > 1 ? 'number' : '' })),
    rows: items.map(({ code, title, contribution, ...item }) => ({
      ...{ code, title: format.text(title), note: null },
      cells: [
        chipCell(before, fractionChip(item.old.fraction, item.old.level, format)),
        chipCell(after, fractionChip(item.new.fraction, item.new.level, format)),
        numberCell(t('compare.contribution.claimed'), signed(contribution.claimed, format)),
        numberCell(t('compare.contribution.supported'), signed(contribution.supported, format)),
      ],
    })),
  };
}

function cutWords(count: number, { t }: Format): string | null {
  return count > mostShown ? t('compare.items.cut', { shown: mostShown, count }) : null;
}
