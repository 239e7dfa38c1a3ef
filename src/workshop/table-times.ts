import type { LogEntry } from './workshop.ts';

/** From when to when an item was talked about; without `to` it still is. */
export type Span = { from: string; to?: string };

/** One stay of an item on the table, from its briefing to its record; a pause divides it. */
export type Visit = Span[];

export type TableTimes = {
  visits: ReadonlyMap<string, readonly Visit[]>;
  /** When an item was last recorded, parked or skipped. */
  settled: ReadonlyMap<string, string>;
};

type Entry = Pick<LogEntry, 'command' | 'role' | 'at' | 'item'>;
type Watch = {
  visits: Map<string, Visit[]>;
  settled: Map<string, string>;
  on: string | undefined;
  held: string | undefined;
};

/** Told by the commands alone: nothing of it says when anybody voted. */
export function tableTimes(log: readonly Entry[]): TableTimes {
  const watch: Watch = { visits: new Map(), settled: new Map(), on: undefined, held: undefined };
  for (const [index, entry] of log.entries()) note(watch, entry, log[index - 1]?.at ?? entry.at);
  return watch;
}

function note(watch: Watch, { command, role, at, item = '' }: Entry, before: string): void {
  switch (command) {
    case 'brief':
    case 'next':
      stop(watch, at);
      return start(watch, item, at);
    case 'record':
    case 'park':
    case 'skip':
      watch.settled.set(item, at);
      if (watch.on === item) stop(watch, at);
      return;
    case 'undo':
      return takeBack(watch, item);
    case 'pause':
      watch.held = watch.on;
      // After a breakdown: until when they talked is known as far as the last command.
      return stop(watch, role === 'system' ? before : at);
    case 'resume':
      return goOn(watch, at);
    case 'finish':
      return stop(watch, at);
  }
}

function start(watch: Watch, item: string, at: string): void {
  watch.visits.set(item, [...(watch.visits.get(item) ?? []), [{ from: at }]]);
  watch.on = item;
  watch.held = undefined;
}

function stop(watch: Watch, at: string): void {
  const last = watch.on === undefined ? undefined : lastVisit(watch, watch.on)?.at(-1);
  // A clock that was set back makes no talk end before it began.
  if (last) last.to = at < last.from ? last.from : at;
  watch.on = undefined;
}

/** A pause does not begin another visit. */
function goOn(watch: Watch, at: string): void {
  const { held } = watch;
  if (held === undefined) return;
  lastVisit(watch, held)?.push({ from: at });
  watch.on = held;
  watch.held = undefined;
}

/** What was recorded a moment ago is talked about again, as if it had never been. */
function takeBack(watch: Watch, item: string): void {
  const last = lastVisit(watch, item)?.at(-1);
  if (!last) return;
  delete last.to;
  watch.settled.delete(item);
  watch.on = item;
}

function lastVisit({ visits }: Watch, item: string): Visit | undefined {
  return visits.get(item)?.at(-1);
}
