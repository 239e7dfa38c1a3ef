import { findItem } from '#checklist/checklist-lookups.ts';
import type { Day, PlannedItem } from '#workshop/plan-day.ts';
import { isVotedOn } from '#workshop/progress.ts';
import type { Format } from '../../format.ts';
import { durationWords } from '../duration-words.ts';
import type { TypedEntry } from './plan-form.ts';
import type { PlanPage } from './plan-page.ts';

type Given = Pick<PlanPage, 'open' | 'typed' | 'checked'> & { errorAt: (field: string) => string | null };
type Row = ReturnType<typeof itemRow> | ReturnType<typeof breakRow>;

/** The agenda with the time of each item, the breaks between, and the sum of the day. */
export function planAgenda(given: Given, format: Format) {
  const { typed, checked } = given;
  const fits = typed.agenda.length > 0 && checked.plan?.rest.length === 0;
  return {
    rows: rowsOf(given, format),
    rest: checked.plan !== null && checked.plan.rest.length > 0,
    sum: sumWords(given, format),
    sumClasses: fits ? 'is-ok' : 'is-warn',
    sumIcon: fits ? 'circle-check' : 'clock-alert',
    empty: typed.agenda.length === 0,
  };
}

function rowsOf(given: Given, format: Format): Row[] {
  const { typed, checked } = given;
  const planned = new Map((checked.plan?.items ?? []).map(each => [each.item, each]));
  const pauses = breaksOf(checked.day);
  return typed.agenda.flatMap((entry, index) => {
    const time = planned.get(entry.item);
    const before = pauses.filter(({ at }) => isBetween(at, typed.agenda[index - 1], time, planned));
    return [...before.map(pause => breakRow(pause, format)), itemRow({ entry, index, time }, given, format)];
  });
}

function breaksOf(day: Day | null): Day['breaks'] {
  return (day?.breaks ?? []).toSorted((a, b) => (a.at < b.at ? -1 : 1));
}

/** After the item before, and before this one. */
function isBetween(
  at: string,
  previous: TypedEntry | undefined,
  time: PlannedItem | undefined,
  planned: ReadonlyMap<string, PlannedItem>,
): boolean {
  if (!time || at > time.from) return false;
  const before = previous && planned.get(previous.item);
  return before !== undefined && at >= before.from;
}

function breakRow({ at, minutes }: Day['breaks'][number], { t }: Format) {
  return { isBreak: true as const, text: t('planning.break.row', { at, count: minutes }) };
}

type Place = { entry: TypedEntry; index: number; time: PlannedItem | undefined };

function itemRow({ entry, index, time }: Place, { open, typed, checked, errorAt }: Given, format: Format) {
  const { t } = format;
  const item = findItem(open.checklist, entry.item);
  const code = item?.code ?? entry.item;
  const field = `minutes:${entry.item}`;
  return {
    isBreak: false as const,
    number: String(index + 1),
    id: entry.item,
    code,
    title: item ? format.text(item.title) : '',
    figure: item && !isVotedOn(item) ? t('workshop.figure-item') : null,
    minutes: { name: field, value: entry.minutes, label: t('planning.minutes.of', { code }), error: errorAt(field) },
    time: time ? t('planning.from-to', { from: time.from, to: time.to }) : null,
    misfit: checked.plan !== null && !time ? t('planning.misfit') : null,
    up: { label: t('planning.up', { code }), off: index === 0 },
    down: { label: t('planning.down', { code }), off: index === typed.agenda.length - 1 },
    remove: t('planning.remove', { code }),
  };
}

function sumWords({ typed, checked }: Given, format: Format): string {
  const { t } = format;
  const { plan, day } = checked;
  if (typed.agenda.length === 0) return t('planning.sum.empty');
  if (!plan || !day) return t('planning.sum.unreadable');
  const minutes = typed.agenda.reduce((sum, entry) => sum + Number(entry.minutes.normalize('NFKC')), 0);
  const all = t('planning.sum', { count: typed.agenda.length, duration: durationWords(minutes, format) });
  const last = plan.items.at(-1);
  if (plan.rest.length > 0)
    return t('planning.sum.misfit', { all, count: plan.rest.length, last: last?.to ?? day.start });
  return t('planning.sum.fits', { all, last: last?.to ?? day.start, spare: durationWords(plan.spare, format) });
}
