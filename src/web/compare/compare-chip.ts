import type { LinedUpCell } from '#report/line-up.ts';
import { stepOfFraction } from '#report/step.ts';
import type { Format } from '../format.ts';
import { chipOfStep, type LevelChip, percentWords, typedChip } from '../report/report-level.ts';

/** The level or the kind of answer as a chip; a dash where the checklist has no such item. */
export function compareChip(cell: LinedUpCell, format: Format): LevelChip {
  if (!cell) return { mark: '—', classes: 'is-excluded', words: format.t('compare.cell.none'), name: null };
  if (cell.state === 'out-of-scope')
    return { mark: '—', classes: 'is-excluded', words: format.t('compare.cell.out-of-scope'), name: null };
  if (cell.fraction === null) return typedChip({ state: cell.state }, format);
  return fractionChip(cell.fraction, cell.level, format);
}

/** The numeral is that of a level of the item's own scale; between two levels, and without levels, the share stands beside the colour. */
export function fractionChip(fraction: number, level: number | null, format: Format): LevelChip {
  const chip = chipOfStep(stepOfFraction(fraction));
  return level !== null && Number.isInteger(level)
    ? { ...chip, mark: String(level) }
    : { ...chip, mark: '', words: percentWords(fraction, format) };
}
