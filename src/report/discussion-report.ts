import type { z } from 'zod';
import type { AnswerRecord, Assessment } from '#assessment/assessment.ts';
import { findRecord } from '#assessment/record-answer.ts';
import { findItem } from '#checklist/checklist-lookups.ts';
import { type Checklist, type Item, itemSchema } from '#checklist/checklist-schema.ts';
import { compareOpinion } from '#workshop/compare-opinion.ts';
import { consensusIndex } from '#workshop/consensus-index.ts';
import type { Minutes } from '#workshop/minutes.ts';
import { orderAgenda } from '#workshop/order-agenda.ts';
import type { RoundResults } from '#workshop/round-results.ts';
import type { DiscussionDocument, discussedItemSchema, RecordedOpinion, RoundFigures } from './discussion-document.ts';

export type DiscussedItem = z.infer<typeof discussedItemSchema> & { code: string; asked: Item };
export type DiscussionReport = Omit<DiscussionDocument, 'items'> & { items: DiscussedItem[] };

/** `formerItems`: as `discussedItemSchema` has them, by id. */
export type Meeting = Minutes & { formerItems?: ReadonlyMap<string, Item> };

type Where = { assessment: Assessment; checklist: Checklist; wholeChecklist: Checklist };

/** What the room did with the items, by workshop, oldest first; those in which nothing was on the table are left out. */
export function discussionReports(minutes: readonly Meeting[], where: Where): DiscussionReport[] {
  return minutes
    .map(each => discussionReport(each, where))
    .filter(({ items }) => items.length > 0)
    .sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
}

/** The latest discussion of every item in scope; one that recorded nothing does not stand in for one that did. */
export function latestDiscussions(discussions: readonly DiscussionReport[]): DiscussedItem[] {
  return latestOf(discussions.flatMap(({ items }) => items).filter(({ inScope }) => inScope));
}

/** The same of what the checklist does not ask so any more. */
export function formerDiscussions(discussions: readonly DiscussionReport[]): DiscussedItem[] {
  return latestOf(discussions.flatMap(({ items }) => items).filter(({ former }) => former));
}

function latestOf(items: DiscussedItem[]): DiscussedItem[] {
  const latest = new Map<string, DiscussedItem>();
  for (const discussed of items)
    if (discussed.opinion || !latest.get(discussed.item)?.opinion) latest.set(discussed.item, discussed);
  return [...latest.values()];
}

export function discussionDocument({ items, ...discussion }: DiscussionReport): DiscussionDocument {
  return { ...discussion, items: items.map(({ code: _code, asked: _asked, ...item }) => item) };
}

/** The way back from a document; an item that the checklist does not have is left out. */
export function discussionOfDocument(
  { items, ...discussion }: DiscussionDocument,
  checklist: Checklist,
): DiscussionReport {
  return {
    ...discussion,
    items: items.flatMap(item => {
      const former = itemSchema.safeParse(item.former);
      const asked = former.success ? former.data : findItem(checklist, item.item);
      return asked ? [{ ...item, code: asked.code, asked }] : [];
    }),
  };
}

function discussionReport(minutes: Meeting, where: Where): DiscussionReport {
  const { id, title, mode, state, rules, createdAt, finishedAt, questions } = minutes;
  const items = minutes.items
    .filter(wasOnTheTable)
    .flatMap(each => discussedItem(each, minutes.formerItems?.get(each.item), { ...where, workshopId: id }));
  return {
    ...{ id, title, mode, state, rules, createdAt, questions, items },
    ...(finishedAt === undefined ? {} : { finishedAt }),
    mostDisputedFirst: mostDisputedFirst(items),
  };
}

type OfWorkshop = Where & { workshopId: string };
type ItemMinutes = Minutes['items'][number];

function wasOnTheTable({ state, rounds, opinions }: ItemMinutes): boolean {
  const isLeft = state === 'parked' || state === 'skipped';
  return isLeft || rounds.some(({ results, voided }) => results && !voided) || opinions.some(({ undone }) => !undone);
}

function discussedItem(minutes: ItemMinutes, former: Item | undefined, where: OfWorkshop): DiscussedItem[] {
  const { item: itemId, kind, scale, state, left, rounds } = minutes;
  const asked = former ?? findItem(where.wholeChecklist, itemId);
  if (!asked) return [];
  const record = former ? undefined : findRecord(where.assessment, itemId);
  const answer = record?.answer;
  return [
    {
      ...{ item: itemId, code: asked.code, asked, kind, scale, state },
      inScope: !former && findItem(where.checklist, itemId) !== undefined,
      ...(former ? { former } : {}),
      ...(left === undefined ? {} : { left }),
      rounds: rounds.flatMap(({ results, voided }) => (results && !voided ? [figuresOf(results)] : [])),
      opinion: recordedOpinion(minutes, record, where),
      claimed: answer
        ? { answer: answer.answer, ...(answer.value === undefined ? {} : { value: answer.value }) }
        : null,
    },
  ];
}

function figuresOf(results: RoundResults): RoundFigures {
  const { counts, q1, q3 } = results;
  return {
    ...results,
    iqr: q1 === null || q3 === null ? null : q3 - q1,
    consensusIndex: counts && consensusIndex(counts),
  };
}

function recordedOpinion(
  { opinions }: ItemMinutes,
  record: AnswerRecord | undefined,
  { workshopId }: OfWorkshop,
): RecordedOpinion | null {
  const standing = opinions.findLast(({ undone }) => !undone);
  if (!standing) return null;
  const { from: _from, undone: _undone, ...opinion } = standing;
  return { ...opinion, relation: compareOpinion(standing, workshopId, record) };
}

function mostDisputedFirst(items: DiscussedItem[]): string[] {
  const counts = new Map(
    items.flatMap(({ item, rounds }) => {
      const last = rounds.at(-1)?.counts;
      return last ? [[item, last] as const] : [];
    }),
  );
  return orderAgenda([...counts.keys()], { by: 'most-disputed', counts });
}
