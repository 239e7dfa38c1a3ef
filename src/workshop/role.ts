import { z } from 'zod';

/** `owner`: who may change the assessment; `system`: the program itself. */
export const roleSchema = z.enum([
  'facilitator',
  'co-facilitator',
  'scribe',
  'projector',
  'participant',
  'owner',
  'system',
]);
export type Role = z.infer<typeof roleSchema>;

/** The roles that have a secret of the workshop; a participant has one of a seat. */
export const keyRoles = ['facilitator', 'co-facilitator', 'scribe', 'projector'] as const satisfies Role[];
export const keyRoleSchema = z.enum(keyRoles);
export type KeyRole = z.infer<typeof keyRoleSchema>;
