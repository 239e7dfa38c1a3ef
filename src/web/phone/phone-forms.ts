import { z } from 'zod';
import type { Held } from './typed-part.ts';

const text = z.string().catch('');

const voteForm = z.object({
  item: text,
  round: z.coerce.number().catch(0),
  value: z
    .union([
      z.literal('unknown'),
      z
        .string()
        .regex(/^-?\d{1,4}$/)
        .transform(Number),
    ])
    .optional()
    .catch(undefined),
  reason: text,
});

/** As the API takes it; an empty reason is none. */
export function voteOfForm(body: unknown): { input: unknown; reason: string; held: Held } {
  const { reason, ...vote } = voteForm.parse(body ?? {});
  const choice = String(vote.value ?? '');
  const fields = { item: vote.item, round: String(vote.round), value: choice, reason };
  return { input: { ...vote, ...given('reason', reason) }, reason, held: { part: 'votes', choice, fields } };
}

const objectionForm = z.object({ item: text, canLive: text, reason: text });

export function objectionOfForm(body: unknown): { input: unknown; reason: string; held: Held } {
  const { item, canLive, reason } = objectionForm.parse(body ?? {});
  const said = canLive === 'yes' || canLive === 'no' ? { canLive: canLive === 'yes' } : {};
  const held: Held = { part: 'objections', choice: canLive, fields: { item, canLive, reason } };
  return { input: { item, ...said, ...given('reason', reason) }, reason, held };
}

const questionForm = z.object({ text });

export function questionOfForm(body: unknown): { input: { text: string }; text: string } {
  const typed = questionForm.parse(body ?? {});
  return { input: typed, text: typed.text };
}

const seatForm = z.object({ department: text, seat: text });

/** As typed; an empty department is none. */
export function seatOfForm(body: unknown): z.infer<typeof seatForm> {
  return seatForm.parse(body ?? {});
}

function given(name: string, typed: string): Record<string, string> {
  return typed.trim() === '' ? {} : { [name]: typed };
}
