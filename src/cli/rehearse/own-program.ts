import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { z } from 'zod';
import { PhoneLine } from './phone-line.ts';

/** `link` signs the administrator in, who may watch. */
export type OwnProgram = {
  origin: string;
  code: string;
  link: string;
  workshop: { id: string; key: string };
  stop: () => Promise<void>;
};

const checklist = 'resilient-city';
const figures = 1;
const votedOn = 11;

const madeSchema = z.object({ id: z.string(), code: z.string(), facilitatorKey: z.string() });
const createdSchema = z.object({ id: z.string() });
const checklistSchema = z.object({
  areas: z.array(z.object({ items: z.array(z.object({ id: z.string(), kind: z.string() })) })),
});

/** The demo in a process of its own, with a workshop to rehearse. Everything of it is gone when it stops. */
export async function startOwnProgram(): Promise<OwnProgram> {
  const child = fork(path.join(import.meta.dirname, 'serve-rehearsal.ts'), { execArgv: ['--import', 'tsx'] });
  try {
    const link = await linkOf(child);
    return { ...(await makeWorkshop(link)), link, stop: () => stop(child) };
  } catch (error) {
    await stop(child);
    throw error;
  }
}

async function linkOf(child: ChildProcess): Promise<string> {
  const [told]: unknown[] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
  if (typeof told !== 'string') throw new Error('the program of the rehearsal did not start');
  return told;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  if (child.connected) child.disconnect();
  await gone;
}

/** Through the API, as anybody would. */
export async function makeWorkshop(link: string): Promise<Omit<OwnProgram, 'link' | 'stop'>> {
  const { origin, hash } = new URL(link);
  const line = new PhoneLine(origin);
  const headers = {
    authorization: `Bearer ${new URLSearchParams(hash.slice(1)).get('token') ?? ''}`,
    'content-type': 'application/json',
  };
  const call = async (method: 'GET' | 'POST', address: string, body?: object): Promise<unknown> => {
    const sent = { method, path: `/api/v1${address}`, headers, ...(body ? { body: JSON.stringify(body) } : {}) };
    const { status, text } = await line.send(sent);
    if (status >= 300) throw new Error(`${method} ${address}: ${status} ${text.slice(0, 300)}`);
    return JSON.parse(text);
  };
  try {
    const { areas } = checklistSchema.parse(await call('GET', `/checklists/${checklist}`));
    const items = rehearsedItems(areas.flatMap(area => area.items));
    const assessment = createdSchema.parse(await call('POST', '/assessments', setup()));
    const body = { assessment: assessment.id, title: '集中会商演练', items, mode: 'anonymous' };
    const { id, code, facilitatorKey } = madeSchema.parse(await call('POST', '/workshops', body));
    return { origin, code, workshop: { id, key: facilitatorKey } };
  } finally {
    line.cut();
  }
}

/** Enough for half an hour, and one figure after the first. */
function rehearsedItems(items: { id: string; kind: string }[]): string[] {
  const voted = items.filter(({ kind }) => kind === 'maturity').slice(0, votedOn);
  const figure = items.filter(({ kind }) => kind === 'metric').slice(0, figures);
  return [...voted.slice(0, 1), ...figure, ...voted.slice(1)].map(({ id }) => id);
}

function setup() {
  const year = new Date().getFullYear();
  const named = { city: '演练市', period: `${year} 年演练`, referenceDate: `${year}-11-30` };
  return { checklist: { id: checklist }, ...named, profile: { smartRoads: true } };
}
