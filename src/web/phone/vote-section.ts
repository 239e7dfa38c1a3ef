import type { Ballot } from '#workshop/ballot-box.ts';
import { reasonLimit } from '#workshop/reason.ts';
import type { Snapshot } from '#workshop/snapshot.ts';
import type { Format } from '../format.ts';
import type { PhoneRoom } from './phone-room.ts';
import type { TypedPart } from './typed-part.ts';
import { unknownOption, type VoteOption, voteOptions } from './vote-options.ts';
import { voteWords } from './vote-words.ts';

type Pressable = VoteOption & { isPressed: boolean };

/** The open vote; null when there is none. */
export function voteSection({ snapshot, item, open, room }: PhoneRoom, typed: TypedPart, format: Format) {
  if (snapshot.workshop !== 'running' || snapshot.state !== 'open' || !item) return null;
  const asked = { item, checklist: open.checklist };
  const { own, ownPrevious, mode } = snapshot;
  const withPress = (option: VoteOption): Pressable => ({ ...option, isPressed: option.value === String(own?.value) });
  return {
    action: `/w/${room.workshop.code}/votes`,
    ...{ item: item.id, round: snapshot.round, limit: reasonLimit },
    options: voteOptions(asked, format).map(withPress),
    unknown: withPress(unknownOption(format)),
    reason: typed.vote?.reason ?? own?.reason ?? '',
    reasonError: typed.errors.reason ?? null,
    own: own ? String(own.value) : '',
    previous: ownPrevious ? previousWords(ownPrevious, { asked, mode }, format) : null,
  };
}

/** Told, never chosen beforehand. */
function previousWords(
  { value, round }: Ballot & { round: number },
  { asked, mode }: { asked: Parameters<typeof voteWords>[1]; mode: Snapshot['mode'] },
  format: Format,
): string {
  return format.t(`phone.vote.previous.${mode}`, { round, value: voteWords(value, asked, format) });
}
