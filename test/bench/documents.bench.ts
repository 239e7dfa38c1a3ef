import { readFileSync } from 'node:fs';
import os from 'node:os';
import { z } from 'zod';
import { openDocumentRenderers } from '#publish/documents/document-renderers.ts';
import type { PrintedReport } from '#report/printed-report.ts';
import { demoCharts } from '../support/demo-report.ts';
import { buildPrintedReport } from '../support/printed-report.ts';
import { pdfmakeTables } from './pdfmake-tables.ts';
import { milliseconds, percentile, type Row } from './row.ts';
import { startChild } from './start-child.ts';

const runs = 9;
const documentsForMemory = 200;
const signal = new AbortController().signal;

/** PDF and DOCX of 12 areas, 93 items, a matrix and five charts; the same tables by pdfmake; memory; and pages while ten PDFs are made. */
export async function bench(): Promise<Row[]> {
  const renderers = openDocumentRenderers();
  const report = buildPrintedReport('zh-CN', { charts: await demoCharts('zh-CN') });
  const tables = buildPrintedReport('zh-CN');
  const pdf = (of: PrintedReport) => renderers.pdf.render([of], { signal });
  const docx = (of: PrintedReport) => renderers.docx.render([of], { signal });
  const [whole = 0, word = 0, ours = 0, beside = 0] = await inTurn([
    () => pdf(report),
    () => docx(report),
    () => pdf(tables),
    () => pdfmakeTables(tables),
  ]);
  const load = `load ${os.loadavg()[0]?.toFixed(1)}`;
  const rows = [
    timeRow(`PDF, 93 items and 5 charts, warm, p50 of ${runs} (${load})`, whole, { beside, most: 1_500 }),
    timeRow(`DOCX of the same, p50 of ${runs}`, word, { beside, most: 500 }),
    timeRow(`PDF of its tables alone, p50 of ${runs}`, ours, { beside, most: 1_500 }),
    ...(await largeRows({ pdf, docx })),
    await memoryRow(() => pdf(tables), renderers.pid),
  ];
  await renderers.close();
  return [...rows, await pagesRow()];
}

type Make = () => Promise<Buffer>;

/** Each in turn, so that a busy moment of the machine meets all; the first round warms up. Gives the medians in the same order. */
async function inTurn(makers: Make[]): Promise<number[]> {
  const times = makers.map((): number[] => []);
  for (let run = 0; run <= runs; run += 1)
    for (const [index, make] of makers.entries()) {
      const taken = await timeOf(make);
      if (run > 0) times[index]?.push(taken);
    }
  return times.map(taken => percentile(taken, 0.5));
}

async function timeOf(make: Make): Promise<number> {
  const started = performance.now();
  if ((await make()).length < 1_000) throw new Error('nothing was made');
  return performance.now() - started;
}

function timeRow(what: string, time: number, { beside, most }: { beside: number; most: number }): Row {
  return {
    ...{ what, measured: milliseconds(time), baseline: `${milliseconds(beside)} (its tables by pdfmake)` },
    ...{ ratio: (time / beside).toFixed(2), target: `≤ ${most} ms`, met: time <= most },
  };
}

type Kinds = { pdf: (of: PrintedReport) => Promise<Buffer>; docx: (of: PrintedReport) => Promise<Buffer> };

async function largeRows({ pdf, docx }: Kinds): Promise<Row[]> {
  const large = buildPrintedReport('zh-CN', { items: 5_000 });
  const pdfmake = await timeOf(() => pdfmakeTables(large));
  const row = (what: string, time: number) => ({
    ...timeRow(what, time, { beside: pdfmake, most: 60_000 }),
    target: 'reported',
    met: true,
  });
  return [
    row('PDF of 5,000 items', await timeOf(() => pdf(large))),
    row('DOCX of 5,000 items', await timeOf(() => docx(large))),
  ];
}

/** The program is started anew every 20 documents, so its memory rises and falls; Linux tells how much it has. */
async function memoryRow(make: Make, pid: () => number | undefined): Promise<Row> {
  const used: number[] = [];
  for (let made = 0; made < documentsForMemory; made += 1) {
    await make();
    used.push(memoryOf(pid()));
  }
  const [early, late] = [Math.max(...used.slice(0, 40)), Math.max(...used.slice(-40))];
  return {
    what: `memory of the program that sets them, most in the last 40 of ${documentsForMemory} PDFs`,
    ...{
      measured: `${late.toFixed(0)} MiB`,
      baseline: `${early.toFixed(0)} MiB (first 40)`,
      ratio: (late / early).toFixed(2),
    },
    ...{ target: '≤ 1.2 times', met: late / early <= 1.2 },
  };
}

function memoryOf(pid = 0): number {
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

/** Pages of the demo while ten people ask for its PDF at once, beside the same pages before. */
async function pagesRow(): Promise<Row> {
  const child = await startChild('serve-demo.ts');
  try {
    const { origin, hash } = new URL(child.line);
    const headers = { authorization: `Bearer ${new URLSearchParams(hash.slice(1)).get('token')}` };
    const listed = await fetch(`${origin}/api/v1/assessments`, { headers });
    const [newest] = z.array(z.looseObject({ id: z.string() })).parse(await listed.json());
    const base = `${origin}/assessments/${newest?.id}`;
    const pdf = () => bytesOf(`${base}/report.pdf`, headers);
    await pdf();
    const quiet = await lookFor(base, headers, new Promise(resolve => setTimeout(resolve, 3_000)));
    const busy = await lookFor(base, headers, Promise.all(Array.from({ length: 10 }, pdf)));
    const [before, meanwhile] = [percentile(quiet, 0.95), percentile(busy, 0.95)];
    return {
      what: `overview page while ten PDFs are made, p95 of ${busy.length}`,
      ...{ measured: milliseconds(meanwhile), baseline: `${milliseconds(before)} (nothing else asked)` },
      ...{ ratio: (meanwhile / before).toFixed(2), target: '≤ 100 ms', met: meanwhile <= 100 },
    };
  } finally {
    await child.stop();
  }
}

async function lookFor(url: string, headers: Record<string, string>, until: Promise<unknown>): Promise<number[]> {
  let isOver = false;
  const over = until.then(() => {
    isOver = true;
  });
  const times: number[] = [];
  while (!isOver) {
    const started = performance.now();
    await bytesOf(url, headers);
    times.push(performance.now() - started);
  }
  await over;
  return times;
}

async function bytesOf(url: string, headers: Record<string, string>): Promise<ArrayBuffer> {
  const response = await fetch(url, { headers });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.arrayBuffer();
}
