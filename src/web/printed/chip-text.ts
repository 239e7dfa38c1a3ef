import type { LevelChip } from '../report/report-level.ts';

/** A level chip where there is no colour: "3 运行", "4 92%，4 级", "不掌握". */
export function chipText({ mark, words, name }: LevelChip): string {
  const isNumeral = /^\d+$/.test(mark);
  if (words !== null) return words;
  return isNumeral && name !== null ? `${mark} ${name}` : mark;
}
