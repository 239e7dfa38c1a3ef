import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import autocannon from 'autocannon';
import { z } from 'zod';
import { milliseconds, percentile, type Row } from './row.ts';

const connections = 50;
const seconds = 8;

/** The filled area form beside an Express that sends the same bytes as a constant string; each server in a process of its own. */
export async function bench(): Promise<Row[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'rencheng-bench-'));
  const ours = await startChild(path.join(import.meta.dirname, 'serve-demo.ts'), []);
  try {
    const { origin, hash } = new URL(ours.line);
    const authorization = `Bearer ${new URLSearchParams(hash.slice(1)).get('token')}`;
    const url = await areaFormOf(origin, authorization);
    const html = await (await fetch(url, { headers: { authorization } })).text();
    await writeFile(path.join(folder, 'page.html'), html);
    const constant = await startChild(path.join(import.meta.dirname, 'serve-constant.ts'), [
      path.join(folder, 'page.html'),
    ]);
    try {
      return await compare({ url, authorization, constantUrl: constant.line, bytes: Buffer.byteLength(html) });
    } finally {
      constant.stop();
    }
  } finally {
    ours.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

type Pair = { url: string; authorization: string; constantUrl: string; bytes: number };

async function compare({ url, authorization, constantUrl, bytes }: Pair): Promise<Row[]> {
  const plain = await rowFor(`area form, filled, ${Math.round(bytes / 1024)} KB`, url, constantUrl, { authorization });
  const gzip = await rowFor('the same, compressed', url, constantUrl, { authorization, 'accept-encoding': 'gzip' });
  return [...plain, ...gzip, await freshRow(url, constantUrl, { authorization })];
}

async function rowFor(what: string, url: string, constantUrl: string, headers: Record<string, string>): Promise<Row[]> {
  await load(url, headers, 2);
  await load(constantUrl, headers, 2);
  const ours = await load(url, headers, seconds);
  const constant = await load(constantUrl, headers, seconds);
  const ratio = ours.requests.average / constant.requests.average;
  return [
    {
      what: `${what}: requests a second`,
      measured: ours.requests.average.toFixed(0),
      baseline: `${constant.requests.average.toFixed(0)} (constant string)`,
      ratio: ratio.toFixed(2),
      target: '≥ 0.5',
      met: ratio >= 0.5,
    },
    {
      what: `${what}: p99 at ${connections} connections`,
      measured: milliseconds(ours.latency.p99),
      baseline: milliseconds(constant.latency.p99),
      ratio: (ours.latency.p99 / constant.latency.p99).toFixed(2),
      target: 'reported',
      met: true,
    },
  ];
}

/** Kept pages are what the rows above measure; this one changes the assessment before every look, so nothing is kept. */
async function freshRow(url: string, constantUrl: string, headers: Record<string, string>): Promise<Row> {
  const [, origin, id] = /^(.*)\/assessments\/([^/]+)\//.exec(url) ?? [];
  const answer = `${origin}/api/v1/assessments/${id}/answers/lifeline-smart-roads`;
  const times: number[] = [];
  const constant: number[] = [];
  for (let rev = 0; rev < 60; rev += 1) {
    const changed = await fetch(answer, {
      method: 'PUT',
      headers: { ...headers, 'content-type': 'application/json', 'if-match': `"${rev}"` },
      body: JSON.stringify({ answer: 'unknown' }),
    });
    if (!changed.ok) throw new Error(`${answer}: ${changed.status}`);
    times.push(await timeOf(url, headers));
    constant.push(await timeOf(constantUrl, headers));
  }
  const [fresh, plain] = [percentile(times, 0.5), percentile(constant, 0.5)];
  return {
    what: 'the form right after a change (presented and rendered anew), one at a time, p50',
    measured: milliseconds(fresh),
    baseline: milliseconds(plain),
    ratio: (fresh / plain).toFixed(1),
    target: 'reported',
    met: true,
  };
}

async function timeOf(url: string, headers: Record<string, string>): Promise<number> {
  const started = performance.now();
  await (await fetch(url, { headers })).text();
  return performance.now() - started;
}

async function load(url: string, headers: Record<string, string>, duration: number) {
  const result = await autocannon({ url, headers, connections, duration });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`);
  return result;
}

async function areaFormOf(origin: string, authorization: string): Promise<string> {
  const response = await fetch(`${origin}/api/v1/assessments`, { headers: { authorization } });
  const [newest] = z.array(z.looseObject({ id: z.string() })).parse(await response.json());
  return `${origin}/assessments/${newest?.id}/areas/lifeline`;
}

async function startChild(script: string, args: string[]): Promise<{ line: string; stop: () => void }> {
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line]: string[] = await once(createInterface(child.stdout), 'line');
  return { line: line ?? '', stop: () => child.kill('SIGTERM') };
}
