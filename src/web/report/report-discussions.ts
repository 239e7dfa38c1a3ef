import type { DiscussedItem, DiscussionReport } from '#report/discussion-report.ts';
import type { FindingCode } from '#report/finding.ts';
import type { Report } from '#report/report.ts';
import type { Format } from '../format.ts';
import type { PageCharts } from './report-charts.ts';
import { discussedRow } from './report-discussed-item.ts';
import { findingsOf, findingWords } from './report-words.ts';

/** What workshops made of the items: how far the room agreed, round beside round, its opinion beside the answer, what is left to do. */
export function discussionsPart(report: Report, charts: PageCharts, format: Format) {
  return {
    findings: findingsOf(report, 'discussions').map(finding => ({
      ...(tones[finding.code] ?? plain),
      text: findingWords(finding, report, format),
    })),
    workshops: report.discussions.map(discussion => workshopView(discussion, { report, charts }, format)),
  };
}

type Tone = { classes: string; icon: string };

const plain = { classes: '', icon: 'info' };
const weigh = { classes: 'is-warn', icon: 'scale' };
const open = { classes: 'is-warn', icon: 'circle-help' };

const tones: Partial<Record<FindingCode, Tone>> = {
  'discussions.items': { classes: '', icon: 'users' },
  'discussions.consensus': { classes: 'is-ok', icon: 'circle-check-big' },
  'discussions.spread': weigh,
  'discussions.split': { classes: 'is-stop', icon: 'triangle-alert' },
  'discussions.differs': weigh,
  'discussions.unanswered': open,
  'discussions.parked': open,
};

type Given = { report: Report; charts: PageCharts };

function workshopView(discussion: DiscussionReport, { report, charts }: Given, format: Format) {
  const { t } = format;
  const { id, title, questions } = discussion;
  const asked = new Map(discussion.items.map(each => [each.item, each]));
  const order = discussion.mostDisputedFirst.flatMap(item => asked.get(item) ?? []);
  return {
    id: `workshop-${id}`,
    title,
    facts: factsOf(discussion, format),
    minutes: { href: `/workshops/${id}/minutes`, label: t('opinions.report.minutes', { title }) },
    order: order.length > 1 ? order.map(each => ({ href: `#${anchorOf(each, id)}`, label: each.code })) : [],
    rows: discussion.items.map(each => discussedRow(each, { report, anchor: anchorOf(each, id) }, format)),
    files: charts.files(`discussion-${id}`),
    actions: discussion.items.flatMap(each => actionsOf(each, format)),
    questions: questions.map(({ text, settled }) => ({ text, tag: settledTag(settled, format) })),
    label: t('opinions.report.rows', { title }),
  };
}

function anchorOf({ code }: DiscussedItem, workshopId: string): string {
  return `workshop-${workshopId}-${code}`;
}

function factsOf({ mode, state, createdAt, finishedAt }: DiscussionReport, { t, day, isoDay }: Format): string[] {
  return [
    t(`opinions.report.mode.${mode}`),
    state === 'closed'
      ? t('opinions.report.closed', { day: day(isoDay(finishedAt ?? createdAt)) })
      : t('opinions.report.open'),
  ];
}

function actionsOf({ opinion, code }: DiscussedItem, { day }: Format) {
  return (opinion?.actions ?? []).map(({ what, who, due }) => ({
    ...{ code, what, who: who ?? '—' },
    due: due === undefined ? '—' : day(due),
  }));
}

function settledTag(settled: boolean, { t }: Format) {
  return settled
    ? { classes: 'is-ok', icon: 'check', words: t('opinions.report.question.settled') }
    : { classes: '', icon: 'circle-help', words: t('opinions.report.question.open') };
}
