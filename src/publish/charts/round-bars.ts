import type { Item } from '#checklist/checklist-schema.ts';
import type { RoundFigures } from '#report/discussion-document.ts';
import type { DiscussedItem } from '#report/discussion-report.ts';
import type { ChartWording } from './chart.ts';
import { rectMark, textMark } from './free-marks.ts';
import type { Box } from './hatch-path.ts';
import { palette } from './palette.ts';

type Drawn = { asked: Item; min: number; most: number; box: Box };

const head = 20;
const foot = 18;
const countRoom = 16;

/** The bars of one round under its name and verdict; words where there are too few votes for bars. */
export function barMarks(round: RoundFigures, drawn: Drawn, wording: ChartWording): object[] {
  const { t } = wording;
  const { box } = drawn;
  const words = [
    t('opinions.chart.round', { round: round.round, count: round.n }),
    t(`opinions.verdict.${round.verdict}`),
  ];
  const heading = textMark(wording.list(words), { x: box.x, y: box.y + 6, align: 'left' });
  return [heading, ...(round.counts ? levelMarks(round, round.counts, drawn, wording) : [fewMark(box, t)])];
}

/** "第 1 轮，12 票，意见分散：0 1 票，…". */
export function roundWords(
  round: RoundFigures,
  { asked, scale }: Pick<DiscussedItem, 'asked' | 'scale'>,
  wording: ChartWording,
): string {
  const { t, list } = wording;
  const votes = (round.counts ?? []).map((count, index) =>
    t('opinions.report.bar', { level: levelOf(scale.min + index, asked, wording), count }),
  );
  const parts = [t(`opinions.verdict.${round.verdict}`), ...(round.counts ? votes : [t('opinions.chart.few')])];
  return t('opinions.report.bars', { round: round.round, votes: list(parts) });
}

function levelMarks(
  { median }: RoundFigures,
  counts: number[],
  { asked, min, most, box }: Drawn,
  wording: ChartWording,
): object[] {
  const slot = box.width / counts.length;
  const base = box.y + box.height - foot;
  const room = box.height - head - foot - countRoom;
  return [
    ...counts.flatMap((count, index) => {
      const level = min + index;
      const height = (room * count) / most;
      const centre = box.x + slot * (index + 0.5);
      const isMedian = median !== null && Math.abs(level - median) < 1;
      const bar = { x: centre - slot * 0.31, y: base - height, width: slot * 0.62, height };
      return [
        rectMark(bar, { fill: isMedian ? palette.accent : palette['level-4'] }),
        textMark(
          String(count),
          { x: centre, y: base - height - 8, align: 'center' },
          { fill: palette.ink, font: '600 12px x' },
        ),
        textMark(levelOf(level, asked, wording), { x: centre, y: base + 11, align: 'center' }),
      ];
    }),
    {
      type: 'line',
      shape: { x1: box.x, x2: box.x + box.width, y1: base, y2: base },
      style: { fill: 'none', stroke: palette['line-control'] },
    },
  ];
}

function fewMark(box: Box, t: ChartWording['t']) {
  return textMark(t('opinions.chart.few'), { x: box.x, y: box.y + 34, align: 'left' });
}

function levelOf(level: number, { kind }: Item, { t }: ChartWording): string {
  if (kind !== 'yes-no') return String(level);
  return level === 1 ? t('assessment.value.yes') : t('assessment.value.no');
}
