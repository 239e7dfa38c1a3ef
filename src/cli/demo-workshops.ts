import { z } from 'zod';
import type { RunningServer } from '../serve.ts';
import { callApi } from './call-api.ts';

const madeSchema = z.looseObject({ id: z.string(), code: z.string() });
const revSchema = z.looseObject({ rev: z.number() });
const seatSchema = z.looseObject({ participant: z.string() });

type Room = { server: RunningServer; id: string; code: string; phones: string[]; rev: number };
type Vote = number | 'unknown';

const survey = 'lifeline-asset-survey';
const renewal = 'lifeline-renewal-plan';
const hydrants = 'lifeline-hydrants';
const departments = ['water', 'housing', 'emergency', 'transport'];

/** A workshop that is over and one that is under way, with twelve invented participants each. */
export async function demoWorkshops(server: RunningServer, assessment: string): Promise<void> {
  const finished = await openRoom(server, {
    assessment,
    title: '生命线首场集中会商',
    items: [survey, renewal, hydrants],
  });
  await commands(finished, 'next');
  await round(finished, survey, { number: 1, votes: [1, 2, 2, 2, 3, 3, 1, 4, 4, 2, 5, 'unknown'] });
  await commands(finished, { command: 'show-reason', round: 1, index: 0, shown: true }, 'discuss');
  await round(finished, survey, { number: 2, votes: [2, 3, 3, 3, 3, 3, 2, 3, 4, 3, 3, 3] });
  await commands(
    finished,
    {
      ...{ command: 'record', value: 3, rationale: '抽查的台账与现场一致，燃气一类还差三个百分点。' },
      ...{ dissent: '一人认为燃气未达线，应为 2 级。', actions: [{ what: '补查燃气庭院管', who: '市城管局' }] },
    },
    'next',
  );
  await round(finished, renewal, { number: 1, votes: [3, 3, 3, 4, 3, 3, 3, 3, 4, 3, 3, 3] });
  await commands(finished, 'record', 'next', { command: 'record', value: 92 }, 'finish');

  const running = await openRoom(server, {
    assessment,
    title: '生命线第二场集中会商',
    items: [survey, renewal],
    expected: 14,
  });
  await commands(running, 'next');
  await round(running, survey, { number: 1, votes: [0, 1, 1, 2, 2, 4, 4, 5, 5, 3, 1, 'unknown'] });
}

async function openRoom(server: RunningServer, body: object): Promise<Room> {
  const made = madeSchema.parse(
    await callApi(server, { method: 'POST', address: '/workshops', body: { mode: 'anonymous', ...body } }),
  );
  const room: Room = { server, id: made.id, code: made.code, phones: [], rev: 0 };
  await commands(room, 'start');
  for (let index = 0; index < 12; index += 1) {
    const joined = { department: departments[index % 2] };
    const seat = await callApi(server, { method: 'POST', address: `/w/${made.code}/join`, body: joined });
    room.phones.push(seatSchema.parse(seat).participant);
  }
  return room;
}

type Command = { command: string; [field: string]: unknown };

async function commands(room: Room, ...given: (string | Command)[]): Promise<void> {
  for (const each of given) {
    const command = typeof each === 'string' ? { command: each } : each;
    const body = { expectedRev: room.rev, ...command };
    const answer = await callApi(room.server, { method: 'POST', address: `/workshops/${room.id}/commands`, body });
    room.rev = revSchema.parse(answer).rev;
  }
}

/** Opened, voted, closed and revealed. */
async function round(room: Room, item: string, { number, votes }: { number: number; votes: Vote[] }): Promise<void> {
  await commands(room, 'open');
  for (const [index, secret] of room.phones.entries()) {
    const reason = index === 0 ? { reason: '只有纸质登记，查不到位置。' } : {};
    const body = { item, round: number, value: votes[index] ?? 'unknown', ...reason };
    await callApi(room.server, { method: 'POST', address: `/w/${room.code}/votes`, body, secret });
  }
  await commands(room, 'close', 'reveal');
}
