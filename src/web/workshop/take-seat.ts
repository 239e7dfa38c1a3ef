import { z } from 'zod';
import { AppError } from '#shared/app-error.ts';
import { type Checked, type Fault, fault } from '#shared/fault.ts';
import { type JoinRefusal, join, rejoin } from '#workshop/join.ts';
import type { Site } from '../site.ts';
import { newCode, newParticipant, newToken } from './new-secrets.ts';
import { typedCode } from './typed-code.ts';

/** `participant` is the secret of the phone, `seat` the code that reclaims the seat on another one. */
export type TakenSeat = { participant: string; seat: string };

const department = z.string().max(80).nullish();
export const joinSchema = z.strictObject({ department });
export const rejoinSchema = z.strictObject({ seat: z.string().max(80), department });

const mostDraws = 20;

/** A new seat. Throws AppError `not-joinable`, `joining-locked`, `room-full` or `storage-failed`. */
export async function takeSeat(
  site: Site,
  id: string,
  wanted: z.infer<typeof joinSchema>,
): Promise<Checked<TakenSeat>> {
  for (let draw = 0; draw < mostDraws; draw += 1) {
    const taken = { participant: newToken(), seat: newCode() };
    const secrets = { participant: newParticipant(), token: taken.participant, code: taken.seat };
    const done = await site.workshops.commitSeats(id, room =>
      join(room, wanted.department ?? null, { ...secrets, at: site.now().toISOString() }),
    );
    if (!('refused' in done)) {
      site.live.countsChanged(id);
      return { ok: true, value: taken };
    }
    if (done.refused !== 'code-taken') return refused(done.refused);
  }
  throw new AppError('room-full');
}

/** The same seat on another phone; the one before loses it. Throws AppError `not-joinable`, `storage-failed`, and `unknown-seat` late. */
export async function reclaimSeat(
  site: Site,
  id: string,
  wanted: z.infer<typeof rejoinSchema>,
): Promise<Checked<TakenSeat>> {
  const taken = { participant: newToken(), seat: typedCode(wanted.seat) };
  const done = await site.workshops.commitSeats(id, room =>
    rejoin(
      room,
      { code: taken.seat, department: wanted.department },
      { token: taken.participant, at: site.now().toISOString() },
    ),
  );
  if (!('refused' in done)) {
    // The phone that had the seat before learns that it has it no more.
    site.live.stateChanged(id);
    return { ok: true, value: taken };
  }
  if (done.refused === 'unknown-seat') await site.delayGuess();
  return refused(done.refused);
}

function refused(reason: JoinRefusal): Checked<TakenSeat> {
  switch (reason) {
    case 'department-missing':
      return { ok: false, faults: [departmentMissing()] };
    case 'unknown-department':
      return { ok: false, faults: [fault(['department'], '没有这个部门', 'there is no such department')] };
    case 'not-open':
      throw new AppError('not-joinable');
    case 'locked':
      throw new AppError('joining-locked');
    case 'unknown-seat':
      throw new AppError('unknown-seat');
    case 'full':
    case 'code-taken':
      throw new AppError('room-full');
  }
}

function departmentMissing(): Fault {
  return fault(['department'], '本场会商按部门投票，请选择部门', 'departments vote in this workshop: choose yours');
}
