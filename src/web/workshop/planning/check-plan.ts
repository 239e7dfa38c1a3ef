import { type Fault, fault } from '#shared/fault.ts';
import type { NewWorkshop } from '#workshop/create-workshop.ts';
import { type Day, type DayPlan, daySchema, planDay } from '#workshop/plan-day.ts';
import { minutesSchema } from '#workshop/workshop.ts';
import type { TypedPlan } from './plan-form.ts';

/** `body` is what `createWorkshop` takes, still to be checked by it; `plan` is null while times or minutes cannot be read. */
export type CheckedPlan = { body: unknown; plan: DayPlan | null; day: Day | null; faults: Fault[] };

/** Paths of faults are names of fields: `start`, `break:0:at`, `minutes:<item>`, `items`. */
export function checkPlan(typed: TypedPlan, assessment: string): CheckedPlan {
  const day = daySchema.safeParse(dayOf(typed));
  const minutes = typed.agenda.map(({ item, minutes: text }) => ({ item, minutes: minutesOf(text) }));
  const known = minutes.flatMap(({ item, minutes: count }) => (count === undefined ? [] : [{ item, minutes: count }]));
  const isReadable = day.success && known.length === minutes.length && day.data.start < day.data.end;
  return {
    body: { ...bodyOf(typed, assessment, known), ...(isReadable ? { day: day.data } : {}) },
    day: isReadable ? day.data : null,
    plan: isReadable ? planDay(known, day.data) : null,
    faults: [
      ...timeFaults(typed),
      ...minutes.flatMap(({ item, minutes: count }) => (count === undefined ? [minutesFault(`minutes:${item}`)] : [])),
      ...(typed.gone.length > 0 ? [goneFault(typed.gone)] : []),
    ],
  };
}

function bodyOf(typed: TypedPlan, assessment: string, known: { item: string; minutes: number }[]): object {
  const { title, mode, expected, agenda, departments } = typed;
  return {
    ...{ assessment, title, mode, departments },
    items: agenda.map(({ item }) => item),
    minutes: Object.fromEntries(known.map(({ item, minutes }) => [item, minutes])),
    ...(expected.trim() === '' ? {} : { expected: wholeNumber(expected) ?? expected }),
  } satisfies { [Field in keyof NewWorkshop]?: unknown };
}

/** A break without a time or without minutes is none. */
function dayOf({ start, end, breaks }: TypedPlan) {
  const kept = breaks.filter(({ at, minutes }) => at.trim() !== '' && minutes.trim() !== '');
  return { start, end, breaks: kept.map(({ at, minutes }) => ({ at, minutes: wholeNumber(minutes) })) };
}

function timeFaults({ start, end, breaks }: TypedPlan): Fault[] {
  const { shape } = daySchema;
  const isTime = (text: string) => shape.start.safeParse(text).success;
  const times = [['start', start], ['end', end], ...breaks.map(({ at }, index) => [`break:${index}:at`, at])].flatMap(
    ([field = '', text = '']) => {
      const isBlankBreak = field.startsWith('break') && text.trim() === '';
      return isBlankBreak || isTime(text) ? [] : [timeFault(field)];
    },
  );
  const lengths = breaks.flatMap(({ minutes }, index) =>
    minutes.trim() === '' || minutesOf(minutes) !== undefined ? [] : [minutesFault(`break:${index}:minutes`)],
  );
  const order = isTime(start) && isTime(end) && start >= end ? [orderFault()] : [];
  return [...times, ...lengths, ...order];
}

function minutesOf(text: string): number | undefined {
  return minutesSchema.safeParse(wholeNumber(text)).data;
}

/** Full-width digits come from Chinese keyboards. */
function wholeNumber(text: string): number | undefined {
  const plain = text.normalize('NFKC').trim();
  return /^\d{1,9}$/.test(plain) ? Number(plain) : undefined;
}

function timeFault(field: string): Fault {
  return fault([field], '请按“时:分”填写时刻，例如 09:00', 'write a time of day such as 09:00');
}

function minutesFault(field: string): Fault {
  return fault([field], '须为 1 到 480 的整数分钟', 'must be whole minutes from 1 to 480');
}

function orderFault(): Fault {
  return fault(['end'], '结束时刻须晚于开始时刻', 'the end has to be later than the start');
}

function goneFault(gone: string[]): Fault {
  return fault(
    ['items'],
    `评价范围已改，下列检查项不在范围内，已去掉：${gone.join('、')}`,
    `the scope of the assessment has changed; these items are no longer in it and were taken out: ${gone.join(', ')}`,
  );
}
