import { scaleOf } from '#checklist/checklist-lookups.ts';
import type { Checklist, Item } from '#checklist/checklist-schema.ts';
import type { RoundResults } from '#workshop/round-results.ts';
import { stepOf } from '../assessment/answer-words.ts';
import type { Format } from '../format.ts';

/** All lengths in units of the viewBox. Below this width of a slot a level's name does not fit under its bar. */
const chart = { width: 720, height: 380, top: 44, base: 320, bar: 84, named: 80 };

export type LevelName = { level: number; label: string; name: string };

/** The levels that are voted on, lowest first: those of the scale, or no and yes. */
export function levelNames(item: Item, checklist: Checklist, format: Format): LevelName[] {
  if (item.kind === 'yes-no')
    return (['no', 'yes'] as const).map((word, level) => ({
      level,
      label: format.t(`assessment.value.${word}`),
      name: '',
    }));
  const scale = scaleOf(item, checklist);
  return Array.from({ length: scale.max - scale.min + 1 }, (_, index) => {
    const level = scale.min + index;
    const label = (scale.levels ?? checklist.scale.levels).find(({ value }) => value === level)?.label;
    return { level, label: String(level), name: label ? format.text(label) : '' };
  });
}

/** "3 级", or yes and no. */
export function levelWords(item: Item, level: number, { t }: Format): string {
  if (item.kind !== 'yes-no') return t('workshop.level', { level: String(level) });
  return level === 1 ? t('assessment.value.yes') : t('assessment.value.no');
}

export function levelClasses(item: Item, level: number, checklist: Checklist): string {
  return `level level-${stepOf(item, item.kind === 'yes-no' ? level === 1 : level, checklist)}`;
}

type Given = { item: Item; checklist: Checklist; results: RoundResults; previous?: RoundResults | undefined };

/** This round's bars with the last round as a dashed outline; null below three votes. */
export function distribution({ item, checklist, results, previous }: Given, format: Format) {
  const { counts } = results;
  if (!counts) return null;
  const before = previous?.counts ?? null;
  const names = levelNames(item, checklist, format);
  const most = Math.max(1, ...counts, ...(before ?? []));
  const slot = chart.width / names.length;
  const width = Math.min(chart.bar, slot * 0.7);
  const heightOf = (votes: number) => Math.round((votes / most) * (chart.base - chart.top));
  return {
    viewBox: `0 0 ${chart.width} ${chart.height}`,
    label: labelOf({ item, checklist, results, previous }, format),
    axis: { x2: String(chart.width), y: String(chart.base) },
    bars: names.map(({ label, name }, index) => {
      const votes = counts[index] ?? 0;
      const centre = slot * (index + 0.5);
      return {
        ...{ label, name: slot < chart.named ? '' : name, votes: String(votes), centre: String(centre) },
        classes: isMedian(results, index, names) ? 'bar is-median' : 'bar',
        bar: box(centre, width, heightOf(votes)),
        countY: String(chart.base - heightOf(votes) - 9),
        previous: before
          ? previousOf(before[index] ?? 0, votes, { centre, width: width + 14, heightOf }, format)
          : null,
      };
    }),
    rows: names.map(({ label, name }, index) => ({
      label: name === '' ? label : `${label} ${name}`,
      votes: String(counts[index] ?? 0),
      previous: before ? String(before[index] ?? 0) : null,
    })),
    key: keyOf(results, previous, format),
  };
}

function box(centre: number, width: number, height: number) {
  return {
    x: String(centre - width / 2),
    y: String(chart.base - height),
    width: String(width),
    height: String(height),
  };
}

type Outline = { centre: number; width: number; heightOf: (votes: number) => number };

/** Its number is written where it does not run into that of this round. */
function previousOf(before: number, now: number, { centre, width, heightOf }: Outline, { t }: Format) {
  const gap = heightOf(before) - heightOf(now);
  return {
    ...box(centre, width, heightOf(before)),
    text: gap > 45 ? t('workshop.chart.previous', { count: before }) : null,
    textY: String(chart.base - heightOf(before) - 7),
  };
}

/** Between two levels both are marked. */
function isMedian({ median }: RoundResults, index: number, names: LevelName[]): boolean {
  const level = names[index]?.level;
  return median !== null && level !== undefined && Math.abs(level - median) < 1;
}

function labelOf(given: Given, format: Format): string {
  const { results, previous } = given;
  const now = sentenceOf(results, given, format);
  return previous?.counts ? format.t('workshop.chart.both', { now, before: sentenceOf(previous, given, format) }) : now;
}

function sentenceOf({ counts, round }: RoundResults, { item, checklist }: Given, format: Format): string {
  const parts = levelNames(item, checklist, format).map(({ level }, index) =>
    format.t('workshop.chart.votes', { level: levelWords(item, level, format), count: counts?.[index] ?? 0 }),
  );
  return format.t('workshop.chart.round', { round, votes: parts.join(format.t('workshop.chart.separator')) });
}

function keyOf({ round }: RoundResults, previous: RoundResults | undefined, { t }: Format) {
  return {
    now: t('workshop.round', { round }),
    previous: previous?.counts ? t('workshop.round', { round: previous.round }) : null,
  };
}
