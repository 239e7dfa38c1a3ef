import { z } from 'zod';
import type { Decision } from '#shared/decision.ts';
import { currentState, getEntry, isVotedOn } from './progress.ts';
import { reasonSchema } from './reason.ts';
import type { Seat } from './seats.ts';
import { voterOf } from './voting-departments.ts';
import { wholeMinute } from './whole-minute.ts';
import type { Workshop } from './workshop.ts';
import type { WorkshopChange } from './workshop-change.ts';

/** "Can you live with this?" */
export const objectionBodySchema = z.strictObject({
  item: z.string().min(1).max(80),
  canLive: z.boolean(),
  reason: reasonSchema.optional(),
});
export type ObjectionBody = z.infer<typeof objectionBodySchema>;

export const questionBodySchema = z.strictObject({ text: reasonSchema });

export type PartRefusal = 'not-running' | 'another-item' | 'not-now' | 'no-vote' | 'full';

const mostQuestions = 500;

/** Asked once a value is recorded; of a figure that there is also before. The last word of each participant counts. */
export function objectTo(
  workshop: Workshop,
  { item, canLive, reason }: ObjectionBody,
  { seat, at, hasFigure }: { seat: Seat; at: string; hasFigure: boolean },
): Decision<WorkshopChange, PartRefusal> {
  if (workshop.state !== 'running') return { refused: 'not-running' };
  if (item !== workshop.current) return { refused: 'another-item' };
  if (!isAsked(workshop, item, hasFigure)) return { refused: 'not-now' };
  const voter = voterOf(workshop, seat);
  if (voter === null) return { refused: 'no-vote' };
  const said = reason === undefined ? { canLive } : { canLive, reason };
  return { change: { type: 'objected', at: wholeMinute(at), voter, item, ...said } };
}

/** A question for later, without a name; from a phone or the cockpit. */
export function askQuestion(workshop: Workshop, text: string, at: string): Decision<WorkshopChange, PartRefusal> {
  const isOpen = workshop.state === 'lobby' || workshop.state === 'running' || workshop.state === 'paused';
  if (!isOpen) return { refused: 'not-running' };
  if (workshop.questions.length >= mostQuestions) return { refused: 'full' };
  return { change: { type: 'asked', at: wholeMinute(at), text } };
}

function isAsked(workshop: Workshop, item: string, hasFigure: boolean): boolean {
  const state = currentState(workshop);
  const isFigure = hasFigure && !isVotedOn(getEntry(workshop, item));
  return state === 'recorded' || (isFigure && (state === 'briefing' || state === 'discussion'));
}
