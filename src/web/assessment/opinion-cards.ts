import { askedOtherwiseAt } from '#assessment/asked-otherwise-at.ts';
import { isExcludedByFact } from '#assessment/progress.ts';
import { findRecord } from '#assessment/record-answer.ts';
import type { Item } from '#checklist/checklist-schema.ts';
import { compareOpinion, type Relation } from '#workshop/compare-opinion.ts';
import type { Opinion } from '#workshop/opinion.ts';
import { answerOfOpinion } from '#workshop/opinion-answer.ts';
import { findProgress, standingOpinion } from '#workshop/progress.ts';
import type { Workshop } from '#workshop/workshop.ts';
import { refusalWords, relationTag } from '../evidence/relation-tag.ts';
import type { Format } from '../format.ts';
import { answerTitle } from './answer-title.ts';
import type { CardContext } from './card-context.ts';
import { adoptValue } from './sent-fields.ts';
import { badgeWords, provenanceFacts, verdictTag } from './vote-facts.ts';

type Asked = Pick<CardContext, 'open' | 'workshops'> & { item: Item };
type Given = Asked & Pick<CardContext, 'sent'>;
type Recorded = { workshop: Workshop; opinion: Opinion; relation: Relation };

/** What workshops recorded for the item, the newest first, and the way to adopt it. */
export function opinionCards(given: Given, format: Format) {
  const { item, sent } = given;
  const why = sent.get(item.id)?.notAdopted ?? null;
  return {
    id: `${item.id}:opinions`,
    trouble: why ? format.t(`opinions.not-adopted.${why}`) : null,
    cards: recordedOf(given).map(recorded => opinionCard(recorded, given, format)),
  };
}

/** In a few words, where the answer says something else. */
export function opinionHint(given: Asked, format: Format): string | null {
  const differing = recordedOf(given).find(({ relation }) => relation === 'differs');
  if (!differing) return null;
  const { chip, words } = titleOf(differing, given, format);
  return format.t('opinions.hint', { value: chip ? format.t('history.level', { level: chip.mark, words }) : words });
}

/** Where the newest opinion says something else than the answer: whoever leads the item has to decide. */
export function isToDecide(given: Asked): boolean {
  const [newest] = recordedOf(given);
  return newest?.relation === 'differs' && newest.opinion.application !== undefined;
}

function recordedOf({ item, open, workshops }: Asked): Recorded[] {
  const record = findRecord(open.assessment, item.id);
  return workshops
    .flatMap(({ workshop }) => {
      const progress = findProgress(workshop, item.id);
      const opinion = progress && standingOpinion(progress);
      return opinion && !askedOtherwiseAt(open.assessment, item.id, opinion.at)
        ? [{ workshop, opinion, relation: compareOpinion(opinion, workshop.id, record) }]
        : [];
    })
    .sort((a, b) => (a.opinion.at < b.opinion.at ? 1 : -1));
}

function titleOf({ opinion }: Recorded, { item, open }: Asked, format: Format) {
  return answerTitle(answerOfOpinion(opinion), item, open.checklist, format);
}

function opinionCard(recorded: Recorded, given: Given, format: Format) {
  const { workshop, opinion, relation } = recorded;
  const { provenance, rationale, dissent } = opinion;
  const { t } = format;
  const texts = [
    { label: t('opinions.rationale'), text: rationale ?? '' },
    { label: t('opinions.dissent'), text: dissent ?? '' },
  ];
  return {
    title: titleOf(recorded, given, format),
    verdict: provenance.verdict ? verdictTag(provenance.verdict, format) : null,
    badges: badgeWords(provenance.badges, format),
    facts: provenanceFacts(provenance, given.item, format),
    texts: texts.filter(({ text }) => text !== ''),
    source: t('opinions.source', { title: workshop.title, when: format.dayAndTime(opinion.at) }),
    minutes: `/workshops/${workshop.id}/minutes`,
    relation: opinion.application ? relationTag(relation, format) : pendingTag(format),
    refusal: relation === 'adopted' ? null : refusalWords(opinion, format),
    adopt: adoptView(recorded, given, format),
  };
}

/** It can be undone for a few seconds more, and is handed on by itself after that. */
function pendingTag({ t }: Format) {
  return { classes: '', icon: 'clock-alert', words: t('opinions.relation.pending') };
}

/** Null where there is nothing to adopt or nobody may. */
function adoptView({ workshop, opinion, relation }: Recorded, { item, open }: Given, { t }: Format) {
  const { assessment } = open;
  if (assessment.state === 'final' || isExcludedByFact(item, assessment.setup.profile)) return null;
  if (relation === 'adopted' || !opinion.application) return null;
  const rev = findRecord(assessment, item.id)?.rev ?? 0;
  return {
    value: adoptValue(item.id, { workshopId: workshop.id, version: opinion.version, rev }),
    label: t('opinions.adopt', { code: item.code }),
    hint: adoptHint(relation, t),
  };
}

function adoptHint(relation: Relation, t: Format['t']): string {
  return relation === 'unanswered' ? t('opinions.adopt.hint.unanswered') : t('opinions.adopt.hint');
}
