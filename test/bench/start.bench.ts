import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { milliseconds, type Row } from './row.ts';

const runs = 5;
const main = path.join(import.meta.dirname, '../../src/main.ts');
const tsx = ['--import', 'tsx'];

/** From nothing to a page that can be opened, on an empty data folder, beside Node and tsx with nothing to do; the best of several, taken in turns. */
export async function bench(): Promise<Row[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'rencheng-bench-'));
  try {
    const empty = path.join(folder, 'empty.ts');
    await writeFile(empty, '');
    const times = await inTurn([
      () => untilEnd(['-e', '0']),
      () => untilEnd([...tsx, empty]),
      () => untilListening(folder, os.tmpdir()),
    ]);
    const [node = 0, bare = 0, start = 0] = times.map(taken => Math.min(...taken));
    return [
      row(`start on an empty folder, process to listening, best of ${runs}`, start, { bare, node }),
      row('the same for the first time, before tsx has kept anything', await untilListening(folder, folder), {
        ...{ bare, node },
      }),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function inTurn(measures: (() => Promise<number>)[]): Promise<number[][]> {
  const times = measures.map((): number[] => []);
  for (let run = 0; run < runs; run += 1)
    for (const [index, measure] of measures.entries()) times[index]?.push(await measure());
  return times;
}

async function untilEnd(args: string[]): Promise<number> {
  const started = performance.now();
  const [code] = await once(spawn(process.execPath, args, { stdio: 'ignore' }), 'exit');
  if (code !== 0) throw new Error(`node ${args.join(' ')} ended with ${code}`);
  return performance.now() - started;
}

/** `temporary`: where tsx keeps what it has translated. */
async function untilListening(folder: string, temporary: string): Promise<number> {
  const dataFolder = await mkdtemp(path.join(folder, 'data-'));
  const started = performance.now();
  const child = spawn(process.execPath, [...tsx, main], {
    env: { ...process.env, PORT: '0', DATA_DIR: dataFolder, LOG_LEVEL: 'silent', TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line]: string[] = await once(createInterface(child.stdout), 'line');
  const took = performance.now() - started;
  child.kill('SIGTERM');
  await once(child, 'exit');
  if (!line?.includes('http://')) throw new Error(`the program said ${line}`);
  return took;
}

function row(what: string, took: number, { bare, node }: { bare: number; node: number }): Row {
  return {
    ...{ what, measured: milliseconds(took) },
    baseline: `${milliseconds(bare)} (tsx on an empty file), ${milliseconds(node)} (node -e 0)`,
    ...{ ratio: (took / bare).toFixed(1), target: 'reported', met: true },
  };
}
