import type { RoundFigures } from '#report/discussion-document.ts';
import type { DiscussedItem, DiscussionReport } from '#report/discussion-report.ts';
import type { Chart, ChartWording } from './chart.ts';
import { freeMarks, textMark } from './free-marks.ts';
import { keyMarks } from './key-marks.ts';
import { opinionWords } from './opinion-words.ts';
import { palette } from './palette.ts';
import { barMarks, roundWords } from './round-bars.ts';
import { wrapText } from './wrap-text.ts';

const width = 760;
const row = { height: 118, labelWidth: 212, bars: [232, 492], barsWidth: 240 };

/** Every item that was voted on, in the order of the agenda: first round beside the last, with the opinion. */
export function discussionChart(discussion: DiscussionReport, wording: ChartWording): Chart {
  const { t } = wording;
  const items = votedItems(discussion);
  const height = items.length * row.height;
  return {
    ...{ width, height },
    title: t('opinions.chart', { title: discussion.title }),
    description: items.map(item => itemWords(item, wording)).join(t('charts.separator')),
    option: {
      grid: { left: 0, top: 0, width, height },
      xAxis: hidden,
      yAxis: hidden,
      series: [
        freeMarks(
          items.flatMap((item, index) => itemMarks(item, index * row.height, wording)),
          2,
        ),
      ],
    },
    key: [
      { mark: keyMarks.voteBar, words: t('opinions.report.key.bar') },
      { mark: keyMarks.claimedBar, words: t('opinions.report.key.median') },
    ],
    remarks: [t('opinions.chart.about')],
  };
}

const hidden = { type: 'value', min: 0, max: 1, show: false };

function votedItems({ items }: DiscussionReport): DiscussedItem[] {
  return items.filter(({ rounds }) => rounds.length > 0);
}

/** One where there was one. */
function firstAndLast({ rounds }: DiscussedItem): RoundFigures[] {
  return rounds.length < 2 ? rounds : [...rounds.slice(0, 1), ...rounds.slice(-1)];
}

function itemMarks(item: DiscussedItem, top: number, wording: ChartWording): object[] {
  const shown = firstAndLast(item);
  const most = Math.max(1, ...shown.flatMap(({ counts }) => counts ?? []));
  return [
    ...(top === 0 ? [] : [ruleMark(top)]),
    ...labelMarks(item, top, wording),
    ...shown.flatMap((round, index) => {
      const box = { x: row.bars[index] ?? 0, y: top + 10, width: row.barsWidth, height: row.height - 18 };
      return barMarks(round, { asked: item.asked, min: item.scale.min, most, box }, wording);
    }),
  ];
}

function labelMarks(item: DiscussedItem, top: number, wording: ChartWording): object[] {
  const title = `${item.code} ${wording.text(item.asked.title)}`;
  const lines = wrapText(title, { width: row.labelWidth, size: 13, lines: 3 });
  const opinion = wrapText(opinionWords(item, wording), { width: row.labelWidth, size: 12, lines: 2 });
  return [
    ...lines.map((line, index) =>
      textMark(line, { x: 0, y: top + 22 + index * 17, align: 'left' }, { fill: palette.ink, font: '600 13px x' }),
    ),
    ...opinion.map((line, index) => textMark(line, { x: 0, y: top + 28 + (lines.length + index) * 17, align: 'left' })),
  ];
}

function ruleMark(y: number) {
  return { type: 'line', shape: { x1: 0, x2: width, y1: y, y2: y }, style: { fill: 'none', stroke: palette.line } };
}

function itemWords(item: DiscussedItem, wording: ChartWording): string {
  const rounds = firstAndLast(item).map(round => roundWords(round, item, wording));
  return wording.t('opinions.chart.item', {
    item: `${item.code} ${wording.text(item.asked.title)}`,
    rounds: wording.list(rounds),
    opinion: opinionWords(item, wording),
  });
}
