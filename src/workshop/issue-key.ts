import { z } from 'zod';
import type { Decision } from '#shared/decision.ts';
import type { Actor } from './command-context.ts';
import { type KeyRole, keyRoleSchema, type Role } from './role.ts';
import { hashSecret } from './secrets.ts';
import { type CommandRefusal, illegal } from './step-decision.ts';
import type { Workshop, WorkshopState } from './workshop.ts';
import type { Commanded } from './workshop-change.ts';

/** The body of `POST /api/v1/workshops/:id/keys`: whose key is replaced. */
export const keyRequestSchema = z.strictObject({ role: keyRoleSchema, expectedRev: z.int().min(0) });
export type KeyRequest = z.infer<typeof keyRequestSchema>;

type Right = { keys: readonly KeyRole[]; workshop: readonly WorkshopState[] };

const open: WorkshopState[] = ['draft', 'lobby', 'running', 'paused'];
const none: Right = { keys: [], workshop: [] };

/**
 * Who replaces whose key, and when: the owner every key, also of a workshop that is over, where a link still opens the minutes; the
 * facilitator those of the roles below.
 */
const rights: Record<Role, Right> = {
  owner: { keys: ['facilitator', 'co-facilitator', 'scribe', 'projector'], workshop: [...open, 'closed'] },
  facilitator: { keys: ['co-facilitator', 'scribe', 'projector'], workshop: open },
  ...{ 'co-facilitator': none, scribe: none, projector: none, participant: none, system: none },
};

function mayIssue(role: Role, key: KeyRole): boolean {
  return rights[role].keys.includes(key);
}

/** The keys that the role can replace now. */
export function issuableKeys({ state }: Pick<Workshop, 'state'>, role: Role): readonly KeyRole[] {
  const { keys, workshop } = rights[role];
  return workshop.includes(state) ? keys : [];
}

/** `key`: the new secret, of which the workshop keeps a hash. */
type Issuing = { actor: Actor; at: string; key: string };

/** A new key for a role; the one before is worth nothing any more. Asked in the order of `decideCommand`, and `repeated` as there. */
export function issueKey(
  workshop: Workshop,
  { role, expectedRev }: KeyRequest,
  { actor, at, key }: Issuing,
): Decision<Commanded, CommandRefusal> {
  if (!mayIssue(actor.role, role)) return { refused: { reason: 'role' } };
  const digest = hashSecret(JSON.stringify([actor.role, actor.by, 'issue-key', role, expectedRev])).slice(0, 22);
  if (expectedRev !== workshop.rev) {
    const done = workshop.log[expectedRev];
    if (done?.digest === digest) return { refused: { reason: 'repeated' } };
    return { refused: { reason: 'stale', last: done && workshop.log.at(-1) } };
  }
  if (!issuableKeys(workshop, actor.role).includes(role)) return illegal(workshop);
  const step = { step: 'key-issued', key: role, hash: hashSecret(key) } as const;
  return { change: { type: 'commanded', at, ...actor, command: 'issue-key', digest, step } };
}
