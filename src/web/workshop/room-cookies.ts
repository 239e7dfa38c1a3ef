import type { Response } from 'express';
import { z } from 'zod';
import { type KeyRole, keyRoles } from '#workshop/role.ts';
import { codePattern } from '#workshop/secrets.ts';
import type { Workshop } from '#workshop/workshop.ts';

/** The secrets of one workshop that a browser carries; their paths keep them from every other address. */
export type CarriedSecrets = { seat?: string | undefined; seatCode?: string | undefined } & Partial<
  Record<KeyRole, string | undefined>
>;

type Address = Pick<Workshop, 'id' | 'code'>;

const day = 86_400_000;
const secretSchema = z.string().min(1).max(200).optional().catch(undefined);
const codeSchema = z.string().regex(codePattern).optional().catch(undefined);

/** The token of the seat, and the seat code so that it can be shown again. */
export function carrySeat(res: Response, { code }: Address, seat: { participant: string; seat: string }): void {
  const options = { maxAge: 3 * day, httpOnly: true, sameSite: 'strict' } as const;
  for (const path of [`/w/${code}`, `/api/v1/w/${code}`]) res.cookie('seat', seat.participant, { ...options, path });
  res.cookie('seat-code', seat.seat, { ...options, path: `/w/${code}` });
}

export function carryKey(res: Response, { id, code }: Address, { role, key }: { role: KeyRole; key: string }): void {
  const options = { maxAge: 14 * day, httpOnly: true, sameSite: 'strict' } as const;
  for (const path of [`/workshops/${id}`, `/api/v1/workshops/${id}`, `/api/v1/w/${code}`])
    res.cookie(`key-${role}`, key, { ...options, path });
}

export function readCarried(cookies: Record<string, string | undefined>): CarriedSecrets {
  const keys = keyRoles.map(role => [role, secretSchema.parse(cookies[`key-${role}`])]);
  return {
    ...Object.fromEntries(keys),
    seat: secretSchema.parse(cookies.seat),
    seatCode: codeSchema.parse(cookies['seat-code']),
  };
}
