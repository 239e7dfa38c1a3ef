import type { Format } from '../format.ts';
import type { PhoneRoom } from './phone-room.ts';
import { voteWords } from './vote-words.ts';

export type Receipt = { icon: string; classes: string; text: string };

/** What counts of this phone, and for how long it can be changed; null where nothing is voted on. */
export function receiptOf(
  { snapshot, item, open }: PhoneRoom,
  { sent, format }: { sent: string | null; format: Format },
): Receipt | null {
  if (sent !== null) return { icon: 'circle-check-big', classes: '', text: sent };
  const { own, state, workshop, mode } = snapshot;
  if (!item || workshop === 'closed' || (state !== 'open' && state !== 'closed')) return null;
  const isOpen = state === 'open';
  if (!own)
    return {
      icon: 'circle-dashed',
      classes: 'is-quiet',
      text: format.t(`phone.receipt.${isOpen ? 'none-yet' : 'none'}.${mode}`),
    };
  const value = voteWords(own.value, { item, checklist: open.checklist }, format);
  return {
    icon: 'circle-check-big',
    classes: '',
    text: format.t(`phone.receipt.${state === 'closed' ? 'closed' : workshop === 'paused' ? 'paused' : 'counted'}`, {
      value,
    }),
  };
}
