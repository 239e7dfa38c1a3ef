import type { Checklist } from '#checklist/checklist-schema.ts';
import type { Edited } from '#checklist/edit-draft.ts';
import type { PartPage } from './part-page.ts';
import type { TypedPart } from './typed-part.ts';

/** `isConfirmed`: what is in use elsewhere may go. */
type Sent = { typed: TypedPart; seen: string; isConfirmed: boolean };

/** A part of a draft, ready to be shown and to be saved. */
export type PartForm = Omit<PartPage, 'draft' | 'action'> & {
  /** Where the form is sent, if not to where it was asked for. */
  action?: string;
  /** Fields beside those of the sections. */
  names: string[];
  edit: (checklist: Checklist, sent: Sent) => Edited;
  removal?: ((checklist: Checklist, sent: Omit<Sent, 'typed'>) => Edited) | undefined;
  /** Where on the page of the draft the part stands. */
  anchor: (checklist: Checklist) => string;
};

/** Where a part shall stand, counted from 0; people count from 1. Without a number it stays at `now`; beyond the last it is last. */
export function positionOf(typed: TypedPart, now: number): number {
  const text = (typed.get('position') ?? '').normalize('NFKC').trim();
  return /^\d+$/.test(text) ? Math.max(0, Number(text) - 1) : now;
}
