import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { milliseconds, percentile, type Row } from './row.ts';

const long = 10_000;
const short = 100;
const target = 300;

/** The history page, which reads and checks the whole trail each time, over a long and a short history. */
export async function bench(): Promise<Row[]> {
  const [few, many] = [await measure(short), await measure(long)];
  return [
    rowFor('history page, newest 50', many.newest, few.newest),
    rowFor('the same, found by a word of a note and two days, last page', many.searched, few.searched),
    rowFor('history of one item, all its revisions', many.item, few.item),
    rowFor('the whole history as CSV', many.csv, few.csv),
  ];
}

function rowFor(what: string, many: number[], few: number[]): Row {
  const [p95, base] = [percentile(many, 0.95), percentile(few, 0.95)];
  const isPage = !what.includes('CSV');
  return {
    what: `${what}: ${long} changes, p95`,
    measured: milliseconds(p95),
    baseline: `${milliseconds(base)} (${short} changes)`,
    ratio: (p95 / base).toFixed(1),
    target: isPage ? `≤ ${target} ms` : 'reported',
    met: !isPage || p95 <= target,
  };
}

async function measure(changes: number) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'rencheng-bench-'));
  try {
    const [code] = await once(spawnScript('fill-history.ts', [folder, String(changes)]), 'exit');
    if (code !== 0) throw new Error(`filling the folder ended with ${code}`);
    const program = spawnScript('serve-folder.ts', [folder]);
    const [line]: string[] = await once(createInterface(program.stdout), 'line');
    try {
      return await timesOf(new URL(JSON.parse(line ?? '{}').link));
    } finally {
      program.kill('SIGTERM');
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function timesOf({ origin, hash }: URL) {
  const authorization = `Bearer ${new URLSearchParams(hash.slice(1)).get('token')}`;
  const base = `${origin}/assessments/bench`;
  const times = (address: string, count: number) => timed(base + address, authorization, count);
  return {
    newest: await times('/history', 40),
    searched: await times(`/history?q=${encodeURIComponent('夜间')}&from=2026-11-01&to=2026-11-02&page=99999`, 40),
    item: await times('/items/lifeline-asset-survey/history', 40),
    csv: await times('/history.csv', 8),
  };
}

async function timed(url: string, authorization: string, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let index = -3; index < count; index += 1) {
    const started = performance.now();
    const response = await fetch(url, { headers: { authorization } });
    await response.text();
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    if (index >= 0) times.push(performance.now() - started);
  }
  return times;
}

function spawnScript(script: string, args: string[]) {
  const file = path.join(import.meta.dirname, script);
  return spawn(process.execPath, ['--import', 'tsx', file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
}
