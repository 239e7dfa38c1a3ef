import type { VoteValue } from '#workshop/ballot-box.ts';
import type { Player } from './player.ts';
import { openKey, type View } from './views.ts';

/** An open round, as a player sees it. */
export type OpenRound = View & { item: string };

/** What some people in every room do when a round is open. */
const habits = {
  steady: async (player: Player, round: OpenRound) => {
    await player.think();
    await player.vote(round, player.choose(round));
  },
  'changes-mind': async (player: Player, round: OpenRound) => {
    await player.think();
    const first = player.choose(round);
    await player.vote(round, first);
    await player.think();
    await player.vote(round, otherThan(first, round));
  },
  /** Only when voting is over: it has to be refused. */
  late: async (player: Player, round: OpenRound) => {
    await player.until(view => openKey(view) !== openKey(round));
    await player.vote(round, player.choose(round));
  },
  'taps-twice': async (player: Player, round: OpenRound) => {
    await player.think();
    const value = player.choose(round);
    await Promise.all([player.vote(round, value), player.vote(round, value)]);
  },
  /** Votes, loses the phone, comes back on another one and votes again. */
  moves: async (player: Player, round: OpenRound) => {
    await player.think();
    const first = player.choose(round);
    await player.vote(round, first);
    await player.phone.move();
    await player.vote(round, otherThan(first, round));
  },
  /** The phone goes dark while others vote; late or not, the vote is sent when it wakes. */
  sleeps: async (player: Player, round: OpenRound) => {
    player.phone.sleep();
    await player.think();
    await player.think();
    await player.phone.wake();
    await player.vote(round, player.choose(round));
  },
} satisfies Record<string, (player: Player, round: OpenRound) => Promise<void>>;

export type Habit = keyof typeof habits;

export function act(habit: Habit, player: Player, round: OpenRound): Promise<void> {
  return habits[habit](player, round);
}

function otherThan(value: VoteValue, { values }: OpenRound): VoteValue {
  const at = values.indexOf(value);
  return values[at === 0 ? 1 : at - 1] ?? value;
}

/** In twenty people, so many have each habit. */
const twenty: Habit[] = [
  'steady',
  'changes-mind',
  'steady',
  'moves',
  'steady',
  'taps-twice',
  'steady',
  'sleeps',
  'steady',
  'late',
  'changes-mind',
  'steady',
  'moves',
  'steady',
  'taps-twice',
  'steady',
  'sleeps',
  'steady',
  'changes-mind',
  'steady',
];

export type Follows = 'stream' | 'poll' | 'form';

/** Seven and twenty have no common divisor, so that in time every habit meets every kind of phone. */
const seven: Follows[] = ['stream', 'stream', 'poll', 'stream', 'form', 'stream', 'stream'];

export function castOf(index: number): { habit: Habit; follows: Follows } {
  return { habit: twenty[index % twenty.length] ?? 'steady', follows: seven[index % seven.length] ?? 'stream' };
}
