import type { Answer } from '#assessment/answer.ts';
import type { Item } from '#checklist/checklist-schema.ts';
import type { RecordedOpinion, RoundFigures } from '#report/discussion-document.ts';
import type { DiscussedItem } from '#report/discussion-report.ts';
import type { Report } from '#report/report.ts';
import { answerOfOpinion } from '#workshop/opinion-answer.ts';
import { answerTitle } from '../assessment/answer-title.ts';
import { badgeWords, levelWords, provenanceFacts, verdictTag, voteFacts } from '../assessment/vote-facts.ts';
import { departmentName } from '../checklist/item-words.ts';
import { refusalWords, relationTag } from '../evidence/relation-tag.ts';
import type { Format } from '../format.ts';
import { smallBars } from './small-bars.ts';

type Where = { report: Report; anchor: string };

/** One item that was on the table: its rounds side by side, and the opinion beside the answer. */
export function discussedRow(discussed: DiscussedItem, where: Where, format: Format) {
  const { asked, code, rounds, opinion, claimed, inScope, former } = discussed;
  const { t } = format;
  return {
    anchor: where.anchor,
    ...{ code, title: format.text(asked.title) },
    state: stateTag(discussed, format),
    outside: inScope ? null : t(former ? 'opinions.report.former' : 'opinions.report.outside'),
    left: leftWords(discussed, format),
    rounds: rounds.map(round => roundView(round, discussed, where, format)),
    opinion: opinion ? opinionView(opinion, discussed, where, format) : null,
    claimed: former ? { chip: null, words: '—' } : titleOf(claimed, asked, where, format),
  };
}

/** What became of an item without an opinion. */
function stateTag({ opinion, state }: DiscussedItem, { t }: Format) {
  if (opinion) return null;
  return state === 'parked' || state === 'skipped'
    ? { classes: 'is-warn', icon: 'clock-alert', words: t(`opinions.report.state.${state}`) }
    : { classes: '', icon: 'circle-dashed', words: t('opinions.report.state.running') };
}

function leftWords({ opinion, left }: DiscussedItem, { t }: Format): string | null {
  return opinion || left === undefined ? null : t('opinions.report.left', { why: left });
}

function roundView(round: RoundFigures, { asked, scale, rounds }: DiscussedItem, { report }: Where, format: Format) {
  const { t } = format;
  const { departments = [], consensusIndex, changed } = round;
  const shown = rounds.flatMap(({ counts }) => counts ?? []);
  return {
    heading: t('opinions.report.round', { round: round.round }),
    verdict: verdictTag(round.verdict, format),
    badges: badgeWords(round.badges, format),
    bars: round.counts ? smallBars(round, { item: asked, scale, most: Math.max(1, ...shown) }, format) : null,
    facts: [
      ...voteFacts(round, asked, format),
      ...(changed ? [t('opinions.report.changed', { count: changed.votes, of: changed.of })] : []),
      ...(consensusIndex === null ? [] : [t('opinions.report.index', { index: consensusIndex.toFixed(2) })]),
    ],
    departments: departments.map(({ department, n, median }) =>
      t('opinions.report.department', {
        department: departmentName(department, report.wholeChecklist, format),
        median: median === null ? t('assessment.answer.unknown') : levelWords(median, asked, format),
        n,
      }),
    ),
  };
}

function opinionView(opinion: RecordedOpinion, { asked, rounds, former }: DiscussedItem, where: Where, format: Format) {
  const { rationale, dissent, relation, provenance } = opinion;
  const { t } = format;
  return {
    title: titleOf(answerOfOpinion(opinion), asked, where, format),
    relation: former ? formerTag(format) : relationTag(relation, format),
    // With its rounds beside it the figures stand there.
    facts: rounds.length > 0 ? [] : provenanceFacts(provenance, asked, format),
    refusal: !former && (relation === 'differs' || relation === 'unanswered') ? refusalWords(opinion, format) : null,
    texts: [
      { label: t('opinions.rationale'), text: rationale ?? '' },
      { label: t('opinions.dissent'), text: dissent ?? '' },
    ].filter(({ text }) => text !== ''),
  };
}

/** There is no answer to hold it against. */
function formerTag({ t }: Format) {
  return { classes: '', icon: 'circle-dashed', words: t('opinions.relation.former') };
}

function titleOf(answer: Answer | null, item: Item, { report }: Where, format: Format) {
  return answer
    ? answerTitle(answer, item, report.wholeChecklist, format)
    : { chip: null, words: format.t('assessment.unanswered') };
}
