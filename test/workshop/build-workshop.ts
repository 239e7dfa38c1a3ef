import assert from 'node:assert/strict';
import type { Decision } from '#shared/decision.ts';
import { applyWorkshopChange } from '#workshop/apply-workshop-change.ts';
import type { VoteValue } from '#workshop/ballot-box.ts';
import { castVote } from '#workshop/cast-vote.ts';
import type { CommandContext } from '#workshop/command-context.ts';
import { createWorkshop, type NewWorkshop } from '#workshop/create-workshop.ts';
import { decideCommand } from '#workshop/decide-command.ts';
import { seatsIdOf } from '#workshop/join.ts';
import type { Room } from '#workshop/room.ts';
import { hashSeatCode, type Seat, type Seats } from '#workshop/seats.ts';
import { codeFrom, hashSecret } from '#workshop/secrets.ts';
import type { Workshop } from '#workshop/workshop.ts';
import { type WorkshopChange, workshopChangeSchema } from '#workshop/workshop-change.ts';
import { type CommandName, workshopCommandSchema } from '#workshop/workshop-command.ts';
import { buildArea, buildChecklist, buildItem } from '../support/build-checklist.ts';

export const checklist = buildChecklist({
  departments: ['emergency', 'housing', 'water', 'police'].map(id => ({ id, name: { zh: id } })),
  areas: [
    buildArea('a', {
      items: [
        buildItem('a1'),
        buildItem('a2'),
        buildItem('a3', { scale: { min: 1, max: 4 } }),
        { id: 'yes', code: 'Y', kind: 'yes-no', title: { zh: '是否' } },
        {
          ...{ id: 'figure', code: 'F', kind: 'metric', title: { zh: '数值' }, unit: '%' },
          ...{ direction: 'higher-is-better', bands: [{ at: 50, level: 3 }] },
        },
      ],
    }),
  ],
});

/** So many seconds after two in the afternoon. */
export function second(seconds: number): string {
  return new Date(Date.UTC(2026, 10, 20, 6, 0) + seconds * 1_000).toISOString();
}

export const secrets = {
  ...{ facilitator: 'key-f', 'co-facilitator': 'key-c' },
  ...{ scribe: 'key-s', projector: 'key-p' },
};

export function buildWorkshop(overrides: Partial<NewWorkshop> = {}, id = 'w1'): Workshop {
  const input = { assessment: 'one', title: '专题会商', items: ['a1', 'a2', 'a3', 'yes', 'figure'], mode: 'anonymous' };
  const stamp = { id, code: 'K7M4XQ', secrets, by: 'local', at: second(0) };
  const made = createWorkshop({ ...input, ...overrides }, checklist, stamp);
  assert.ok(made.ok, JSON.stringify(made));
  return applyWorkshopChange(undefined, made.value);
}

export function contextOf(overrides: Partial<CommandContext> = {}): CommandContext {
  return { actor: { role: 'facilitator', by: '主持人' }, at: second(60), checklist, seats: undefined, ...overrides };
}

type Body = { command: CommandName; expectedRev?: number; [field: string]: unknown };

/** Decides a command on the present revision unless it names another. */
export function decide(workshop: Workshop, body: Body, context: Partial<CommandContext> = {}) {
  const command = workshopCommandSchema.parse({ expectedRev: workshop.rev, ...body });
  return decideCommand(workshop, command, contextOf(context));
}

/** The workshop after a decision that has to be a change, read back as from a file. */
export function after(workshop: Workshop, decision: Decision<WorkshopChange, unknown>): Workshop {
  assert.ok('change' in decision, JSON.stringify(decision));
  return applyWorkshopChange(workshop, workshopChangeSchema.parse(JSON.parse(JSON.stringify(decision.change))));
}

/** The workshop after these commands. */
export function give(
  workshop: Workshop,
  commands: (CommandName | Body)[],
  context: Partial<CommandContext> = {},
): Workshop {
  return commands.reduce((before, each) => {
    const body = typeof each === 'string' ? { command: each } : each;
    return after(before, decide(before, body, context));
  }, workshop);
}

export function refusalOf(workshop: Workshop, body: Body, context: Partial<CommandContext> = {}) {
  const decision = decide(workshop, body, context);
  assert.ok('refused' in decision, JSON.stringify(decision));
  return decision.refused;
}

/** The paths of the faults a command is refused with. */
export function faultsOf(workshop: Workshop, body: Body, context: Partial<CommandContext> = {}): string[] {
  const refused = refusalOf(workshop, body, context);
  assert.ok(refused.reason === 'faulty', JSON.stringify(refused));
  return refused.faults.map(({ path }) => path.join('.'));
}

export function seatOf(number: number, department: string | null = null): Seat {
  const code = codeFrom(Buffer.from([number >> 10, number >> 5, number, 0, 0, 0]));
  return {
    participant: `participant-${String(number).padStart(4, '0')}`,
    ...{ tokenHash: hashSecret(`token-${number}`), codeHash: hashSeatCode('w1-1', code), department },
  };
}

export function seatsWith(workshop: Workshop, seats: Seat[]): Seats {
  return { id: seatsIdOf(workshop), seats: Object.fromEntries(seats.map(seat => [seat.participant, seat])) };
}

/** One vote each of the seats 0, 1, 2, … in the round that is open. */
export function vote(workshop: Workshop, values: VoteValue[], seats: Seat[] = values.map((_value, at) => seatOf(at))) {
  return values.reduce<Workshop>((before, value, index) => {
    const seat = seats[index] ?? seatOf(index);
    return after(before, castVote(before, ballotFor(before, value), { seat, at: second(90) }));
  }, workshop);
}

export function ballotFor({ current, items }: Workshop, value: VoteValue, reason?: string) {
  const item = current ?? '';
  const round = items[item]?.rounds.length ?? 0;
  return reason === undefined ? { item, round, value } : { item, round, value, reason };
}

/** Running, with the item being briefed. */
export function briefed(item = 'a1', overrides: Partial<NewWorkshop> = {}): Workshop {
  return give(buildWorkshop(overrides), ['start', { command: 'brief', item }]);
}

/** Round 1 revealed with these votes. */
export function revealed(values: VoteValue[], item = 'a1'): Workshop {
  return give(vote(give(briefed(item), ['open']), values), ['close', 'reveal']);
}

export function roomOf(workshop: Workshop, overrides: Partial<Room> = {}): Room {
  const connections = { participants: 12, projectors: 1, cockpits: 1, scribes: 0 };
  return { workshop, seats: seatsWith(workshop, []), connections, online: [], now: second(120), ...overrides };
}
