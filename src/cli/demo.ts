import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { readConfig } from '../config.ts';
import { type RunningServer, serve } from '../serve.ts';
import { callApi } from './call-api.ts';
import { demoActions } from './demo-actions.ts';
import type { DemoAnswer } from './demo-answer.ts';
import { demoAnswers } from './demo-city.ts';
import { demoLifeline } from './demo-lifeline.ts';
import { demoWorkshops } from './demo-workshops.ts';

const day = 86_400_000;

/** Serves a temporary data folder with a fictional city; the folder goes when the program stops. */
export async function demo(environment: NodeJS.ProcessEnv, checklistsFolder: string): Promise<RunningServer> {
  const dataFolder = await mkdtemp(path.join(os.tmpdir(), 'rencheng-demo-'));
  const config = { ...readConfig(environment), dataFolder };
  const log = pino({ level: config.logLevel === 'info' ? 'warn' : config.logLevel, base: null });
  const server = await serve({ config, log, checklistsFolder, now: () => new Date(), newId: randomUUID });
  await fill(server, new Date());
  return {
    ...server,
    stop: async () => {
      await server.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Serves the demo until it is told to stop. */
export async function runDemo(environment: NodeJS.ProcessEnv, checklistsFolder: string): Promise<number> {
  const server = await demo(environment, checklistsFolder);
  console.log(`韧城 Rencheng 示例: ${server.link}`);
  await new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
  });
  await server.stop();
  return 0;
}

/** Through the API, so that the demo obeys the same rules as anybody. */
async function fill(server: RunningServer, now: Date): Promise<void> {
  const year = now.getFullYear();
  const setup = {
    checklist: { id: 'resilient-city' },
    unitCode: '990100',
    profile: { smartRoads: false },
    policy: { bottomLineCap: true },
    scope: { areas: ['lifeline', 'cim', 'onenet', 'loop'] },
  };
  const lifeline = { areas: ['lifeline'] };
  const lastYear = {
    ...setup,
    scope: lifeline,
    city: '示例市',
    period: `${year - 1} 年度`,
    referenceDate: `${year - 1}-11-30`,
  };
  const pilot = {
    ...setup,
    city: '示例新区',
    period: `${year} 年试点`,
    referenceDate: `${year}-11-30`,
    due: dayOf(now, -4),
    scope: { ...lifeline, items: 'core' },
  };
  const current = {
    ...setup,
    city: '示例市',
    period: `${year} 年度`,
    referenceDate: `${year}-11-30`,
    due: dayOf(now, 12),
  };
  const before = await fillOne(server, lastYear, demoLifeline.slice(0, 11));
  await makeFinal(server, before);
  await fillOne(server, pilot, demoLifeline.slice(3, 5));
  const present = await fillOne(server, current, demoAnswers);
  await demoActions(server, { lastYear: before, current: present });
  await demoWorkshops(server, present);
}

type DemoSetup = { city: string; referenceDate: string };

/** Gives the id. */
async function fillOne(server: RunningServer, setup: DemoSetup, answers: DemoAnswer[]): Promise<string> {
  const { id } = await callApi(server, { method: 'POST', address: '/assessments', body: setup });
  const revisions = new Map<string, number>();
  for (const [item, answer] of answers) {
    const rev = revisions.get(item) ?? 0;
    const address = `/assessments/${id}/answers/${item}`;
    await callApi(server, { method: 'PUT', address, body: withDates(item, answer, setup.referenceDate), rev });
    revisions.set(item, rev + 1);
  }
  return id;
}

/** Handing in is a page's form so far. */
async function makeFinal(server: RunningServer, id: string): Promise<void> {
  const { origin, hash } = new URL(server.link);
  const token = new URLSearchParams(hash.slice(1)).get('token');
  await fetch(`${origin}/assessments/${id}/state`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}` },
    body: new URLSearchParams({ state: 'final' }),
    redirect: 'manual',
  });
}

/** Records without an id of their own belong to their item alone. */
function withDates(item: string, { evidence, ...answer }: DemoAnswer[1], referenceDate: string) {
  const reference = new Date(referenceDate);
  const dated = evidence?.map(({ ago, validFor, ...record }, index) => ({
    id: `${item}-${index}`,
    ...record,
    ...(ago === undefined ? {} : { date: dayOf(reference, -ago) }),
    ...(ago === undefined || validFor === undefined ? {} : { validUntil: dayOf(reference, validFor - ago) }),
  }));
  return { ...answer, ...(dated ? { evidence: dated } : {}) };
}

function dayOf(from: Date, days: number): string {
  return new Date(from.getTime() + days * day).toISOString().slice(0, 10);
}
