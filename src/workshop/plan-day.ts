import { z } from 'zod';
import { type Fault, fault } from '#shared/fault.ts';

const clockTimeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Times of one day on the wall clock, `HH:MM`. */
export const daySchema = z.strictObject({
  start: clockTimeSchema,
  end: clockTimeSchema,
  /** Lunch and coffee; an item is never cut in two by one, it begins after it. */
  breaks: z.array(z.strictObject({ at: clockTimeSchema, minutes: z.int().min(1).max(480) })).max(20),
});
export type Day = z.infer<typeof daySchema>;

export type PlannedItem = { item: string; from: string; to: string };
export type DayPlan = {
  items: PlannedItem[];
  /** What is left for another day, in order. */
  rest: string[];
  /** Minutes between the last item and the end. */
  spare: number;
};

export function dayFaults(day: Day | undefined, path: string[]): Fault[] {
  if (!day || day.start < day.end) return [];
  return [fault([...path, 'end'], '结束时刻须晚于开始时刻', 'the end has to be later than the start')];
}

type Entry = { item: string; minutes: number };
type Break = { from: number; to: number };

/** The agenda on a day, in its order: after the first item that does not fit everything is for another day. */
export function planDay(agenda: readonly Entry[], day: Day): DayPlan {
  const end = minutesOfClock(day.end);
  const breaks = breaksOf(day);
  let now = minutesOfClock(day.start);
  const items: PlannedItem[] = [];
  for (const { item, minutes } of agenda) {
    const from = afterBreaks(now, minutes, breaks);
    if (from + minutes > end) break;
    items.push({ item, from: clockTime(from), to: clockTime(from + minutes) });
    now = from + minutes;
  }
  const rest = agenda.slice(items.length).map(({ item }) => item);
  return { items, rest, spare: Math.max(0, end - now) };
}

function breaksOf({ breaks }: Day): Break[] {
  return breaks
    .map(({ at, minutes }) => ({ from: minutesOfClock(at), to: minutesOfClock(at) + minutes }))
    .sort((a, b) => a.from - b.from);
}

/** The first moment from `now` on at which so many minutes are free of breaks. */
function afterBreaks(now: number, minutes: number, breaks: readonly Break[]): number {
  return breaks.reduce((from, pause) => (pause.from < from + minutes && from < pause.to ? pause.to : from), now);
}

/** Since midnight. */
export function minutesOfClock(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

export function clockTime(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
