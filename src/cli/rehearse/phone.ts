import type { VoteValue } from '#workshop/ballot-box.ts';
import type { VoteOutcome } from './rehearsal-log.ts';

export type PhoneVote = { item: string; round: number; value: VoteValue };

/** What somebody does with a phone. Each kind of phone follows the workshop in its own way and tells its views. */
export type Phone = {
  /** Takes a seat and follows. Throws when there is none to be had. */
  join: (department: string | undefined) => Promise<void>;
  /** Never throws. */
  vote: (vote: PhoneVote) => Promise<VoteOutcome>;
  /** In a pocket: nothing is read any more. */
  sleep: () => void;
  wake: () => Promise<void>;
  /** The same seat on another phone, by its code. Throws when that fails. */
  move: () => Promise<void>;
  leave: () => void;
};
