import type { Minutes } from '#workshop/minutes.ts';
import { assessmentBar } from '../../assessment/assessment-bar.ts';
import type { OpenAssessment } from '../../assessment/open-assessment.ts';
import type { Format } from '../../format.ts';
import type { Page } from '../../page.ts';
import { actorName } from '../actor-name.ts';
import { askedItem } from '../asked-item.ts';
import { didWords } from '../did-words.ts';
import { disagreementRows } from './disagreement-rows.ts';
import { minutesItem } from './minutes-item.ts';

/** Only those who may change the assessment see its tabs. */
type Given = { open: OpenAssessment; isAdministrator: boolean };

/** The minutes as they stand; they write themselves. */
export function minutesPage(minutes: Minutes, { open, isAdministrator }: Given, format: Format): Page {
  const { t } = format;
  const items = minutes.items.map(each =>
    minutesItem(each, { where: askedItem(minutes, open, each.item), log: minutes.log }, format),
  );
  return {
    template: 'workshop/minutes',
    title: t('minutes.title', { title: minutes.title }),
    section: 'assessments',
    ...(isAdministrator ? { assessmentBar: assessmentBar(open, 'workshops', format) } : {}),
    view: {
      heading: minutes.title,
      lead: leadOf(minutes, format),
      closed: minutes.state === 'closed',
      cockpit: `/workshops/${minutes.id}`,
      json: `/api/v1/workshops/${minutes.id}/minutes`,
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
    },
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

function codeOf(itemId: string | undefined, minutes: Minutes, open: OpenAssessment): string {
  return itemId === undefined ? '' : (askedItem(minutes, open, itemId)?.item.code ?? itemId);
}
