import type { Comparison } from '#report/comparison-document.ts';
import type { LinedUpGroup, LineUp } from '#report/line-up.ts';
import { shownDifference } from '#scoring/rounding.ts';
import type { Format } from '../format.ts';
import { type CompareCell, type CompareTable, numberCell } from './compare-table.ts';
import { signed } from './compare-words.ts';

/** Like for like by area: one column an assessment, and for two of them what changed and what that is of the whole. */
export function areasTable(lined: LineUp, names: string[], pair: Comparison | null, format: Format): CompareTable {
  const { t } = format;
  const contributionOf = (id: string) => pair?.areas.find(area => area.id === id)?.contribution.claimed ?? null;
  return {
    corner: t('compare.area'),
    heads: [
      ...groupHeads(names, pair, format),
      ...(pair ? [{ label: t('compare.contribution'), classes: 'number' }] : []),
    ],
    rows: lined.areas.map(area => ({
      ...{ code: area.code, title: format.text(area.title), note: t('compare.items.count', { count: area.items }) },
      cells: [
        ...groupCells(area, names, pair, format),
        ...(pair ? [numberCell(t('compare.contribution'), signed(contributionOf(area.id), format))] : []),
      ],
    })),
  };
}

/** The same for the groups of each lens. */
export function lensTables(lined: LineUp, names: string[], pair: Comparison | null, format: Format) {
  return lined.lenses.map(({ id, title, groups }) => ({
    id: `lens-${id}`,
    title: format.text(title),
    table: {
      corner: format.t('compare.group'),
      heads: groupHeads(names, pair, format),
      rows: groups.map(group => ({
        ...{
          code: null,
          title: format.text(group.title),
          note: format.t('compare.items.count', { count: group.items }),
        },
        cells: groupCells(group, names, pair, format),
      })),
    },
  }));
}

function groupHeads(names: string[], pair: Comparison | null, { t }: Format): CompareTable['heads'] {
  return [...names, ...(pair ? [t('compare.change')] : [])].map(label => ({ label, classes: 'number' }));
}

function groupCells(
  { figures }: LinedUpGroup,
  names: string[],
  pair: Comparison | null,
  format: Format,
): CompareCell[] {
  const { t, score } = format;
  const supported = (value: string) => t('compare.supported', { score: value });
  const cells = figures.map(({ claimed, supported: shown }, index) =>
    numberCell(names[index] ?? '', score(claimed), supported(score(shown))),
  );
  if (!pair) return cells;
  const [before, after] = figures;
  const change = (side: 'claimed' | 'supported') => signed(differenceOf(before?.[side], after?.[side]), format);
  return [...cells, numberCell(t('compare.change'), change('claimed'), supported(change('supported')))];
}

function differenceOf(from: number | null | undefined, to: number | null | undefined): number | null {
  return typeof from === 'number' && typeof to === 'number' ? shownDifference(to, from) : null;
}
