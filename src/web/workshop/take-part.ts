import type { Decision } from '#shared/decision.ts';
import { check, type Fault } from '#shared/fault.ts';
import type { Seat } from '#workshop/seats.ts';
import {
  askQuestion,
  objectionBodySchema,
  objectTo,
  type PartRefusal,
  questionBodySchema,
} from '#workshop/take-part.ts';
import type { Workshop } from '#workshop/workshop.ts';
import type { WorkshopChange } from '#workshop/workshop-change.ts';
import { openAssessment } from '../assessment/open-assessment.ts';
import type { Site } from '../site.ts';
import { hasFigure } from './figure-view.ts';
import { openWorkshop } from './open-room.ts';

export type PartOutcome =
  | { kind: 'sent'; rev: number }
  | { kind: 'faulty'; faults: Fault[] }
  | { kind: 'refused'; reason: PartRefusal };

type Part = { id: string; seat: Seat; input: unknown };

/** "Can you live with this?" Throws AppError `storage-failed`. */
export async function sendObjection(site: Site, { id, seat, input }: Part): Promise<PartOutcome> {
  const parsed = check(objectionBodySchema, input);
  if (!parsed.ok) return { kind: 'faulty', faults: parsed.faults };
  const at = site.now().toISOString();
  const { assessment } = await openWorkshop(site, id);
  const open = await openAssessment(site, assessment);
  const isThere = hasFigure({ id: parsed.value.item }, open);
  return commit(site, id, workshop => objectTo(workshop, parsed.value, { seat, at, hasFigure: isThere }));
}

/** A question for later, without a name. Throws AppError `storage-failed`. */
export async function sendQuestion(site: Site, { id, input }: Omit<Part, 'seat'>): Promise<PartOutcome> {
  const parsed = check(questionBodySchema, input);
  if (!parsed.ok) return { kind: 'faulty', faults: parsed.faults };
  const at = site.now().toISOString();
  return commit(site, id, workshop => askQuestion(workshop, parsed.value.text, at));
}

async function commit(
  { workshops, live }: Site,
  id: string,
  decide: (workshop: Workshop) => Decision<WorkshopChange, PartRefusal>,
): Promise<PartOutcome> {
  const done = await workshops.commit(id, decide);
  if ('refused' in done) return { kind: 'refused', reason: done.refused };
  live.countsChanged(id);
  return { kind: 'sent', rev: done.workshop.rev };
}
