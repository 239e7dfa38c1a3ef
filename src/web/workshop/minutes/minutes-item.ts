import type { Asked } from '#assessment/asked-at.ts';
import type { Minutes } from '#workshop/minutes.ts';
import type { Opinion } from '#workshop/opinion.ts';
import type { Format } from '../../format.ts';
import { actorName } from '../actor-name.ts';
import { applicationWords } from '../application-words.ts';
import { opinionTitle, opinionWords } from '../opinion-words.ts';
import { resultsView } from '../results-view.ts';
import { spanWords } from '../span-words.ts';
import { voteWords } from '../vote-words.ts';

type ItemMinutes = Minutes['items'][number];
type RoundMinutes = ItemMinutes['rounds'][number];

type Context = { where: Asked | undefined; log: Minutes['log'] };

/** One item of the minutes; `handled` where the room did anything with it. `where`: as the room saw it. */
export function minutesItem(minutes: ItemMinutes, { where, log }: Context, format: Format) {
  const { t } = format;
  const standing = minutes.opinions.findLast(({ undone }) => !undone);
  return {
    handled: isLeft(minutes.state) || minutes.rounds.length > 0 || minutes.opinions.length > 0,
    code: where?.item.code ?? minutes.item,
    title: where ? format.text(where.item.title) : '',
    state: t(`workshop.item.${minutes.state}`),
    talked:
      minutes.times.length > 0
        ? t('times.talked', { spans: format.list(minutes.times.map(span => spanWords(span, format))) })
        : null,
    left: minutes.left ? t('minutes.left', { why: minutes.left }) : null,
    recorded: standing && where ? opinionTitle(where.item, standing.value, where.checklist, format) : null,
    rounds: where
      ? minutes.rounds.map((round, index) =>
          roundView(round, { before: countedBefore(minutes.rounds, index), where, log }, format),
        )
      : [],
    opinions: where
      ? minutes.opinions.map(opinion => ({
          ...opinionView(opinion, where, format),
          objections: earlierObjections(minutes, opinion.version, format),
        }))
      : [],
    objections: [...earlierObjections(minutes, 0, format), ...objectionsView(minutes.objections, format)],
  };
}

/** The round that this one is compared with. */
function countedBefore(rounds: RoundMinutes[], index: number): RoundMinutes | undefined {
  return rounds.slice(0, index).findLast(({ results, voided }) => results && !voided);
}

/** The room decided to leave it, which is not the same as not reaching it. */
function isLeft(state: ItemMinutes['state']): boolean {
  return state === 'skipped' || state === 'parked';
}

type RoundContext = { before: RoundMinutes | undefined; where: Asked; log: Minutes['log'] };

function roundView(round: RoundMinutes, { before, where, log }: RoundContext, format: Format) {
  const { t } = format;
  const { results, voided, paper } = round;
  return {
    heading: t('workshop.round', { round: round.round }),
    times: timesOf(round, format),
    voided: voided ? voidedWords(voided, log, format) : null,
    paper: paper ? t('minutes.paper', { count: paper.ballots }) : null,
    none: results ? null : t('minutes.never-revealed', { count: round.voted }),
    results: results
      ? resultsView({ item: where.item, checklist: where.checklist, results, previous: before?.results }, format)
      : null,
    reasons: round.reasons.map(({ value, text }) => ({ value: voteWords(where.item, value, format), text })),
  };
}

/** With the role, as everywhere; a round that was left open when its item was parked has no reason of its own. */
function voidedWords({ by, at, reason }: NonNullable<RoundMinutes['voided']>, log: Minutes['log'], format: Format) {
  const { t } = format;
  const role = log.find(entry => entry.at === at && entry.by === by)?.role;
  const why = reason === 'parked' || reason === 'skipped' ? t(`workshop.item.${reason}`) : reason;
  return t('minutes.voided', { who: role ? actorName({ role, by }, format) : by, when: format.time(at), why });
}

function timesOf({ openedAt, closedAt, revealedAt }: RoundMinutes, format: Format): string {
  const { t } = format;
  return [
    t('minutes.opened', { when: format.time(openedAt) }),
    closedAt ? t('minutes.closed', { when: format.time(closedAt) }) : '',
    revealedAt ? t('minutes.revealed', { when: format.time(revealedAt) }) : '',
  ]
    .filter(Boolean)
    .join(t('workshop.gap'));
}

function opinionView(opinion: Opinion, { item, checklist, former }: Asked, format: Format) {
  const { t } = format;
  const { version, value, rationale, dissent, evidence = [], actions = [], amends, undone, application } = opinion;
  return {
    heading: t('minutes.opinion', { version, value: opinionWords(item, value, checklist, format) }),
    who: t('minutes.by', { who: actorName(opinion, format), when: format.dayAndTime(opinion.at) }),
    undone: undone ? t('minutes.undone', { when: format.time(undone.at) }) : null,
    amends: amends ? t('minutes.amends', { why: amends }) : null,
    texts: [
      { label: t('workshop.rationale'), text: rationale ?? '' },
      { label: t('workshop.dissent'), text: dissent ?? '' },
    ].filter(({ text }) => text !== ''),
    evidence: evidence.map(({ kind, title, date }) =>
      [t(`assessment.evidence.${kind}`), title, date ? format.day(date) : ''].filter(Boolean).join(t('workshop.gap')),
    ),
    actions: actions.map(({ what, who, due }) =>
      [what, who ?? '', due ? format.day(due) : ''].filter(Boolean).join(t('workshop.gap')),
    ),
    application: application ? applicationWords(application.outcome, former, format) : null,
  };
}

function earlierObjections({ earlierObjections }: ItemMinutes, version: number, format: Format) {
  return earlierObjections.filter(each => each.version === version).flatMap(each => objectionsView(each, format));
}

/** None where nobody said anything. */
function objectionsView({ canLive, cannotLive, reasons }: ItemMinutes['objections'], { t }: Format) {
  return canLive + cannotLive === 0 ? [] : [{ text: t('workshop.objections', { canLive, cannotLive }), reasons }];
}
