import { currentState, getEntry, isVotedOn, nextQueued } from './progress.ts';
import type { Role } from './role.ts';
import type { ItemState, Workshop, WorkshopState } from './workshop.ts';
import { type CommandName, commandNames } from './workshop-command.ts';

/** `none`: nothing is on the table. `figure`: items nobody votes on, where that differs. */
type Rule = {
  roles: readonly Role[];
  workshop: readonly WorkshopState[];
  item?: readonly TableState[];
  figure?: readonly TableState[];
};
type TableState = ItemState | 'none';

const leads: Role[] = ['facilitator', 'co-facilitator'];
const scribes: Role[] = [...leads, 'scribe'];
const live: WorkshopState[] = ['lobby', 'running', 'paused'];
/** Another item may come to the table. */
const freeTable: TableState[] = ['none', 'briefing', 'recorded', 'skipped', 'parked'];
const voting: TableState[] = ['open', 'closed', 'revealed', 'discussion'];

const rules: Record<CommandName, Rule> = {
  start: { roles: leads, workshop: ['draft'] },
  brief: { roles: leads, workshop: ['lobby', 'running'], item: freeTable },
  next: { roles: leads, workshop: ['lobby', 'running'], item: ['none', 'recorded', 'skipped', 'parked'] },
  open: { roles: leads, workshop: ['running'], item: ['briefing', 'revealed', 'discussion'], figure: [] },
  close: { roles: leads, workshop: ['running'], item: ['open'] },
  reopen: { roles: leads, workshop: ['running'], item: ['closed', 'revealed', 'discussion'], figure: [] },
  reveal: { roles: leads, workshop: ['running'], item: ['closed'] },
  discuss: { roles: leads, workshop: ['running'], item: ['revealed'], figure: ['briefing'] },
  record: {
    ...{ roles: scribes, workshop: ['running'] },
    ...{ item: ['revealed', 'discussion'], figure: ['briefing', 'discussion'] },
  },
  undo: { roles: scribes, workshop: ['running'] },
  amend: { roles: scribes, workshop: ['running'] },
  park: { roles: leads, workshop: ['running'] },
  skip: { roles: leads, workshop: ['running'] },
  void: { roles: leads, workshop: ['running'], item: voting },
  counts: { roles: scribes, workshop: ['running'], item: ['open', 'closed'] },
  pause: { roles: leads, workshop: ['running'] },
  resume: { roles: leads, workshop: ['paused'] },
  extend: { roles: leads, workshop: ['running'], item: ['briefing', 'open', 'discussion'] },
  blank: { roles: leads, workshop: live },
  lock: { roles: leads, workshop: live },
  finish: { roles: leads, workshop: live, item: freeTable },
  'reopen-workshop': { roles: ['owner'], workshop: ['closed'] },
  expect: { roles: leads, workshop: ['draft', ...live] },
  'show-reason': { roles: leads, workshop: ['running'], item: ['revealed', 'discussion', 'recorded'] },
  'settle-question': { roles: scribes, workshop: ['draft', ...live] },
  arrange: { roles: leads, workshop: ['draft', ...live] },
};

/** The role may give this command at some time. */
export function isAllowedTo(role: Role, command: CommandName): boolean {
  return rules[command].roles.includes(role);
}

/** The command is a step that can be taken from where the workshop is; what it concerns may still forbid it. */
export function isStep(workshop: Workshop, command: CommandName): boolean {
  const { workshop: states, item = null } = rules[command];
  if (!states.includes(workshop.state)) return false;
  return item === null || tableStates(workshop, command).includes(currentState(workshop) ?? 'none');
}

/** What a cockpit offers now. */
export function possibleCommands(workshop: Workshop, role: Role): CommandName[] {
  return commandNames.filter(
    command =>
      isAllowedTo(role, command) &&
      isStep(workshop, command) &&
      (command !== 'next' || nextQueued(workshop) !== undefined),
  );
}

function tableStates(workshop: Workshop, command: CommandName): readonly TableState[] {
  const { item = [], figure = item } = rules[command];
  const isFigure = workshop.current !== null && !isVotedOn(getEntry(workshop, workshop.current));
  return isFigure ? figure : item;
}
