import type { DiscussedItem, DiscussionReport } from '#report/discussion-report.ts';
import type { PrintedBlock } from '#report/printed-report.ts';
import { answerOfOpinion } from '#workshop/opinion-answer.ts';
import { discussedRow } from '../report/report-discussed-item.ts';
import { discussionsPart } from '../report/report-discussions.ts';
import { findingsOf, findingWords } from '../report/report-words.ts';
import { answerText } from './answer-text.ts';
import { chartBlock } from './chart-block.ts';
import { noCharts } from './no-charts.ts';
import { heading, list, paragraph, table, words } from './printed-blocks.ts';
import type { PartBuilder, PrintedGiven } from './printed-part.ts';
import { shortText } from './short-text.ts';

/** 集中会商: what the room made of the items. The minutes of the workshop have the rest. */
export const workshopsBuilder: PartBuilder = {
  id: 'discussions',
  build: given => {
    const { report, format } = given;
    if (!report.discussions.some(({ items }) => items.some(({ opinion }) => opinion))) return [];
    const views = discussionsPart(report, noCharts, format).workshops;
    return [
      ...list(findingsOf(report, 'discussions').map(finding => findingWords(finding, report, format))),
      ...report.discussions.flatMap((discussion, index) => [
        heading(discussion.title),
        ...paragraph(format.list(views[index]?.facts ?? [])),
        ...chartBlock(`discussion-${discussion.id}`, given),
        ...opinionTable(discussion, given),
        ...actionTable(discussion, views[index]?.actions ?? [], given),
      ]),
    ];
  },
};

function opinionTable(discussion: DiscussionReport, given: PrintedGiven): PrintedBlock[] {
  const { t } = given.format;
  return table({
    caption: t('printed.workshops.opinions', { title: discussion.title }),
    columns: [
      ...[
        words(t('report.item'), 3),
        words(t('printed.workshops.rounds'), 3),
        words(t('printed.workshops.opinion'), 2),
      ],
      ...[words(t('printed.workshops.answer'), 2), words(t('printed.workshops.reasons'), 4)],
    ],
    rows: discussion.items.map(each => opinionRow(each, given)),
  });
}

function opinionRow(each: DiscussedItem, { report, format }: PrintedGiven): string[] {
  const { asked, opinion, claimed, former } = each;
  const row = discussedRow(each, { report, anchor: '' }, format);
  const rounds = row.rounds.map(({ heading: name, verdict, facts }) =>
    format.t('printed.labelled', { label: name, text: format.list([verdict.words, ...facts]) }),
  );
  const state = row.state?.words ?? '—';
  return [
    `${row.code} ${row.title}`,
    rounds.length === 0 ? '—' : rounds.join('\n'),
    opinion ? answerText(answerOfOpinion(opinion), asked, report, format) : state,
    claimed
      ? answerText(claimed, asked, report, format)
      : format.t(former ? 'opinions.relation.former' : 'assessment.unanswered'),
    reasonsOf(row, format),
  ];
}

function reasonsOf({ opinion, left }: ReturnType<typeof discussedRow>, format: PrintedGiven['format']): string {
  const lines = [
    left,
    ...(opinion?.texts ?? []).map(({ label, text }) => format.t('printed.labelled', { label, text })),
  ].filter(line => line !== null);
  return lines.length === 0 ? '—' : shortText(lines.join('\n'), 400, format);
}

type Action = { code: string; what: string; who: string; due: string };

function actionTable({ title }: DiscussionReport, actions: Action[], { format }: PrintedGiven): PrintedBlock[] {
  const { t } = format;
  return table({
    caption: t('printed.workshops.actions', { title }),
    columns: [
      ...[words(t('report.item')), words(t('printed.workshops.what'), 5)],
      ...[words(t('printed.workshops.who'), 2), words(t('printed.workshops.due'), 2)],
    ],
    rows: actions.map(({ code, what, who, due }) => [code, shortText(what, 400, format), who, due]),
  });
}
