import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { z } from 'zod';
import type { Checklist } from '#checklist/checklist-schema.ts';
import { hashChecklist } from '#checklist/hash-checklist.ts';
import { serve } from '#src/serve.ts';
import { openChecklistStore } from '#store/checklist-store.ts';
import { buildArea, buildChecklist, buildItem } from '../support/build-checklist.ts';
import { milliseconds, percentile, type Row } from './row.ts';

const log = pino({ level: 'silent' });
const rounds = 5;
const createdSchema = z.object({ id: z.string() });

/** A checklist of 5,000 items on its pages, and a start with 50 checklists of 100 items. */
export async function bench(): Promise<Row[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'rencheng-bench-'));
  try {
    return [await startRow(path.join(folder, 'many')), ...(await pageRows(path.join(folder, 'large')))];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Level texts in both languages, as checklists have them. */
function checklistOf(id: string, areas: number, items: number): Checklist {
  const text = (what: string) => ({ zh: `${what}：按清单逐条核对的做法`, en: `${what}: checked line by line` });
  const levels = Object.fromEntries([0, 1, 2, 3, 4, 5].map(level => [level, text(`做到 ${level}`)]));
  return buildChecklist({
    id,
    areas: Array.from({ length: areas }, (_, area) =>
      buildArea(`a${area}`, {
        items: Array.from({ length: items }, (_, index) =>
          buildItem(`a${area}-${index}`, { levels, question: text('问题'), guidance: text('怎么查') }),
        ),
      }),
    ),
  });
}

async function publishIn(dataFolder: string, checklist: Checklist): Promise<void> {
  const { content, sha256 } = hashChecklist(checklist);
  const folder = path.join(dataFolder, 'city-checklists', checklist.id);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, `${checklist.version}-${sha256.slice(0, 12)}.json`), content);
}

async function startRow(folder: string): Promise<Row> {
  for (let index = 0; index < 50; index += 1) await publishIn(folder, checklistOf(`city-${index}`, 10, 10));
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    const store = await openChecklistStore({ folder, builtIn: [], log });
    times.push(performance.now() - started);
    if (store.list().length !== 50) throw new Error('a checklist is missing');
  }
  return row('50 checklists of 100 items read and checked at the start', percentile(times, 0.5), 2_000);
}

async function pageRows(dataFolder: string): Promise<Row[]> {
  await publishIn(dataFolder, checklistOf('large', 50, 100));
  const server = await serve({
    config: {
      ...{ host: '127.0.0.1', port: 0, lanPort: 0, baseUrl: undefined, logLevel: 'silent', uploads: false },
      ...{ defaultLanguage: 'zh-CN', timeZone: 'Asia/Shanghai', dataFolder },
    },
    log,
    checklistsFolder: path.join(import.meta.dirname, '../../checklists'),
    now: () => new Date(),
    newId: randomUUID,
  });
  const { origin, hash } = new URL(server.link);
  const headers = { authorization: `Bearer ${new URLSearchParams(hash.slice(1)).get('token')}` };
  try {
    const setup = {
      checklist: { id: 'large' },
      city: '示例市',
      period: '2026',
      referenceDate: '2026-11-30',
      profile: {},
    };
    const created = await fetch(`${origin}/api/v1/assessments`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(setup),
    });
    const text = await created.text();
    if (created.status !== 201) throw new Error(text);
    const { id } = createdSchema.parse(JSON.parse(text));
    let answered = 0;
    /** Pages are kept until something changes, so an answer is given before each look. */
    const change = async () => {
      const put = await fetch(`${origin}/api/v1/assessments/${id}/answers/a7-${answered}`, {
        method: 'PUT',
        headers: { ...headers, 'content-type': 'application/json', 'if-match': '"0"' },
        body: JSON.stringify({ answer: 'scored', value: 3 }),
      });
      if (put.status !== 200) throw new Error(await put.text());
      answered += 1;
    };
    const time = (address: string) => median(`${origin}${address}`, headers, change);
    return [
      row('form of one area of 100 items, 5,000 in all', await time(`/assessments/${id}/areas/a7`), 300),
      row('report on 5,000 items, one answer a look', await time(`/assessments/${id}/report`), 2_000),
      row('overview of 5,000 items', await time(`/assessments/${id}`), 2_000),
      row(
        'search in 5,000 items, 100 found',
        await time(`/checklists/large?q=${encodeURIComponent('A7- 核对')}`),
        2_000,
      ),
    ];
  } finally {
    await server.stop();
  }
}

async function median(address: string, headers: Record<string, string>, change: () => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    await change();
    const started = performance.now();
    const response = await fetch(address, { headers });
    await response.text();
    if (response.status !== 200) throw new Error(`${address} answered ${response.status}`);
    // The first one warms up.
    if (round > 0) times.push(performance.now() - started);
  }
  return percentile(times, 0.5);
}

function row(what: string, measured: number, most: number): Row {
  return {
    what: `${what}, median of ${rounds}`,
    measured: milliseconds(measured),
    baseline: 'none',
    ratio: '-',
    target: `≤ ${most} ms`,
    met: measured <= most,
  };
}
