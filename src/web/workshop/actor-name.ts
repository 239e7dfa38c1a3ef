import type { Role } from '#workshop/role.ts';
import type { Format } from '../format.ts';

/** Who gave a command: the role, and the person where there is a name. */
export function actorName({ role, by }: { role: Role; by: string }, format: Format): string {
  const words = format.t(`workshop.role.${role}`);
  return by === '' || by === role || by === 'local'
    ? words
    : format.t('workshop.role.named', { role: words, name: by });
}
