import { charts } from '#publish/charts/draw-charts.ts';
import { plotSvg } from '#publish/charts/plot-svg.ts';
import { chartNames } from '#report/chart-names.ts';
import type { Report } from '#report/report.ts';
import { demoReport, wordingIn } from '../support/demo-report.ts';
import { milliseconds, percentile, type Row } from './row.ts';

const warmUp = 150;
const runs = 120;
const mostForOne = 15;

const format = wordingIn('zh-CN');

/** Every chart of the demo city as a file that stands alone, beside ECharts drawing empty axes; and one of each as a picture. */
export async function bench(): Promise<Row[]> {
  const report = await demoReport();
  const names = chartNames(report);
  if (names.length < 10) throw new Error(`only ${names.length} charts`);
  const drawn = names.map(name => ({ name, ...beside(() => charts.svg(report, name, format)) }));
  return [...drawn.map(drawnRow), ...(await pictureRows(report, drawn))];
}

const emptyAxes = {
  ...{ width: 760, height: 300 },
  option: { grid: {}, xAxis: { type: 'value' }, yAxis: { type: 'category', data: ['a', 'b'] }, series: [] },
};

type Drawn = { name: string; time: number; floor: number };

function drawnRow({ name, time, floor }: Drawn): Row {
  return {
    what: `chart ${name} as SVG, warm, p50 of ${runs}`,
    measured: milliseconds(time),
    baseline: `${milliseconds(floor)} (empty axes)`,
    ratio: (time / floor).toFixed(1),
    target: `≤ ${mostForOne} ms`,
    met: time <= mostForOne,
  };
}

async function pictureRows(report: Report, drawn: Drawn[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { name, time } of drawn.filter(({ name }) => ['areas', 'radar', 'heatmap-hazard-loop'].includes(name))) {
    const times: number[] = [];
    for (let run = 0; run < 5; run++) {
      const started = performance.now();
      await charts.png(report, name, format);
      times.push(performance.now() - started);
    }
    const taken = percentile(times, 0.5);
    rows.push({
      what: `chart ${name} as PNG, off the main thread, p50 of 5`,
      ...{
        measured: milliseconds(taken),
        baseline: `${milliseconds(time)} (its SVG)`,
        ratio: (taken / time).toFixed(0),
      },
      ...{ target: 'reported', met: true },
    });
  }
  return rows;
}

/** The two in turn, so that a busy moment of the machine meets both. */
function beside(draw: () => string | undefined): { time: number; floor: number } {
  const times: number[] = [];
  const floors: number[] = [];
  for (let run = 0; run < warmUp + runs; run++) {
    const [time, floor] = [timeOf(draw), timeOf(() => plotSvg(emptyAxes))];
    if (run < warmUp) continue;
    times.push(time);
    floors.push(floor);
  }
  return { time: percentile(times, 0.5), floor: percentile(floors, 0.5) };
}

function timeOf(draw: () => string | undefined): number {
  const started = performance.now();
  if (!draw()) throw new Error('nothing drawn');
  return performance.now() - started;
}
