import type { Item } from '#checklist/checklist-schema.ts';
import type { RoundFigures } from '#report/discussion-document.ts';
import type { DiscussedItem } from '#report/discussion-report.ts';
import { levelWords } from '../assessment/vote-facts.ts';
import type { Format } from '../format.ts';

/** Places in per cent of the drawing, so that it grows with its column and its text does not. */
const plot = { base: 80, height: 58, share: 0.62 };

type Scaled = { item: Item; scale: DiscussedItem['scale']; most: number };

/** The bars of one round; `most` is the highest of all rounds of the item, so that they can be compared. */
export function smallBars({ counts, median, round }: RoundFigures, { item, scale, most }: Scaled, format: Format) {
  const bars = counts ?? [];
  const slot = 100 / bars.length;
  return {
    label: format.t('opinions.report.bars', {
      round,
      votes: format.list(
        bars.map((count, index) =>
          format.t('opinions.report.bar', { level: levelWords(scale.min + index, item, format), count }),
        ),
      ),
    }),
    base: percent(plot.base),
    bars: bars.map((count, index) => {
      const level = scale.min + index;
      const height = (plot.height * count) / most;
      return {
        classes: median !== null && Math.abs(level - median) < 1 ? 'bar is-median' : 'bar',
        x: percent(slot * (index + (1 - plot.share) / 2)),
        y: percent(plot.base - height),
        width: percent(slot * plot.share),
        height: percent(height),
        centre: percent(slot * (index + 0.5)),
        countY: percent(plot.base - height - 4),
        count: String(count),
        level: levelWords(level, item, format),
      };
    }),
  };
}

function percent(share: number): string {
  return `${Number(share.toFixed(2))}%`;
}
