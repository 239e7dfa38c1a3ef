import { itemSchema } from '#checklist/checklist-schema.ts';
import { type Minutes, minutesOf } from '#workshop/minutes.ts';
import { buildItem } from '../support/build-checklist.ts';
import { briefed, give, revealed, vote } from '../workshop/build-workshop.ts';

export const record = (value: unknown) => ({ command: 'record' as const, value, rationale: '纪要' });

/** Minutes in which a1 was recorded after these votes, one list a round. */
export function minutesAfter(rounds: (number | 'unknown')[][], value: unknown = 3): Minutes {
  const [first = [], ...later] = rounds;
  const room = later.reduce(
    (before, votes) => give(vote(give(before, ['discuss', 'open']), votes), ['close', 'reveal']),
    revealed(first),
  );
  return minutesOf(give(room, [record(value)]));
}

/** Minutes in which a1 was recorded after these votes, and which the checklist does not ask so any more. */
export function onFormerItem(votes: number[]) {
  return { ...minutesAfter([votes]), formerItems: new Map([['a1', itemSchema.parse(buildItem('a1'))]]) };
}

/** Minutes in which a1 was recorded and a2 parked. */
export function minutesWithParked(): Minutes {
  const room = give(revealed([3, 3, 3, 3, 3]), [record(3), { command: 'brief', item: 'a2' }]);
  return minutesOf(give(room, [{ command: 'park', reason: '等材料' }]));
}

/** Minutes in which a figure was recorded that nobody voted on. */
export function minutesOfFigure(): Minutes {
  return minutesOf(give(briefed('figure'), [record(62)]));
}
