import type { Checklist } from '#checklist/checklist-schema.ts';
import type { Role } from './role.ts';
import type { Seats } from './seats.ts';

export type Actor = { role: Role; by: string };

export type CommandContext = {
  actor: Actor;
  at: string;
  /** In the scope of the assessment. */
  checklist: Checklist;
  /** Of the present sitting; undefined when they cannot be read, then nobody's department is known. */
  seats: Seats | undefined;
};
