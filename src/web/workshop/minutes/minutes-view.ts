import type { Minutes } from '#workshop/minutes.ts';
import type { OpenAssessment } from '../../assessment/open-assessment.ts';
import type { Format } from '../../format.ts';
import { actorName } from '../actor-name.ts';
import { askedItem } from '../asked-item.ts';
import { didWords } from '../did-words.ts';
import { disagreementRows } from './disagreement-rows.ts';
import { minutesItem } from './minutes-item.ts';

/** What minutes say, on the page and in the file that is taken along. */
export function minutesView(minutes: Minutes, open: OpenAssessment, format: Format) {
  const { t } = format;
  const items = minutes.items.map(each =>
    minutesItem(each, { where: askedItem(minutes, open, each.item), log: minutes.log }, format),
  );
  return {
    heading: minutes.title,
    lead: leadOf(minutes, format),
    closed: minutes.state === 'closed',
    facts: factsOf(minutes, open, format),
    map: disagreementRows(minutes, open, format),
    handled: items.filter(item => item.handled),
    waiting: items.filter(item => !item.handled),
    questions: minutes.questions.map(({ text, settled }) => ({
      text,
      state: settled ? t('minutes.question.settled') : t('minutes.question.open'),
    })),
    log: minutes.log.map(entry => ({
      when: format.dayAndTime(entry.at),
      what: didWords(entry, codeOf(entry.item, minutes, open), format),
      who: actorName(entry, format),
      why: entry.why ?? '',
    })),
    rules: t('minutes.rules', { rules: minutes.rules }),
  };
}

function leadOf({ items, state }: Minutes, { t }: Format): string {
  const recorded = items.filter(({ opinions }) => opinions.some(({ undone }) => !undone)).length;
  return t('minutes.lead', { state: t(`workshop.state.${state}`), recorded, count: items.length });
}

function factsOf(minutes: Minutes, { assessment }: OpenAssessment, format: Format) {
  const { t } = format;
  const { city, period } = assessment.setup;
  const rounds = minutes.items.flatMap(item => item.rounds);
  const first = rounds.map(({ openedAt }) => openedAt).sort()[0];
  const most = Math.max(0, ...rounds.map(({ voted }) => voted));
  return [
    { label: t('minutes.assessment'), value: t('assessment.title', { city, period }) },
    { label: t('planning.mode'), value: t(`workshop.mode.${minutes.mode}`) },
    ...(minutes.day ? [{ label: t('times.hours'), value: hoursWords(minutes.day, format) }] : []),
    { label: t('minutes.created'), value: format.dayAndTime(minutes.createdAt) },
    { label: t('minutes.first-vote'), value: first ? format.dayAndTime(first) : '—' },
    { label: t('minutes.finished'), value: minutes.finishedAt ? format.dayAndTime(minutes.finishedAt) : '—' },
    {
      label: t('planning.expected'),
      value: minutes.expected === null ? '—' : t('workshop.heads', { count: minutes.expected }),
    },
    { label: t('minutes.most-votes'), value: t('workshop.votes', { count: most }) },
  ];
}

function hoursWords({ start, end, breaks }: NonNullable<Minutes['day']>, { t, list }: Format): string {
  const hours = t('planning.from-to', { from: start, to: end });
  const pauses = breaks.map(({ at, minutes }) => t('times.break', { at, count: minutes }));
  return pauses.length === 0 ? hours : t('times.hours.breaks', { hours, breaks: list(pauses) });
}

function codeOf(itemId: string | undefined, minutes: Minutes, open: OpenAssessment): string {
  return itemId === undefined ? '' : (askedItem(minutes, open, itemId)?.item.code ?? itemId);
}
