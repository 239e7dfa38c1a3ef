import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { serve } from '#src/serve.ts';
import { readChecklist } from '#store/read-checklist.ts';
import { milliseconds, percentile, type Row } from './row.ts';

const rounds = 5;
/** Just under the limit of tokens. */
const file = Buffer.from(`extra:\n${'- y\n'.repeat(55_000)}`);

/** How long everything else waits while a large checklist is brought in, against reading it in the same thread. */
export async function bench(): Promise<Row[]> {
  const dataFolder = await mkdtemp(path.join(os.tmpdir(), 'rencheng-bench-'));
  const server = await serve({
    config: {
      ...{ host: '127.0.0.1', port: 0, lanPort: 0, baseUrl: undefined, logLevel: 'silent', uploads: false },
      ...{ defaultLanguage: 'zh-CN', timeZone: 'Asia/Shanghai', dataFolder },
    },
    log: pino({ level: 'silent' }),
    checklistsFolder: path.join(import.meta.dirname, '../../checklists'),
    now: () => new Date(),
    newId: randomUUID,
  });
  try {
    const { origin, hash } = new URL(server.link);
    const authorization = `Bearer ${new URLSearchParams(hash.slice(1)).get('token')}`;
    const bringIn = () => importFile(`${origin}/import-checklist`, authorization);
    await bringIn();
    const beside = await longestWait(bringIn);
    const inThread = await longestWait(async () => void readChecklist(file, 'checklist'));
    return [
      {
        what: `longest time in which nothing else is answered while a checklist of almost 300,000 tokens is brought in, median of ${rounds}`,
        measured: milliseconds(beside),
        baseline: `${milliseconds(inThread)}, read in the thread that answers`,
        ratio: (beside / inThread).toFixed(2),
        target: '≤ 0.5',
        met: beside <= inThread / 2,
      },
    ];
  } finally {
    await server.stop();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

async function importFile(address: string, authorization: string): Promise<void> {
  const body = new FormData();
  body.append('file', new Blob([file]), 'large.yaml');
  let response = await fetch(address, { method: 'POST', headers: { authorization }, body });
  await response.text();
  // Slow machines get the page that tells how far it is.
  while (response.status === 200) {
    response = await fetch(response.url, { headers: { authorization } });
    await response.text();
  }
  if (response.status !== 422) throw new Error(`answered ${response.status}`);
}

/** For how long nothing else could be answered, by a clock that should tick every 5 ms. */
async function longestWait(work: () => Promise<void>): Promise<number> {
  const longest: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    let last = performance.now();
    let gap = 0;
    const clock = setInterval(() => {
      const now = performance.now();
      gap = Math.max(gap, now - last);
      last = now;
    }, 5);
    await pause(20);
    await work();
    await pause(20);
    clearInterval(clock);
    longest.push(gap);
  }
  return percentile(longest, 0.5);
}
