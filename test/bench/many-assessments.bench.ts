import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { gzipSync } from 'node:zlib';
import { milliseconds, percentile, type Row } from './row.ts';

const count = 2_000;
const limit = { page: 150, scripts: 30 };

/** The whole program over a folder of 2,000 assessments, and what pages weigh over the wire. */
export async function bench(): Promise<Row[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'rencheng-bench-'));
  try {
    await fill(folder);
    return await measure(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function fill(folder: string): Promise<void> {
  const filling = spawnScript('fill-folder.ts', [folder, String(count)]);
  const [code] = await once(filling, 'exit');
  if (code !== 0) throw new Error(`filling the folder ended with ${code}`);
}

async function measure(folder: string): Promise<Row[]> {
  const empty = await mkdtemp(path.join(os.tmpdir(), 'rencheng-bench-'));
  const bare = await startProgram(empty);
  bare.stop();
  await rm(empty, { recursive: true, force: true });
  const program = await startProgram(folder);
  try {
    const times = await times100(program.url, program.authorization);
    return [
      startRow(program.took, bare.took),
      pageRow(times),
      memoryRow(program.memory, bare.memory),
      ...(await weightRows(program)),
    ];
  } finally {
    program.stop();
  }
}

type Program = { url: string; authorization: string; took: number; memory: number; stop: () => void };

/** `took`: milliseconds from the process's start to listening. */
async function startProgram(folder: string): Promise<Program> {
  const started = performance.now();
  const child = spawnScript('serve-folder.ts', [folder]);
  const [line]: string[] = await once(createInterface(child.stdout), 'line');
  const took = performance.now() - started;
  const { link, memory } = JSON.parse(line ?? '{}');
  const { origin, hash } = new URL(link);
  const authorization = `Bearer ${new URLSearchParams(hash.slice(1)).get('token')}`;
  return { url: origin, authorization, took, memory, stop: () => child.kill('SIGTERM') };
}

function spawnScript(script: string, args: string[]) {
  const file = path.join(import.meta.dirname, script);
  return spawn(process.execPath, ['--import', 'tsx', file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
}

async function times100(url: string, authorization: string): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < 110; index += 1) {
    const started = performance.now();
    await (await fetch(url, { headers: { authorization } })).text();
    if (index >= 10) times.push(performance.now() - started);
  }
  return times;
}

function startRow(took: number, bare: number): Row {
  return {
    what: `start with ${count} assessments, process to listening`,
    measured: milliseconds(took),
    baseline: `${milliseconds(bare)} (empty folder)`,
    ratio: (took / bare).toFixed(2),
    target: '≤ 3 s',
    met: took <= 3_000,
  };
}

function pageRow(times: number[]): Row {
  const p95 = percentile(times, 0.95);
  const p50 = percentile(times, 0.5);
  return {
    what: `start page over ${count} assessments, p95`,
    measured: milliseconds(p95),
    baseline: `${milliseconds(p50)} (its own p50)`,
    ratio: (p95 / p50).toFixed(2),
    target: '≤ 50 ms',
    met: p95 <= 50,
  };
}

function memoryRow(memory: number, bare: number): Row {
  const megabytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MiB`;
  return {
    what: `memory (RSS) with ${count} assessments`,
    measured: megabytes(memory),
    baseline: `${megabytes(bare)} (empty folder)`,
    ratio: (memory / bare).toFixed(2),
    target: 'reported',
    met: true,
  };
}

/** Each page with everything it loads, compressed as it goes over the wire. */
async function weightRows({ url, authorization }: Program): Promise<Row[]> {
  const list = await (await fetch(`${url}/api/v1/assessments`, { headers: { authorization } })).text();
  const base = `/assessments/${JSON.parse(list)[0].id}`;
  const addresses = [
    '/',
    '/assessments/new',
    base,
    `${base}/areas/lifeline`,
    `${base}/report`,
    '/checklists/resilient-city',
  ];
  const weights = await Promise.all(addresses.map(address => weigh(url + address, authorization)));
  const heaviest = weights.toSorted((a, b) => b.total - a.total)[0] ?? { address: '', total: 0, plain: 0, scripts: 0 };
  const scripts = Math.max(...weights.map(weight => weight.scripts));
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
  return [
    {
      what: `heaviest page over the wire, with styles, scripts and icons (${new URL(heaviest.address).pathname.replace(base, '/assessments/:id')})`,
      measured: kilobytes(heaviest.total),
      baseline: `${kilobytes(heaviest.plain)} (not compressed)`,
      ratio: (heaviest.total / heaviest.plain).toFixed(2),
      target: `≤ ${limit.page} KB`,
      met: heaviest.total <= limit.page * 1024,
    },
    {
      what: 'own scripts of one page, not compressed',
      measured: kilobytes(scripts),
      baseline: '',
      ratio: '',
      target: `≤ ${limit.scripts} KB`,
      met: scripts <= limit.scripts * 1024,
    },
  ];
}

async function weigh(address: string, authorization: string) {
  const page = await text(address, authorization);
  const origin = new URL(address).origin;
  const named = [...page.matchAll(/(?:src|href)="(\/assets\/[^"#]+)/g)].map(match => match[1] ?? '');
  const parts = await loadAll([...new Set(named)], origin, authorization);
  const all = [page, ...parts.values()];
  const scripts = [...parts].filter(([name]) => name.endsWith('.js')).map(([, part]) => Buffer.byteLength(part));
  return {
    address,
    total: all.reduce((sum, part) => sum + gzipSync(part).length, 0),
    plain: all.reduce((sum, part) => sum + Buffer.byteLength(part), 0),
    scripts: scripts.reduce((sum, size) => sum + size, 0),
  };
}

/** Assets by address, with the modules that scripts import. */
async function loadAll(addresses: string[], origin: string, authorization: string): Promise<Map<string, string>> {
  const loaded = new Map<string, string>();
  for (const address of addresses) {
    if (loaded.has(address)) continue;
    const part = await text(origin + address, authorization);
    loaded.set(address, part);
    const imported = [...part.matchAll(/from '(\.\/[^']+)'/g)].map(
      match => new URL(match[1] ?? '', origin + address).pathname,
    );
    if (address.endsWith('.js')) addresses.push(...imported);
  }
  return loaded;
}

async function text(address: string, authorization: string): Promise<string> {
  return (await fetch(address, { headers: { authorization } })).text();
}
