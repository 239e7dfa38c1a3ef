import { AppError } from '#shared/app-error.ts';
import { check, type Fault } from '#shared/fault.ts';
import type { Actor } from '#workshop/command-context.ts';
import { issueKey, type KeyRequest, keyRequestSchema } from '#workshop/issue-key.ts';
import type { KeyRole } from '#workshop/role.ts';
import { hashSecret } from '#workshop/secrets.ts';
import type { CommandRefusal } from '#workshop/step-decision.ts';
import type { LogEntry, Workshop } from '#workshop/workshop.ts';
import type { Site } from '../../site.ts';
import { openWorkshop } from '../open-room.ts';

type NewKey = { role: KeyRole; key: string; rev: number };

export type KeyOutcome =
  | ({ kind: 'issued' } & NewKey)
  | { kind: 'faulty'; faults: Fault[] }
  | { kind: 'stale'; last: LogEntry | undefined }
  | { kind: 'illegal-step' };

type Given = { id: string; actor: Actor; input: unknown };

/** Pressed twice, or sent again after a broken connection, the key is shown once more; later it is shown to nobody. */
const repeatedMs = 60_000;

/**
 * The one way by which a form and the API replace the key of a role. The new one is on the disk before it is told, and nobody gets in
 * with the old one from then on. Throws AppError `not-found`, `set-aside`, `wrong-role` or `storage-failed`.
 */
export async function replaceKey(site: Site, { id, actor, input }: Given): Promise<KeyOutcome> {
  const parsed = check(keyRequestSchema, input);
  if (!parsed.ok) return { kind: 'faulty', faults: parsed.faults };
  const { role, expectedRev } = parsed.value;
  const key = site.deriveKey([id, actor.role, actor.by, role, expectedRev]);
  const at = site.now().toISOString();
  const done = await site.workshops.commit(id, newest => issueKey(newest, parsed.value, { actor, at, key }));
  if ('refused' in done) return outcomeOf(done.refused, await openWorkshop(site, id), { ...parsed.value, key, at });
  site.live.stateChanged(id);
  return { kind: 'issued', role, key, rev: done.workshop.rev };
}

type Asked = KeyRequest & { key: string; at: string };

function outcomeOf(refusal: CommandRefusal, workshop: Workshop, asked: Asked): KeyOutcome {
  switch (refusal.reason) {
    case 'role':
      throw new AppError('wrong-role');
    case 'faulty':
      return { kind: 'faulty', faults: refusal.faults };
    case 'illegal-step':
      return { kind: 'illegal-step' };
    case 'stale':
      return { kind: 'stale', last: refusal.last };
    case 'repeated':
      return isJustIssued(workshop, asked)
        ? { kind: 'issued', role: asked.role, key: asked.key, rev: workshop.rev }
        : { kind: 'stale', last: workshop.log.at(-1) };
  }
}

/** After a restart another key would be derived: then it is not the one that was stored. */
function isJustIssued({ keys, log }: Workshop, { role, expectedRev, key, at }: Asked): boolean {
  const elapsed = Date.parse(at) - Date.parse(log[expectedRev]?.at ?? '');
  return keys[role] === hashSecret(key) && elapsed >= 0 && elapsed <= repeatedMs;
}
