import type { Report } from '#report/report.ts';
import { isUsualScale } from '#report/step.ts';
import type { SupportCell } from '#report/support-grid.ts';
import type { Chart, ChartWording } from './chart.ts';
import { freeMarks, rectMark, textMark } from './free-marks.ts';
import { keyMarks } from './key-marks.ts';
import { palette } from './palette.ts';

const steps = ['0', '1', '2', '3', '4', '5'];
const cell = 56;
const grid = { left: 68, top: 12, width: 6 * cell, height: 6 * cell };

/** Items counted by claimed and supported level: on the diagonal evidence carries the claim, below it the claim stands higher. */
export function supportChart({ supportGrid, checklist }: Report, wording: ChartWording): Chart {
  const { t } = wording;
  const usual = isUsualScale(checklist.scale);
  const labels = usual ? steps : steps.map(step => `${20 * Number(step)}%`);
  return {
    ...{ width: grid.left + grid.width + 12, height: grid.top + grid.height + 52 },
    title: t('charts.claimed-supported'),
    description: supportGrid.map(entry => cellWords(entry, usual, wording)).join(t('charts.separator')),
    option: {
      grid,
      xAxis: stepAxis(usual ? t('charts.claimed-level') : t('charts.claimed-share'), labels, 30),
      yAxis: {
        ...stepAxis(usual ? t('charts.supported-level') : t('charts.supported-share'), labels, 44),
        nameRotate: 90,
      },
      series: [squares(), discs(supportGrid)],
    },
    key: [
      { mark: keyMarks.fullDisc, words: usual ? t('charts.support.carried') : t('charts.support.carried.share') },
      { mark: keyMarks.hollowDisc, words: t('charts.support.above') },
    ],
    remarks: [usual ? t('charts.support.about') : t('charts.support.about.share')],
  };
}

function stepAxis(name: string, data: string[], nameGap: number) {
  return {
    ...{ type: 'category', data, name, nameGap, nameLocation: 'middle' },
    nameTextStyle: { color: palette['ink-2'], fontSize: 13 },
    axisLabel: { interval: 0, color: palette.ink, fontSize: 13, fontWeight: 600 },
    ...{ axisTick: { show: false }, axisLine: { show: false } },
  };
}

/** Only where items can stand: no support is higher than the claim. */
function squares() {
  const places = steps.flatMap((_, claimed) =>
    steps.slice(0, claimed + 1).map((_, supported) => ({ claimed, supported })),
  );
  return freeMarks(
    places.map(({ claimed, supported }) =>
      rectMark(
        { x: grid.left + claimed * cell, y: grid.top + (5 - supported) * cell, width: cell, height: cell },
        { fill: claimed === supported ? palette.sunken : 'none', stroke: palette.line },
      ),
    ),
    1,
  );
}

/** The area of a disc grows with the count, and the number in it says it. */
function discs(entries: SupportCell[]) {
  const most = Math.max(...entries.map(({ items }) => items.length));
  return freeMarks(
    entries.flatMap(({ claimed, supported, items }) => {
      const carried = claimed === supported;
      const [cx, cy] = [grid.left + (claimed + 0.5) * cell, grid.top + (5.5 - supported) * cell];
      const ink = carried ? palette['on-accent'] : palette.ink;
      return [
        {
          ...{ type: 'circle', shape: { cx, cy, r: 12 + 12 * Math.sqrt(items.length / most) } },
          style: carried ? solid : hollow,
        },
        textMark(String(items.length), { x: cx, y: cy, align: 'center' }, { fill: ink, font: '700 14px x' }),
      ];
    }),
    2,
  );
}

const solid = { fill: palette.accent };
const hollow = { fill: palette.surface, stroke: palette.ink, lineWidth: 1.5 };

function cellWords({ claimed, supported, items }: SupportCell, usual: boolean, { t, list }: ChartWording): string {
  const counted = { count: items.length, codes: list(items.map(({ code }) => code)) };
  return usual
    ? t('charts.support.cell', { claimed, supported, ...counted })
    : t('charts.support.cell.share', { claimed: 20 * claimed, supported: 20 * supported, ...counted });
}
