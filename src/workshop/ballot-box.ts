import { z } from 'zod';
import { reasonSchema } from './reason.ts';

/** A level of the item's scale (0 no, 1 yes for a yes-no item), or not known, which is counted apart. */
export const voteValueSchema = z.union([z.int(), z.literal('unknown')]);
export type VoteValue = z.infer<typeof voteValueSchema>;

export const ballotSchema = z.strictObject({ value: voteValueSchema, reason: reasonSchema.optional() });
export type Ballot = z.infer<typeof ballotSchema>;

/** Ballots by voter. In drawers, so that one more vote copies a few entries and not those of the whole room. */
export const ballotBoxSchema = z.strictObject({
  size: z.int().min(0),
  drawers: z.array(z.record(z.string(), ballotSchema)),
});
export type BallotBox = z.infer<typeof ballotBoxSchema>;

/** Stored: changing the number or the hash below makes a new format. */
const drawerCount = 64;

export const emptyBox: BallotBox = { size: 0, drawers: Array.from({ length: drawerCount }, () => ({})) };

/** The voter's last ballot counts. */
export function putBallot(box: BallotBox, voter: string, ballot: Ballot): BallotBox {
  const at = drawerOf(voter);
  const isNew = findBallot(box, voter) === undefined;
  return {
    size: box.size + (isNew ? 1 : 0),
    drawers: box.drawers.with(at, { ...box.drawers[at], [voter]: ballot }),
  };
}

export function findBallot(box: BallotBox, voter: string): Ballot | undefined {
  const drawer = box.drawers[drawerOf(voter)] ?? {};
  return Object.hasOwn(drawer, voter) ? drawer[voter] : undefined;
}

export function ballotsOf(box: BallotBox): [voter: string, ballot: Ballot][] {
  return box.drawers.flatMap(drawer => Object.entries(drawer));
}

function drawerOf(voter: string): number {
  let sum = 7;
  for (let index = 0; index < voter.length; index += 1) sum = (sum * 31 + voter.charCodeAt(index)) % 65_521;
  return sum % drawerCount;
}
