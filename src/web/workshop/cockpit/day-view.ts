import { type DayProgress, dayProgress, minutesOfVisit } from '#workshop/day-progress.ts';
import { currentState, getEntry, isResting } from '#workshop/progress.ts';
import { type TableTimes, tableTimes } from '#workshop/table-times.ts';
import type { Workshop } from '#workshop/workshop.ts';
import type { Format } from '../../format.ts';
import { durationWords } from '../duration-words.ts';
import { wallTimeOf } from '../wall-time.ts';

type Given = { workshop: Workshop; now: string };

/** Where the day stands, when the item on the table began and should be over, and the time of every item of the agenda. */
export function dayView({ workshop, now }: Given, format: Format) {
  const { day } = workshop;
  const times = tableTimes(workshop.log);
  const isOver = workshop.state === 'closed';
  const progress = day && !isOver ? dayProgress({ workshop, day, now, wallTime: wallTimeOf(format) }) : null;
  return {
    line: progress ? lineOf(progress, format) : null,
    current: currentWords({ workshop, now, times }, format),
    timeOf: (item: string) => timeOf(item, { workshop, times, progress }, format),
  };
}

/** Within two minutes nobody is late. */
const tolerance = 2;

function lineOf({ behind, ends, coming }: DayProgress, format: Format) {
  const { t } = format;
  const isLate = (behind !== null && behind > tolerance) || coming.rest.length > 0;
  return {
    classes: isLate ? 'is-warn' : 'is-ok',
    icon: isLate ? 'clock-alert' : 'circle-check',
    text: [
      behind === null ? '' : standWords(behind, format),
      endWords(ends, behind !== null, format),
      coming.rest.length > 0 ? t('times.rest', { count: coming.rest.length }) : '',
    ]
      .filter(Boolean)
      .join(t('workshop.gap')),
  };
}

function standWords(behind: number, format: Format): string {
  const { t } = format;
  if (Math.abs(behind) <= tolerance) return t('times.on-time');
  const duration = durationWords(Math.abs(behind), format);
  return behind > 0 ? t('times.behind', { duration }) : t('times.ahead', { duration });
}

function endWords({ planned, now }: DayProgress['ends'], hasBegun: boolean, { t }: Format): string {
  if (planned === null) return '';
  if (!hasBegun) return t('times.ends.planned', { planned });
  return now === null ? t('times.ends.last', { planned }) : t('times.ends', { planned, now });
}

/** Since when the item is on the table, and until when by its minutes; pauses are not counted. */
function currentWords({ workshop, now, times }: Given & { times: TableTimes }, format: Format): string | null {
  const { current } = workshop;
  const visit = current === null ? undefined : times.visits.get(current)?.at(-1);
  const began = visit?.[0]?.from;
  if (current === null || !visit || began === undefined || visit.at(-1)?.to !== undefined) return null;
  const left = getEntry(workshop, current).minutes - minutesOfVisit(visit, now);
  const from = format.time(began);
  return left < 0
    ? format.t('times.over', { from, duration: durationWords(-left, format) })
    : format.t('times.due', { from, due: format.clock(dueAt(visit, getEntry(workshop, current).minutes, now)) });
}

/** The same moment at every look, as long as nothing pauses. */
function dueAt(visit: readonly { from: string; to?: string }[], minutes: number, now: string): string {
  const talked = visit.reduce((sum, { from, to }) => sum + (to ? Date.parse(to) - Date.parse(from) : 0), 0);
  const since = visit.at(-1)?.from ?? now;
  return new Date(Date.parse(since) + minutes * 60_000 - talked).toISOString();
}

/** On the table, and going on after the pause. */
function isPaused(item: string, workshop: Workshop): boolean {
  const state = currentState(workshop);
  return workshop.state === 'paused' && workshop.current === item && state !== null && !isResting(state);
}

type Known = { workshop: Workshop; times: TableTimes; progress: DayProgress | null };

/** When it was talked about last; before, when it will be. Empty where neither is known. */
function timeOf(item: string, { workshop, times, progress }: Known, format: Format): string {
  const { t, time, clock } = format;
  const visit = times.visits.get(item)?.at(-1);
  const [first, last] = [visit?.[0], visit?.at(-1)];
  if (workshop.items[item]?.state !== 'queued' && first && last)
    return last.to === undefined || isPaused(item, workshop)
      ? t('times.since', { from: time(first.from) })
      : t('planning.from-to', { from: time(first.from), to: clock(last.to) });
  const planned = progress?.coming.items.find(each => each.item === item);
  if (planned) return t(progress?.behind === null ? 'times.planned' : 'times.expected', planned);
  return progress?.coming.rest.includes(item) ? t('times.misfit') : '';
}
