import { clockTime, type Day, type DayPlan, minutesOfClock, type PlannedItem, planDay } from './plan-day.ts';
import { findProgress } from './progress.ts';
import { type TableTimes, tableTimes, type Visit } from './table-times.ts';
import type { AgendaEntry, Workshop } from './workshop.ts';

/** A moment on the clock on the wall: the day, and whole minutes since midnight. */
export type WallTime = (isoTime: string) => { day: string; minutes: number };

export type DayProgress = {
  /** Minutes behind the plan, negative ahead of it; null while nothing has been on the table on this day. */
  behind: number | null;
  /** What is still to come, as planned or, once the day has begun, as it will be from now on. */
  coming: DayPlan;
  /** When all that is planned for the day is over: by the plan, and as it goes now. */
  ends: { planned: string | null; now: string | null };
};

type Given = { workshop: Workshop; day: Day; now: string; wallTime: WallTime };
type Watched = Given & { times: TableTimes; today: string; clock: number };

/**
 * Where the workshop stands in the plan of the day: minutes of the plan that have passed, less those of the items that are done; who
 * begins early is as much ahead. What was done on an earlier day is not planned again; what was skipped or parked counts as done.
 */
export function dayProgress(given: Given): DayProgress {
  const { day: today, minutes: clock } = given.wallTime(given.now);
  const watched = { ...given, times: tableTimes(given.workshop.log), today, clock };
  const entries = given.workshop.agenda.filter(({ item }) => !isOfEarlierDay(item, watched));
  const plan = planDay(entries, given.day);
  const hasBegun = isBegun(watched);
  const coming = hasBegun
    ? forecast(entries, watched)
    : { ...plan, items: plan.items.filter(isQueued(given.workshop)) };
  return {
    behind: hasBegun ? passed(plan, clock) - early(watched) - done(entries, watched) : null,
    coming,
    ends: { planned: plan.items.at(-1)?.to ?? null, now: coming.items.at(-1)?.to ?? null },
  };
}

const lastMinute = 24 * 60 - 1;

/** Minutes of talk in one visit until now. */
export function minutesOfVisit(visit: Visit, now: string): number {
  const ms = visit.reduce((sum, { from, to = now }) => sum + Math.max(0, Date.parse(to) - Date.parse(from)), 0);
  return Math.floor(ms / 60_000);
}

function isBegun({ workshop, times, today, wallTime }: Watched): boolean {
  if (workshop.state !== 'running' && workshop.state !== 'paused') return false;
  const visits = [...times.visits.values()].flat(2);
  return visits.some(({ from }) => wallTime(from).day === today);
}

function isOfEarlierDay(item: string, { workshop, times, today, wallTime }: Watched): boolean {
  const at = times.settled.get(item);
  return workshop.current !== item && isSettled(workshop, item) && at !== undefined && wallTime(at).day < today;
}

/** Recorded, or left for good or for later. */
function isSettled(workshop: Workshop, item: string): boolean {
  const state = findProgress(workshop, item)?.state;
  return state === 'recorded' || state === 'skipped' || state === 'parked';
}

function isQueued({ items }: Workshop): (planned: { item: string }) => boolean {
  return ({ item }) => items[item]?.state === 'queued';
}

/** Minutes of the plan until now, breaks left out. */
function passed({ items }: DayPlan, clock: number): number {
  return items.reduce(
    (sum, { from, to }) => sum + Math.min(Math.max(0, clock - minutesOfClock(from)), lengthOf({ from, to })),
    0,
  );
}

/** Minutes until the day was to begin. */
function early({ day, clock }: Watched): number {
  return Math.max(0, minutesOfClock(day.start) - clock);
}

function done(entries: readonly AgendaEntry[], watched: Watched): number {
  return entries.reduce((sum, entry) => sum + doneOf(entry, watched), 0);
}

function doneOf({ item, minutes }: AgendaEntry, { workshop, times, now }: Watched): number {
  if (isSettled(workshop, item)) return minutes;
  if (workshop.current !== item) return 0;
  return Math.min(minutes, minutesOfVisit(times.visits.get(item)?.at(-1) ?? [], now));
}

/** The item on the table takes what is left of its time, even into a break; the others follow, also before the day was to begin. */
function forecast(entries: readonly AgendaEntry[], watched: Watched): DayPlan {
  const { workshop, day, clock } = watched;
  const current = entries.find(({ item }) => item === workshop.current);
  const left = current ? current.minutes - doneOf(current, watched) : 0;
  const start = Math.min(clock + left, lastMinute);
  return planDay(entries.filter(isQueued(workshop)), { ...day, start: clockTime(start) });
}

function lengthOf({ from, to }: Pick<PlannedItem, 'from' | 'to'>): number {
  return minutesOfClock(to) - minutesOfClock(from);
}
