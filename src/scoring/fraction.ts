import type { AnswerValue } from '#assessment/answer.ts';
import type { Item, Scale } from '#checklist/checklist-schema.ts';

/** How much of the item is reached, 0–1. The value is one that `checkAnswer` let through; any other is a bug and throws. */
export function fractionOf(item: Item, value: AnswerValue | undefined, scale: Scale): number {
  switch (item.kind) {
    case 'maturity':
      return fractionOfLevel(numberIn(value), scale);
    case 'metric':
      return fractionOfLevel(levelReached(item, numberIn(value)) ?? scale.min, scale);
    case 'deduction':
      return Math.max(0, item.points - numberIn(value) * item.per) / item.points;
    case 'yes-no':
      return value === true ? 1 : 0;
    case 'matrix':
      return sumOfCells(item, value) / (item.rows.length * item.columns.length * item.cellMax);
  }
}

function fractionOfLevel(level: number, { min, max }: Scale): number {
  return (level - min) / (max - min);
}

/** The level of the best band reached; bands may be listed either way round. */
function levelReached({ direction, bands }: Extract<Item, { kind: 'metric' }>, figure: number): number | undefined {
  const rising = direction === 'higher-is-better';
  let best: (typeof bands)[number] | undefined;
  for (const band of bands) {
    const reached = rising ? band.at <= figure : band.at >= figure;
    const better = best === undefined || (rising ? band.at > best.at : band.at < best.at);
    if (reached && better) best = band;
  }
  return best?.level;
}

function sumOfCells({ rows, columns }: Extract<Item, { kind: 'matrix' }>, value: AnswerValue | undefined): number {
  if (typeof value !== 'object') throw new TypeError('a matrix item needs a table of cells');
  let sum = 0;
  for (const row of rows) {
    const cells = ownValue(value, row.id);
    if (cells) for (const column of columns) sum += ownValue(cells, column.id) ?? 0;
  }
  return sum;
}

/** A row may be called "constructor". */
function ownValue<T>(record: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function numberIn(value: AnswerValue | undefined): number {
  if (typeof value !== 'number') throw new TypeError('this kind of item needs a number');
  return value;
}
