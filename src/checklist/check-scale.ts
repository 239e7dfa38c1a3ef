import { type Fault, fault } from '#shared/fault.ts';
import type { Scale } from './checklist-schema.ts';
import type { Path } from './find-duplicates.ts';

export function checkScale(scale: Scale, path: Path): Fault[] {
  if (scale.max <= scale.min)
    return [
      fault(
        [...path, 'max'],
        '最高一级（max）须大于最低一级（min）',
        'the highest level (max) must be greater than the lowest (min)',
      ),
    ];
  if (!scale.levels) return [];
  const values = scale.levels.map(level => level.value);
  return sameNumbers(values, levelNumbers(scale))
    ? []
    : [
        fault(
          [...path, 'levels'],
          `等级须从 ${scale.min} 到 ${scale.max} 逐级写出，各一次`,
          `levels must run from ${scale.min} to ${scale.max}, each once and in order`,
        ),
      ];
}

export function levelNumbers(scale: Scale): number[] {
  return Array.from({ length: scale.max - scale.min + 1 }, (_, index) => scale.min + index);
}

function sameNumbers(a: number[], b: number[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
