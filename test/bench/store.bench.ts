import { spawnSync } from 'node:child_process';
import { mkdtemp, open, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { answer } from '../store/assessment-changes.ts';
import { openStore } from '../store/open-store.ts';
import { milliseconds, percentile, type Row } from './row.ts';
import { writeAssessment } from './write-assessments.ts';

const writers = 50;
const rounds = 8;
const savesPerWriter = 10;
const items = 150;
const assessments = 2_000;
const answersEach = 120;
const mostBehindSnapshot = 99;

/** Saving durably beside a bare append with fdatasync, and starting over a full folder; taken in turns against the machine's noise. */
export async function bench(): Promise<Row[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'rencheng-bench-'));
  try {
    return [...(await savingRows(path.join(folder, 'saving'))), ...(await startRows(folder))];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function savingRows(folder: string): Promise<Row[]> {
  await writeAssessment({ folder, id: 'short', answers: 3_000, items, snapshotAt: 2_900 });
  await writeAssessment({ folder, id: 'long', answers: 30_000, items, snapshotAt: 29_900 });
  const store = await openStore(folder);
  const times = { short: [] as number[], long: [] as number[], bare: [] as number[] };
  const lineLength = Math.round(JSON.stringify((await store.changes('short')).at(-1)).length * 1.5);
  for (let round = 0; round < rounds; round += 1) {
    times.bare.push(...(await appendBare(path.join(folder, 'bare'), lineLength)));
    for (const id of round % 2 ? (['long', 'short'] as const) : (['short', 'long'] as const))
      times[id].push(...(await saveAtOnce(id)));
  }
  await store.close();
  return rowsOfSaving(times);

  async function saveAtOnce(id: string): Promise<number[]> {
    const lanes = Array.from({ length: writers }, async (_, writer) => {
      const lane: number[] = [];
      for (let count = 0; count < savesPerWriter; count += 1) {
        const started = performance.now();
        await store.commit(id, answer(`item-${writer}`, `备注 ${count}`));
        lane.push(performance.now() - started);
      }
      return lane;
    });
    return (await Promise.all(lanes)).flat();
  }
}

function rowsOfSaving(times: Record<'short' | 'long' | 'bare', number[]>): Row[] {
  const [short, long, bare] = [times.short, times.long, times.bare].map(each => percentile(each, 0.95));
  if (short === undefined || long === undefined || bare === undefined) return [];
  const baseline = `${milliseconds(bare)} (bare append + fdatasync, one writer)`;
  return [
    {
      what: `an answer saved durably, ${writers} writers on one assessment, 3,000 changes behind it, p95`,
      ...{ measured: milliseconds(short), baseline, ratio: (short / bare).toFixed(2) },
      ...{ target: '≤ 25 ms', met: short <= 25 },
    },
    {
      what: 'the same with 30,000 changes behind it, p95',
      ...{ measured: milliseconds(long), baseline: `${milliseconds(short)} (3,000 changes)` },
      ...{ ratio: (long / short).toFixed(2), target: '≤ 1.2 times', met: long <= short * 1.2 },
    },
  ];
}

async function appendBare(file: string, bytes: number): Promise<number[]> {
  const handle = await open(file, 'a');
  const line = Buffer.alloc(bytes, 'x');
  const times: number[] = [];
  for (let count = 0; count < 50; count += 1) {
    const started = performance.now();
    await handle.write(line);
    await handle.datasync();
    times.push(performance.now() - started);
  }
  await handle.close();
  return times;
}

async function startRows(folder: string): Promise<Row[]> {
  const clean = path.join(folder, 'clean');
  const killed = path.join(folder, 'killed');
  for (let index = 0; index < assessments; index += 1) {
    const one = { id: `assessment-${index}`, answers: answersEach, items: answersEach };
    await writeAssessment({ folder: clean, ...one, snapshotAt: answersEach });
    await writeAssessment({ folder: killed, ...one, snapshotAt: answersEach - mostBehindSnapshot });
  }
  return [
    startRow(clean, 'after a clean stop'),
    startRow(killed, `after a kill, ${mostBehindSnapshot} changes behind each snapshot`),
  ];
}

/** The faster of two, each in a process of its own. */
function startRow(folder: string, when: string): Row {
  const [first, second] = [openInChild(folder), openInChild(folder)];
  const best = first.took < second.took ? first : second;
  if (best.assessments !== assessments) throw new Error(`${best.assessments} assessments were opened`);
  const mebibytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MiB`;
  return {
    what: `store of ${assessments} assessments with ${answersEach} answers each opened ${when}`,
    measured: `${milliseconds(best.took)}, RSS ${mebibytes(best.memory)}`,
    baseline: `RSS ${mebibytes(best.before)} before`,
    ratio: (best.memory / best.before).toFixed(2),
    target: '≤ 3 s',
    met: best.took <= 3_000,
  };
}

function openInChild(folder: string): { took: number; assessments: number; before: number; memory: number } {
  const script = path.join(import.meta.dirname, 'open-folder.ts');
  const child = spawnSync(process.execPath, ['--import', 'tsx', script, folder], { encoding: 'utf8' });
  return JSON.parse(child.stdout);
}
