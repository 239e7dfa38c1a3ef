import path from 'node:path';
import { Writable } from 'node:stream';
import type { Answer } from '#assessment/answer.ts';
import { writeArchive } from '#publish/archive/write-archive.ts';
import { reportCsv } from '#publish/report-csv.ts';
import { reportWorkbook } from '#publish/workbook/report-workbook.ts';
import { buildReport, type Report } from '#report/report.ts';
import { demoAnswers } from '#src/cli/demo-city.ts';
import { loadBuiltInChecklists } from '#store/checklist-files.ts';
import { formatIn } from '#web/format.ts';
import { exportLanguage } from '#web/report/report-texts.ts';
import { openWords } from '#web/words.ts';
import { buildAssessment, scored } from '../support/build-assessment.ts';
import { buildArea, buildChecklist, buildItem } from '../support/build-checklist.ts';
import { milliseconds, percentile, type Row } from './row.ts';

const at = '2026-11-18T06:40:00.000Z';
const format = wording();

/** The workbook beside the CSV of the same report, and how much memory an archive of 2 GB takes. */
export async function bench(): Promise<Row[]> {
  const demo = await workbookRow('the demo city as XLSX, warm, p50 of 15', await demoReport(), { runs: 15, most: 500 });
  const large = await workbookRow('5,000 items as XLSX, p50 of 3', largeReport(), { runs: 3, most: undefined });
  return [demo, large, await archiveRow()];
}

async function workbookRow(
  what: string,
  report: Report,
  { runs, most }: { runs: number; most: number | undefined },
): Promise<Row> {
  const times: number[] = [];
  const floors: number[] = [];
  for (let run = 0; run < runs + 2; run++) {
    const [time, floor] = [
      await timeOf(() => reportWorkbook(report, [exportLanguage(report, format)])),
      await timeOf(() => reportCsv(report, format)),
    ];
    if (run < 2) continue;
    times.push(time);
    floors.push(floor);
  }
  const [time, floor] = [percentile(times, 0.5), percentile(floors, 0.5)];
  return {
    what,
    measured: milliseconds(time),
    baseline: `${milliseconds(floor)} (its CSV)`,
    ratio: (time / floor).toFixed(0),
    ...(most === undefined ? { target: 'reported', met: true } : { target: `≤ ${most} ms`, met: time <= most }),
  };
}

/** A hundred files of 20 MB, the most that evidence may have. */
async function archiveRow(): Promise<Row> {
  const size = 20 * 1024 * 1024;
  const parts = Array.from({ length: 100 }, (_, number) => ({
    ...{ path: `evidence/${number}.pdf`, kind: 'evidence', isPacked: true },
    content: async () => Buffer.alloc(size, number),
  }));
  let bytes = 0;
  let most = 0;
  const before = process.memoryUsage().rss;
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      most = Math.max(most, process.memoryUsage().rss - before);
      setImmediate(done);
    },
  });
  await writeArchive({ parts, closing: [], at: new Date(at), reasonOf: () => undefined }, sink);
  const megabytes = Math.round(most / 2 ** 20);
  const written = Math.round(bytes / 2 ** 20);
  return {
    what: 'memory beyond the start while an archive of 2 GB is written',
    measured: `${megabytes} MB`,
    baseline: `${written} MB (written)`,
    ratio: (megabytes / written).toFixed(2),
    ...{ target: '≤ 200 MB', met: megabytes <= 200 },
  };
}

async function timeOf(make: () => unknown): Promise<number> {
  const started = performance.now();
  await make();
  return performance.now() - started;
}

function wording() {
  const words = openWords(key => {
    throw new Error(`no word "${key}"`);
  });
  const t = words.translate('zh-CN');
  return formatIn({ language: 'zh-CN', t, timeZone: 'Asia/Shanghai', now: () => new Date(0) });
}

function largeReport(): Report {
  const areas = Array.from({ length: 50 }, (_, area) =>
    buildArea(`a${area}`, { items: Array.from({ length: 100 }, (_, item) => buildItem(`x${area}-${item}`)) }),
  );
  const answers = areas.flatMap(({ items }) =>
    items.map(({ id }, index) => [id, scored(index % 6, 'document')] as const),
  );
  return buildReport(buildAssessment(Object.fromEntries(answers)), buildChecklist({ areas }), at);
}

/** The demo city without its dates, which only decide what is in force. */
async function demoReport(): Promise<Report> {
  const [loaded] = await loadBuiltInChecklists(path.join(import.meta.dirname, '../../checklists'));
  if (!loaded) throw new Error('no checklist');
  const answers = Object.fromEntries(
    demoAnswers.map(([item, { evidence = [], ...answer }]): [string, Answer] => [
      item,
      { ...answer, evidence: evidence.map(({ ago: _ago, validFor: _validFor, ...record }) => record) },
    ]),
  );
  return buildReport(buildAssessment(answers, { profile: { smartRoads: false } }), loaded, at);
}
