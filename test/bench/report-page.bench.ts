import { charts } from '#publish/charts/draw-charts.ts';
import { buildReport, type Report } from '#report/report.ts';
import { reportDocument } from '#report/report-document.ts';
import { formatIn } from '#web/format.ts';
import { printedReports } from '#web/printed/printed-report.ts';
import { openTemplates } from '#web/render-page.ts';
import { chartsOfPage } from '#web/report/report-charts.ts';
import { reportPage } from '#web/report/report-page.ts';
import { reportSummaryPage } from '#web/report/report-summary-page.ts';
import { openWords } from '#web/words.ts';
import { buildAssessment, scored } from '../support/build-assessment.ts';
import { buildArea, buildChecklist, buildItem } from '../support/build-checklist.ts';
import { buildOpen } from '../support/build-open.ts';
import { demoReport } from '../support/demo-report.ts';
import { milliseconds, percentile, type Row } from './row.ts';

const warmUp = 20;
const runs = 60;
const words = openWords(key => {
  throw new Error(`no word "${key}"`);
});
const render = openTemplates(words);
const format = formatIn({
  ...{ language: 'zh-CN', t: words.translate('zh-CN') },
  ...{ timeZone: 'Asia/Shanghai', now: () => new Date(0) },
});

/** The report of the demo city with its drawings kept, in CPU time, beside its JSON; and what a checklist of 5,000 items takes once. */
export async function bench(): Promise<Row[]> {
  const report = await demoReport();
  const json = cpuOf(() => JSON.stringify(reportDocument(rebuilt(report))));
  const row = (what: string, time: number, target: number): Row => ({
    ...{ what, measured: milliseconds(time), baseline: `${milliseconds(json)} (scored, as JSON)` },
    ...{ ratio: (time / json).toFixed(1), target: `≤ ${target} ms`, met: time <= target },
  });
  const svg = kept((chart: string) => charts.svg(report, chart, format));
  const large = largeReport();
  return [
    row(
      `HTML report, demo city, scored and rendered, p50 of ${runs}`,
      cpuOf(() => pageOf(rebuilt(report))),
      50,
    ),
    row(
      `one-page summary, p50 of ${runs}`,
      cpuOf(() => summaryOf(rebuilt(report))),
      50,
    ),
    row(
      `report in words for documents, one language, p50 of ${runs}`,
      cpuOf(() => printedReports(report, [format], { draw: svg })),
      50,
    ),
    row(
      'the same for 5,000 items, once',
      onceOf(() => printedReports(large, [format], { draw: () => undefined })),
      2_000,
    ),
  ];
}

function rebuilt({ assessment, wholeChecklist, generatedAt }: Report): Report {
  return buildReport(assessment, wholeChecklist, generatedAt);
}

const onPage = new Map<string, string | undefined>();

function pageOf(report: Report): string {
  const draw = (chart: string) => {
    if (!onPage.has(chart)) onPage.set(chart, charts.onPage(report, chart, format));
    return onPage.get(chart);
  };
  const open = buildOpen(report.assessment, report.wholeChecklist);
  const page = reportPage(open, { report, charts: chartsOfPage(report, draw, format), recomputed: 0 }, format);
  return render(`pages/${page.template}`, page.view, 'zh-CN');
}

function summaryOf(report: Report): string {
  const page = reportSummaryPage(report, format);
  return render(`pages/${page.template}`, page.view, 'zh-CN');
}

function kept(draw: (chart: string) => string | undefined) {
  const drawings = new Map<string, string | undefined>();
  return (chart: string) => {
    if (!drawings.has(chart)) drawings.set(chart, draw(chart));
    return drawings.get(chart);
  };
}

function largeReport(): Report {
  const areas = Array.from({ length: 50 }, (_, area) =>
    buildArea(`p${area}`, { items: Array.from({ length: 100 }, (_, index) => buildItem(`p${area}-${index}`)) }),
  );
  const checklist = buildChecklist({ areas });
  const answers = Object.fromEntries(
    areas.flatMap(({ items }) =>
      items.map(({ id }, index) => [id, scored(index % 6, index % 2 ? 'document' : 'audit')]),
    ),
  );
  return buildReport(buildAssessment(answers), checklist, '2026-11-18T06:40:00.000Z');
}

/** CPU and not the clock: others share the machine. */
function cpuOf(make: () => unknown): number {
  const times: number[] = [];
  for (let run = 0; run < warmUp + runs; run++) {
    const time = onceOf(make);
    if (run >= warmUp) times.push(time);
  }
  return percentile(times, 0.5);
}

function onceOf(make: () => unknown): number {
  const started = process.cpuUsage();
  if (!make()) throw new Error('nothing made');
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1_000;
}
