import { emptyBox } from './ballot-box.ts';
import { canUndo } from './opinion.ts';
import { boxOf, votedIn } from './outcome.ts';
import { possibleCommands } from './permitted-commands.ts';
import { getProgress, lastRound, standingOpinion } from './progress.ts';
import type { Role } from './role.ts';
import type { Room } from './room.ts';
import { shownOutcome } from './screen-snapshot.ts';
import { seenReasons } from './seen-reasons.ts';
import type { Snapshot } from './snapshot.ts';
import { objectionsOf } from './table.ts';
import { departmentTurnout } from './voting-departments.ts';
import type { Round, Workshop } from './workshop.ts';

/** For facilitators and the scribe. */
export function runningFields({ workshop, seats, connections, now }: Room, role: Role): Partial<Snapshot> {
  const { current, table, expected, questions } = workshop;
  const round = current === null ? undefined : lastRound(getProgress(workshop, current));
  const outcome = shownOutcome(workshop);
  return {
    commands: possibleCommands(workshop, role),
    rounds: roundCounts(workshop),
    agenda: workshop.agenda.map(({ item, minutes }) => ({ item, minutes, ...agendaFields(workshop, item) })),
    questions: questions.map(({ text, settled }) => ({ text, settled })),
    allReasons: outcome ? seenReasons(outcome) : [],
    objectionReasons: current === null ? [] : objectionsOf(workshop, current).reasons,
    exceeded: expected !== null && round !== undefined && votedIn(round, table) > expected,
    connections,
    departments: departmentTurnout(workshop, { seats, box: boxOfRound(workshop, round) }),
    canUndo: isUndoOpen(workshop, now),
    ...lastField(workshop),
  };
}

function roundCounts({ current, items }: Workshop): NonNullable<Snapshot['rounds']> {
  const rounds = (current !== null && items[current]?.rounds) || [];
  return { opened: rounds.length, counted: rounds.filter(({ voided, outcome }) => !voided && outcome).length };
}

function agendaFields(
  workshop: Workshop,
  item: string,
): Pick<NonNullable<Snapshot['agenda']>[number], 'state' | 'opinion' | 'application'> {
  const progress = getProgress(workshop, item);
  const opinion = standingOpinion(progress);
  return {
    state: progress.state,
    ...(opinion ? { opinion: { version: opinion.version, value: opinion.value } } : {}),
    ...(opinion?.application ? { application: opinion.application.outcome } : {}),
  };
}

function boxOfRound({ table }: Workshop, round: Round | undefined) {
  return round ? boxOf(table, round.round) : emptyBox;
}

function isUndoOpen(workshop: Workshop, now: string): boolean {
  const { current, state } = workshop;
  if (current === null || state !== 'running') return false;
  const progress = getProgress(workshop, current);
  const opinion = standingOpinion(progress);
  return progress.state === 'recorded' && opinion !== undefined && canUndo(opinion, now);
}

function lastField({ log }: Workshop): Pick<Snapshot, 'last'> {
  const entry = log.at(-1);
  if (!entry) return {};
  const { command, role, by, at } = entry;
  return { last: { command, role, by, at } };
}
