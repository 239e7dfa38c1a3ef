import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { dayIn } from '#shared/iso-day.ts';
import { readConfig } from '../config.ts';
import { type RunningServer, serve } from '../serve.ts';
import { demoActions } from './demo-actions.ts';
import { demoDraft, demoProfile } from './demo-city.ts';
import { answerAll, confirmSuggested, dayOf, postForm, type Started, start } from './demo-fill.ts';
import { demoLastYear } from './demo-last-year.ts';
import { demoPilot, demoPilotLastYear } from './demo-pilot.ts';
import { demoRevised } from './demo-revised.ts';
import { demoWorkshops } from './demo-workshops.ts';

/** Answers of last year that were confirmed before anything else was filled in. */
const confirmedFirst = ['lifeline-asset-survey', 'lifeline-old-pipes', 'loop-duty-watch', 'disasters-supplies'];

/** Serves a temporary data folder with a fictional city; the folder goes when the program stops. */
export async function demo(environment: NodeJS.ProcessEnv, checklistsFolder: string): Promise<RunningServer> {
  const dataFolder = await mkdtemp(path.join(os.tmpdir(), 'rencheng-demo-'));
  const config = { ...readConfig(environment), dataFolder };
  const log = pino({ level: config.logLevel === 'info' ? 'warn' : config.logLevel, base: null });
  const server = await serve({ config, log, checklistsFolder, now: () => new Date(), newId: randomUUID });
  await fill(server, new Date(dayIn(config.timeZone)(new Date())));
  return {
    ...server,
    stop: async () => {
      await server.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** What somebody might expect of the demo in vain. */
export function demoNotes({ DATA_DIR }: NodeJS.ProcessEnv): string[] {
  if (DATA_DIR === undefined) return [];
  return [
    `示例不使用 DATA_DIR（${DATA_DIR}）：内容放在临时文件夹，停止时删除；正式使用请运行 npm start`,
    `the demo does not use DATA_DIR (${DATA_DIR}): what it holds is temporary and goes when it stops; npm start uses it`,
  ];
}

/** Serves the demo until it is told to stop. */
export async function runDemo(environment: NodeJS.ProcessEnv, checklistsFolder: string): Promise<number> {
  const server = await demo(environment, checklistsFolder);
  for (const line of demoNotes(environment)) console.log(line);
  console.log(`韧城 Rencheng 示例: ${server.link}`);
  await new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
  });
  await server.stop();
  return 0;
}

/** Through the API and the pages' forms, so that the demo obeys the same rules as anybody. `today`: its midnight in UTC. */
async function fill(server: RunningServer, today: Date): Promise<void> {
  const year = today.getUTCFullYear();
  const setup = { checklist: { id: 'resilient-city' }, unitCode: '990100', profile: demoProfile };
  const policy = { bottomLineCap: true };
  const before = await start(server, {
    ...{ ...setup, policy, scope: { areas: ['lifeline', 'loop', 'disasters'] } },
    ...{ city: '示例市', period: `${year - 1} 年度`, referenceDate: `${year - 1}-11-30` },
  });
  await answerAll(before, demoLastYear);
  await keep(before, { name: '上报稿', note: '经市政府常务会议审定。' });
  await postForm(server, `/assessments/${before.id}/state`, { state: 'final' });
  await startPilot(server, { setup: { ...setup, policy }, today });
  const current = await start(server, {
    ...{ ...setup, policy, due: dayOf(today, 12), origin: before.id },
    ...{ city: '示例市', period: `${year} 年度`, referenceDate: `${year}-11-30` },
  });
  await confirmSuggested(current, confirmedFirst);
  await answerAll(current, demoDraft);
  await keep(current, { name: '自评初稿', note: '各部门填完，复查之前。' });
  await answerAll(current, demoRevised);
  await demoActions(server, { lastYear: before.id, current: current.id }, today);
  await demoWorkshops(server, current.id);
}

/** A district that has confirmed one of its answers of last year; the others are still to be looked at. */
async function startPilot(server: RunningServer, { setup, today }: { setup: object; today: Date }): Promise<void> {
  const year = today.getUTCFullYear();
  const pilot = { ...setup, city: '示例新区', scope: { areas: ['lifeline'], items: 'core' } };
  const before = await start(server, { ...pilot, period: `${year - 1} 年试点`, referenceDate: `${year - 1}-11-30` });
  await answerAll(before, demoPilotLastYear);
  await postForm(server, `/assessments/${before.id}/state`, { state: 'final' });
  const due = { due: dayOf(today, -4), origin: before.id };
  const present = await start(server, { ...pilot, ...due, period: `${year} 年试点`, referenceDate: `${year}-11-30` });
  await answerAll(present, demoPilot);
  await confirmSuggested(present, ['lifeline-monitoring-coverage']);
}

async function keep({ server, id }: Started, milestone: { name: string; note: string }): Promise<void> {
  await postForm(server, `/assessments/${id}/milestones`, milestone);
}
