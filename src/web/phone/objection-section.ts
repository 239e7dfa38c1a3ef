import { isVotedOn } from '#workshop/progress.ts';
import { reasonLimit } from '#workshop/reason.ts';
import { voterOf } from '#workshop/voting-departments.ts';
import type { Format } from '../format.ts';
import { hasFigure } from '../workshop/figure-view.ts';
import type { PhoneRoom } from './phone-room.ts';
import type { TypedPart } from './typed-part.ts';

/** "Can you live with this?", once a value is recorded and of a figure before; null when nobody is asked. */
export function objectionSection(phone: PhoneRoom, typed: TypedPart, { t }: Format) {
  const { snapshot, item, room } = phone;
  if (!item || !isAsked(phone)) return null;
  const said = ownObjection(phone);
  const answer = said?.canLive === undefined ? null : said.canLive ? 'yes' : 'no';
  return {
    action: `/w/${room.workshop.code}/objections`,
    ...{ item: item.id, limit: reasonLimit },
    question: t(`phone.objection.${snapshot.record ? 'record' : item.kind === 'matrix' ? 'table' : 'figure'}`),
    said: answer === null ? null : t(`phone.objection.said.${answer}`),
    isYes: answer === 'yes',
    isNo: answer === 'no',
    reason: typed.objection?.reason ?? said?.reason ?? '',
    error: typed.errors.objection ?? null,
  };
}

/** Of a figure that is not there nobody can say it. */
function isAsked({ snapshot: { workshop, state, kind }, item, open }: PhoneRoom): boolean {
  if (workshop !== 'running' || kind === null) return false;
  return (
    state === 'recorded' ||
    (!isVotedOn({ kind }) && (state === 'briefing' || state === 'discussion') && item !== null && hasFigure(item, open))
  );
}

function ownObjection({ room: { workshop }, seat }: PhoneRoom) {
  const voter = voterOf(workshop, seat);
  const { objections } = workshop.table;
  return voter !== null && Object.hasOwn(objections, voter) ? objections[voter] : undefined;
}
