import { reasonLimit } from '#workshop/reason.ts';
import { departmentName } from '../checklist/item-words.ts';
import type { Format } from '../format.ts';
import type { Page } from '../page.ts';
import { chartSection } from './chart-section.ts';
import { clockOf } from './clock.ts';
import { heldSection } from './held-section.ts';
import { figureSection, itemSection, ladderSection, recordSection } from './item-section.ts';
import { objectionSection } from './objection-section.ts';
import { type PhoneRoom, screenKey } from './phone-room.ts';
import { receiptOf } from './receipt.ts';
import { screenMessage } from './screen-message.ts';
import type { TypedPart } from './typed-part.ts';
import { voteSection } from './vote-section.ts';

/** Seconds after which a page without scripts looks again; never while a vote is open or waits to be sent again. */
const refreshSeconds = 10;

export type Shown = {
  phone: PhoneRoom;
  typed: TypedPart;
  /** What was just received, in words. */
  sent: string | null;
  /** Why something was not accepted. */
  problem: { title: string; text: string } | null;
};

/** A participant's page in every state; sections that are null are not there. */
export function phonePage({ phone, typed, sent, problem }: Shown, format: Format): Page {
  const { snapshot, room, isTroubled } = phone;
  const { t } = format;
  const vote = voteSection(phone, typed, format);
  const held = heldSection(phone, typed, format);
  const message = screenMessage(snapshot, format);
  return {
    layout: 'phone',
    template: 'phone/phone',
    title: `${message.title} - ${snapshot.title}`,
    section: 'none',
    scripts: ['phone.js'],
    ...(vote || held ? {} : { refresh: refreshSeconds }),
    view: {
      ...{ key: screenKey(snapshot), rev: snapshot.rev, code: room.workshop.code, message },
      head: headOf(phone, format),
      trouble: isTroubled,
      problem,
      item: itemSection(phone, format),
      figure: figureSection(phone, format),
      ladder: ladderSection(phone, format),
      ...{ vote, held },
      chart: chartSection(phone, format),
      record: recordSection(phone, format),
      objection: objectionSection(phone, typed, format),
      question: questionSection(phone, typed),
      rules: readingRules(phone, format),
      test: snapshot.workshop === 'lobby' ? { action: `/w/${room.workshop.code}/test` } : null,
      promise: t(`phone.promise.${snapshot.mode}`, { department: departmentOf(phone, format) }),
      seatCode: phone.seatCode,
      receipt: receiptOf(phone, { sent, format }),
      reload: `/w/${room.workshop.code}`,
    },
  };
}

function headOf({ snapshot }: PhoneRoom, { t }: Format) {
  const { position, round, timer, title, workshop } = snapshot;
  const isOn = position !== null && workshop === 'running';
  const place = isOn ? t('phone.place', { number: position.number, total: position.total }) : title;
  return {
    place: isOn && round > 0 ? t('phone.place.round', { place, round }) : place,
    timer:
      timer && workshop === 'running'
        ? {
            ...{ ms: timer.remainingMs, running: timer.running, over: timer.remainingMs === 0 },
            clock: clockOf(timer.remainingMs),
          }
        : null,
  };
}

function departmentOf({ seat, open }: PhoneRoom, format: Format): string {
  return seat.department === null ? '' : departmentName(seat.department, open.wholeChecklist, format);
}

/** For the parking lot; not while people vote. */
function questionSection({ snapshot, room }: PhoneRoom, typed: TypedPart) {
  const { workshop, state } = snapshot;
  const isOpen = workshop === 'lobby' || workshop === 'running' || workshop === 'paused';
  if (!isOpen || (workshop === 'running' && state === 'open')) return null;
  return {
    ...{ action: `/w/${room.workshop.code}/questions`, limit: reasonLimit },
    text: typed.question?.text ?? '',
    error: typed.errors.question ?? null,
    isUnfolded: typed.errors.question !== undefined || state === 'discussion',
  };
}

/** How levels are read: while people wait, read and vote. */
function readingRules({ snapshot, open }: PhoneRoom, format: Format): string[] {
  const isReading = snapshot.workshop === 'lobby' || snapshot.state === 'briefing' || snapshot.state === 'open';
  return isReading ? (open.checklist.readingRules ?? []).map(format.text) : [];
}
