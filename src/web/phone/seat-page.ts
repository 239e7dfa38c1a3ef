import type { Checklist } from '#checklist/checklist-schema.ts';
import type { Workshop } from '#workshop/workshop.ts';
import { departmentName } from '../checklist/item-words.ts';
import type { Format } from '../format.ts';
import type { Page } from '../page.ts';

export type TypedSeat = { department: string; seat: string };

type Entrance = {
  workshop: Workshop;
  checklist: Checklist;
  typed: TypedSeat;
  errors: { department?: string | undefined; seat?: string | undefined };
  problem: { title: string; text: string } | null;
  hadSeat: boolean;
};

/** Before a phone has a seat: whose it is, what is promised, and the way back to a seat. */
export function seatPage({ workshop, checklist, typed, errors, problem, hadSeat }: Entrance, format: Format): Page {
  const { code, title, mode, locked, state } = workshop;
  const { t } = format;
  const isOpen = state === 'lobby' || state === 'running' || state === 'paused';
  const isLost = isOpen && hadSeat;
  return {
    layout: 'phone',
    template: 'phone/seat',
    title: t('phone.seat.title'),
    section: 'none',
    scripts: ['phone-forms.js'],
    ...(isOpen || state === 'closed' ? {} : { refresh: 10 }),
    view: {
      ...{ title, code },
      problem: isLost ? { title: t('phone.seat.lost'), text: t('phone.seat.lost.text') } : problem,
      state: isOpen ? null : stateWords(state, format),
      join: isOpen && !locked ? { action: `/w/${code}/join` } : null,
      rejoin: isOpen
        ? {
            action: `/w/${code}/rejoin`,
            isUnfolded: isLost || locked || typed.seat !== '' || errors.seat !== undefined,
          }
        : null,
      locked: isOpen && locked,
      ...{ seat: typed.seat, seatError: errors.seat ?? null },
      department: {
        required: mode === 'department',
        error: errors.department ?? null,
        label: t(`phone.department.${mode}`),
        hint: t(`phone.department.${mode}.hint`),
        none: t(`phone.department.${mode}.none`),
        options: workshop.departments.map(id => ({
          id,
          name: departmentName(id, checklist, format),
          isChosen: id === typed.department,
        })),
      },
      promise: t(`phone.promise.${mode}`, { department: '' }),
    },
  };
}

function stateWords(state: 'draft' | 'closed' | Workshop['state'], { t }: Format) {
  const key = state === 'closed' ? 'finished' : 'draft';
  return { title: t(`phone.state.${key}.title`), text: t(`phone.state.${key}.text`) };
}
