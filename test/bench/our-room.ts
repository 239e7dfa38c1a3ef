import { z } from 'zod';
import { PhoneLine } from '#src/cli/rehearse/phone-line.ts';
import type { Room } from './bench-room.ts';

const madeSchema = z.object({ id: z.string(), code: z.string(), facilitatorKey: z.string() });
const createdSchema = z.object({ id: z.string() });
const seatSchema = z.object({ participant: z.string() });
const stateSchema = z.object({
  rev: z.number(),
  results: z.object({ counts: z.array(z.number()), unknown: z.number() }).optional(),
});

export type OurRoom = Room & { counted: () => Promise<number[]> };

const item = 'lifeline-asset-survey';
const setup = {
  ...{ checklist: { id: 'resilient-city' }, city: '示例市', period: '2026 年度', referenceDate: '2026-11-30' },
  ...{ profile: { smartRoads: true }, scope: { areas: ['lifeline'] } },
};

/** A workshop of the running program with so many seats taken, ready to be voted in. */
export async function makeRoom(link: string, people: number): Promise<OurRoom> {
  const { origin, hash } = new URL(link);
  const token = new URLSearchParams(hash.slice(1)).get('token') ?? '';
  const line = new PhoneLine(origin);
  const post = async (path: string, body: object, secret: string) => {
    const answer = await line.send({ method: 'POST', path: `/api/v1${path}`, ...sentBy(secret, body) });
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    return JSON.parse(answer.text);
  };
  const { id: assessment } = createdSchema.parse(await post('/assessments', setup, token));
  const workshop = { assessment, title: '压力测试', items: [item], mode: 'anonymous' };
  const made = madeSchema.parse(await post('/workshops', workshop, token));
  let last = { rev: 0, counts: [0] };
  const change = async (command: string) => {
    const sentAt = performance.now();
    const given = { command, expectedRev: last.rev, ...(command === 'brief' ? { item } : {}) };
    const state = stateSchema.parse(await post(`/workshops/${made.id}/commands`, given, made.facilitatorKey));
    last = { rev: state.rev, counts: [...(state.results?.counts ?? []), state.results?.unknown ?? 0] };
    return { sentAt, rev: state.rev };
  };
  for (const command of ['start', 'brief']) await change(command);
  const headers: Record<string, string>[] = [];
  while (headers.length < people) {
    const missing = Math.min(20, people - headers.length);
    const joined = Array.from({ length: missing }, async () => {
      const { participant } = seatSchema.parse(await post(`/w/${made.code}/join`, {}, ''));
      return { authorization: `Bearer ${participant}` };
    });
    headers.push(...(await Promise.all(joined)));
  }
  line.cut();
  return {
    ...{ origin, headers, change, eventsPath: `/api/v1/w/${made.code}/events` },
    vote: (phone, round) => ({
      ...{ method: 'POST', path: `/api/v1/w/${made.code}/votes` },
      ...sentBy(headers[phone]?.authorization?.slice(7) ?? '', { item, round, value: phone % 6 }),
    }),
    counted: async () => last.counts,
  };
}

function sentBy(secret: string, body: object) {
  const headers = { 'content-type': 'application/json', ...(secret ? { authorization: `Bearer ${secret}` } : {}) };
  return { headers, body: JSON.stringify(body) };
}
