import fc from 'fast-check';
import { applyWorkshopChange } from '#workshop/apply-workshop-change.ts';
import { castVote } from '#workshop/cast-vote.ts';
import { possibleCommands } from '#workshop/permitted-commands.ts';
import { askQuestion, objectTo } from '#workshop/take-part.ts';
import { voterOf } from '#workshop/voting-departments.ts';
import type { Workshop } from '#workshop/workshop.ts';
import type { WorkshopChange } from '#workshop/workshop-change.ts';
import type { CommandName } from '#workshop/workshop-command.ts';
import { ballotFor, briefed, decide, seatOf, second } from './build-workshop.ts';

const departments = ['emergency', 'housing', 'water', null];
/** Enough of each department for some to be shown. */
export const seats = Array.from({ length: 24 }, (_, index) => seatOf(index, departments[index % 4] ?? null));

const items = ['a1', 'a2', 'yes', 'figure'];

/** Every id that any of the seats can vote under. */
export const voters = seats.flatMap(seat =>
  items.map(current => voterOf({ mode: 'anonymous', current }, seat) ?? seat.participant),
);

/** One of the commands that are possible, with a body that may or may not be right. `pick` chooses among them. */
const command = fc.record({
  pick: fc.nat(1_000),
  /** On the usual way of an item: every other time, or hardly any item would get anywhere. */
  onPath: fc.boolean(),
  /** Ends or halts everything: rarely. */
  mayStop: fc.nat(9).map(chance => chance === 0),
  item: fc.constantFrom(...items),
  value: fc.oneof(fc.nat(5), fc.boolean(), fc.constant('unknown' as const)),
  number: fc.nat(3),
  counts: fc.array(fc.nat(4), { minLength: 6, maxLength: 6 }),
});

const vote = fc.record({
  vote: fc.nat(23),
  value: fc.oneof({ weight: 6, arbitrary: fc.nat(5) }, { weight: 1, arbitrary: fc.constant('unknown' as const) }),
  reason: fc.option(fc.constantFrom('有记录', '没有文件'), { nil: undefined }),
});
const objection = fc.record({ object: fc.nat(23), canLive: fc.boolean() });

/** Any thing that somebody may try. */
const attempt = fc.oneof(
  { weight: 5, arbitrary: command },
  { weight: 6, arbitrary: vote },
  { weight: 1, arbitrary: objection },
  { weight: 1, arbitrary: fc.constant({ ask: '会后答复' }) },
);
export type Attempt = typeof attempt extends fc.Arbitrary<infer T> ? T : never;

export const attempts = fc.array(attempt, { minLength: 5, maxLength: 60 });

/** The changes that these attempts come to, and the workshop behind them; what is refused changes nothing. */
export function play(tried: Attempt[], mode: Workshop['mode'] = 'anonymous') {
  const changes: WorkshopChange[] = [];
  const start = briefed('a1', { items, mode });
  const workshop = tried.reduce((before, each, index) => {
    const decision = decisionOf(before, each, second(index * 7));
    if (!('change' in decision)) return before;
    changes.push(decision.change);
    return applyWorkshopChange(before, decision.change);
  }, start);
  return { start, changes, workshop };
}

function decisionOf(workshop: Workshop, tried: Attempt, at: string) {
  if ('vote' in tried) {
    const { vote: number, value, reason } = tried;
    return castVote(workshop, ballotFor(workshop, value, reason), { seat: seats[number] ?? seatOf(0), at });
  }
  if ('object' in tried) {
    const body = { item: workshop.current ?? '', canLive: tried.canLive };
    return objectTo(workshop, body, { seat: seats[tried.object] ?? seatOf(0), at, hasFigure: true });
  }
  if ('ask' in tried) return askQuestion(workshop, tried.ask, at);
  const name = nameOf(workshop, tried);
  return decide(workshop, { command: name, ...bodyOf(name, tried) }, { at });
}

type Command = Extract<Attempt, { pick: number }>;

const path: CommandName[] = ['open', 'close', 'reveal', 'record', 'next'];

function nameOf(workshop: Workshop, { pick, onPath, mayStop }: Command): CommandName {
  const possible = possibleCommands(workshop, 'facilitator').filter(
    each => mayStop || (each !== 'finish' && each !== 'pause'),
  );
  const usual = possible.filter(each => onPath && path.includes(each));
  const choice = usual.length > 0 ? usual : possible;
  return choice[pick % choice.length] ?? 'start';
}

function bodyOf(name: CommandName, { item, value, number, counts }: Command): object {
  const bodies: Partial<Record<CommandName, object>> = {
    brief: { item },
    record: { value, rationale: '理由' },
    amend: { item, value, rationale: '理由', reason: '更正' },
    void: { round: number + 1, reason: '开错' },
    counts: { item: 'a1', round: number + 1, counts },
    extend: { seconds: number + 1 },
    expect: { heads: number + 1 },
    'show-reason': { round: number + 1, index: number, shown: true },
    'settle-question': { index: number, settled: true },
    arrange: { agenda: [...items].reverse().map(each => ({ item: each, minutes: number + 1 })) },
  };
  return bodies[name] ?? {};
}
