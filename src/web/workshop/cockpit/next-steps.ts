import type { Snapshot } from '#workshop/snapshot.ts';
import type { CommandName } from '#workshop/workshop-command.ts';
import type { Format } from '../../format.ts';

/** What the main button does: a command, or a look at the form that records or at what finishing means. */
type Main = CommandName | 'record';

export type StepButton = { command: CommandName; label: string; key: string | null; keyLabel: string };

const leaving: CommandName[] = ['park', 'skip'];

const keys: Partial<Record<CommandName, string>> = { reveal: 'r', open: 'v', extend: 't', park: 'p', blank: 'b' };

/** One main step and what else can be done now; the server decides again when it is pressed. */
export function nextSteps(snapshot: Snapshot, format: Format) {
  const { commands = [] } = snapshot;
  const main = mainStep(snapshot);
  const isVoting = snapshot.state === 'open' || snapshot.state === 'closed';
  const others = (['open', 'discuss', 'reopen', 'extend', 'next', 'park', 'skip'] as const).filter(
    command =>
      command !== main &&
      commands.includes(command) &&
      ((canLeave(snapshot) && !isVoting) || !leaving.includes(command)) &&
      // After the reveal the two do the same.
      (command !== 'reopen' || !commands.includes('open')),
  );
  return {
    main:
      main && main !== 'record' && main !== 'finish' && isPossible(main, snapshot)
        ? { command: main, label: labelOf(main, snapshot, format), key: keys[main] ?? '' }
        : null,
    record: main === 'record',
    // Ends everybody's part in it: never one key or one press away.
    finish: main === 'finish' && isPossible(main, snapshot),
    // What would throw a vote away is asked about first.
    leave: isVoting && commands.includes('park'),
    others: others.map(command => buttonOf(command, snapshot, format)),
    seconds: secondsChoices(snapshot, main, format),
  };
}

/** What is recorded is gone on from, not left. */
export function canLeave({ state }: Snapshot): boolean {
  return state !== null && ['briefing', 'open', 'closed', 'revealed', 'discussion'].includes(state);
}

function isPossible(main: CommandName, { commands = [] }: Snapshot): boolean {
  return commands.includes(main);
}

/** Null when nothing leads on. */
export function mainStep(snapshot: Snapshot): Main | null {
  const { workshop, state } = snapshot;
  if (workshop === 'draft') return 'start';
  if (workshop === 'paused') return 'resume';
  if (workshop === 'closed') return null;
  switch (state) {
    case 'briefing':
      return isVoted(snapshot) ? 'open' : 'record';
    case 'open':
      return 'close';
    case 'closed':
      return 'reveal';
    case 'revealed':
      return isSettled(snapshot) ? 'record' : 'discuss';
    case 'discussion':
      return isVoted(snapshot) && !isSettled(snapshot) ? 'open' : 'record';
    default:
      return hasQueued(snapshot) ? 'next' : 'finish';
  }
}

/** Consensus without a badge goes straight to recording; a third round is an explicit choice. */
function isSettled({ results, rounds }: Snapshot): boolean {
  if (!results) return false;
  return (rounds?.counted ?? 0) >= 2 || (results.verdict === 'consensus' && results.badges.length === 0);
}

function isVoted({ kind }: Snapshot): boolean {
  return kind === 'maturity' || kind === 'yes-no';
}

function hasQueued({ agenda = [] }: Snapshot): boolean {
  return agenda.some(({ state }) => state === 'queued');
}

function buttonOf(command: CommandName, snapshot: Snapshot, format: Format): StepButton {
  const key = keys[command] ?? null;
  return { command, label: labelOf(command, snapshot, format), key, keyLabel: key?.toUpperCase() ?? '' };
}

/** A round that was voided keeps its number. */
function labelOf(command: Main, { rounds, workshop }: Snapshot, { t }: Format): string {
  if (command === 'open') return t('cockpit.do.open', { round: (rounds?.opened ?? 0) + 1 });
  if (command === 'next' && workshop === 'lobby') return t('cockpit.do.first');
  return t(`cockpit.do.${command}`);
}

/** How long the vote or the talk is, offered where the next step starts a timer. */
function secondsChoices({ commands = [] }: Snapshot, main: Main | null, { t }: Format) {
  const isTimed = commands.includes('open') || commands.includes('discuss');
  if (!isTimed) return null;
  const usual = main === 'discuss' ? 240 : 90;
  return [0, 60, 90, 120, 180, 240, 300, 600].map(seconds => ({
    value: seconds === 0 ? '' : String(seconds),
    label: seconds === 0 ? t('cockpit.seconds.none') : t('cockpit.seconds', { count: seconds }),
    chosen: seconds === usual,
  }));
}
