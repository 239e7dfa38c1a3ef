import assert from 'node:assert/strict';
import type { Decision } from '#shared/decision.ts';
import { castVote } from '#workshop/cast-vote.ts';
import { createWorkshop } from '#workshop/create-workshop.ts';
import { decideCommand } from '#workshop/decide-command.ts';
import { join } from '#workshop/join.ts';
import type { Seats } from '#workshop/seats.ts';
import { codeFrom } from '#workshop/secrets.ts';
import type { Workshop } from '#workshop/workshop.ts';
import type { Created, WorkshopChange } from '#workshop/workshop-change.ts';
import { workshopCommandSchema } from '#workshop/workshop-command.ts';
import { ballotFor, checklist, contextOf, seatOf, second, secrets } from '../workshop/build-workshop.ts';

/** The first change of a workshop; the code is made of the number. */
export function createdWorkshop(id: string, number = 1, at = second(0)): Created {
  const input = { assessment: 'one', title: '专题会商', items: ['a1', 'a2'], mode: 'anonymous' };
  const code = codeFrom(Buffer.from([0, 0, 0, 0, number >> 5, number]));
  const made = createWorkshop(input, checklist, { id, code, secrets, by: 'local', at });
  assert.ok(made.ok);
  return made.value;
}

export function commanding(command: string, fields: object = {}, context: Parameters<typeof contextOf>[0] = {}) {
  return (workshop: Workshop) => {
    const body = workshopCommandSchema.parse({ command, expectedRev: workshop.rev, ...fields });
    return decideCommand(workshop, body, contextOf(context));
  };
}

export function voting(number: number, value: number, reason?: string) {
  return (workshop: Workshop): Decision<WorkshopChange, unknown> =>
    castVote(workshop, ballotFor(workshop, value, reason), { seat: seatOf(number), at: second(90) });
}

export function joining(number: number) {
  return (room: { workshop: Workshop; seats: Seats }) =>
    join(room, null, {
      ...{ participant: `random-${number}`, token: `token-${number}`, at: second(number) },
      code: codeFrom(Buffer.from([0, 0, 0, number >> 10, number >> 5, number])),
    });
}
