import type { Format } from '../format.ts';
import type { PhoneRoom } from './phone-room.ts';
import type { TypedPart } from './typed-part.ts';
import { unknownOption, voteOptions } from './vote-options.ts';

/** What was sent during a pause, to be sent again with one button; null where nothing was, or its item is not on the table. */
export function heldSection({ snapshot, item, open, room }: PhoneRoom, { held }: TypedPart, format: Format) {
  if (!held || snapshot.workshop !== 'paused' || held.fields.item !== item?.id) return null;
  const { t } = format;
  const choices = {
    votes: [...voteOptions({ item, checklist: open.checklist }, format), unknownOption(format)],
    objections: (['yes', 'no'] as const).map(value => ({ value, label: t(`phone.objection.${value}`) })),
  };
  const choice = choices[held.part].find(({ value }) => value === held.choice);
  if (!choice) return null;
  return {
    action: `/w/${room.workshop.code}/${held.part}`,
    fields: Object.entries(held.fields).map(([name, value]) => ({ name, value })),
    heading: t('phone.item', { code: item.code, title: format.text(item.title) }),
    choice: t('phone.held.choice', { choice: choice.label }),
    reason: held.fields.reason.trim() === '' ? null : t('phone.held.reason', { reason: held.fields.reason }),
    again: t(`phone.held.${held.part}.again`),
  };
}
