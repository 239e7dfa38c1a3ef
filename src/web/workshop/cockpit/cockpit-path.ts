import type { KeyRole } from '#workshop/role.ts';

/** Where somebody who runs the workshop or keeps its record works. */
export function cockpitPath(id: string, role: Exclude<KeyRole, 'projector'>): string {
  return role === 'scribe' ? `/workshops/${id}/scribe` : `/workshops/${id}`;
}
