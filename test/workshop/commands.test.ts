import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { possibleCommands } from '#workshop/permitted-commands.ts';
import type { Role } from '#workshop/role.ts';
import { askQuestion } from '#workshop/take-part.ts';
import type { Workshop } from '#workshop/workshop.ts';
import { type CommandName, commandNames } from '#workshop/workshop-command.ts';
import { after, briefed, buildWorkshop, decide, give, refusalOf, revealed, second, vote } from './build-workshop.ts';

const recording = { command: 'record', value: 3, rationale: '制度、记录均在' } as const;

/** A body that is right for every state; what differs is whether the step may be taken. */
const bodies: Record<CommandName, object> = {
  ...{ start: {}, next: {}, open: {}, close: {}, reopen: {}, reveal: {}, discuss: {} },
  ...{ undo: {}, park: {}, skip: {}, pause: {}, resume: {}, blank: {}, lock: {}, finish: {} },
  brief: { item: 'a2' },
  record: { value: 3, rationale: '制度、记录均在' },
  amend: { value: 4, rationale: '补充了演练记录', reason: '漏看一份佐证' },
  void: { round: 1, reason: '开错了' },
  counts: { item: 'a1', round: 1, counts: [0, 0, 1, 2, 0, 0] },
  extend: { seconds: 30 },
  'reopen-workshop': { reason: '次日继续' },
  expect: { heads: 40 },
  'show-reason': { round: 1, index: 0, shown: true },
  'settle-question': { index: 0, settled: true },
  arrange: { agenda: [{ item: 'a2' }, { item: 'a1' }] },
};

/** With a question, so that there is one to settle. */
const draft = after(buildWorkshop({ items: ['a1', 'a2'] }), askQuestion(buildLobby(), '区县会商算不算', second(1)));
const lobby = give(draft, ['start']);
const briefing = give(lobby, [{ command: 'brief', item: 'a1' }]);
const open = withReason(give(briefing, ['open']));
const closed = give(open, ['close']);
const shown = give(closed, ['reveal']);
const discussion = give(shown, ['discuss']);
const recorded = give(discussion, [recording]);

function buildLobby(): Workshop {
  return give(buildWorkshop(), ['start']);
}

function withReason(workshop: Workshop): Workshop {
  const voted = vote(workshop, [3, 3, 3, 2, 3, 'unknown']);
  const [first] = voted.table.boxes[1]?.drawers.flatMap(drawer => Object.keys(drawer)) ?? [];
  assert.ok(first);
  return after(voted, {
    change: {
      ...{ type: 'voted', at: second(60), voter: first, item: 'a1', round: 1 },
      ballot: { value: 3, reason: '有记录' },
    },
  });
}

const common = 'expect settle-question arrange';
const live = `blank lock ${common}`;
const running = `pause ${live}`;

/** What facilitators may do in each state. The scribe may do the part of it in `forScribe`. */
const table: [name: string, workshop: Workshop, commands: string][] = [
  ['in a draft', draft, `start ${common}`],
  ['in the lobby', lobby, `brief next finish ${live}`],
  ['while briefing', briefing, `brief open park skip extend finish ${running}`],
  ['while voting is open', open, `close park skip void counts extend ${running}`],
  ['when voting is closed', closed, `reopen reveal park skip void counts ${running}`],
  ['when revealed', shown, `open reopen discuss record park skip void show-reason ${running}`],
  ['in discussion', discussion, `open reopen record park skip void extend show-reason ${running}`],
  ['when recorded', recorded, `brief next undo amend finish show-reason ${running}`],
  ['when skipped', give(briefing, ['skip']), `brief next finish ${running}`],
  ['when parked', give(briefing, ['park']), `brief next skip finish ${running}`],
  ['when paused', give(open, ['pause']), `resume ${live}`],
  ['when paused with a free table', give(recorded, ['pause']), `resume finish ${live}`],
  ['when finished', give(recorded, ['finish']), ''],
];

const forScribe = 'record undo amend counts settle-question'.split(' ');

describe('every command in every state by every role', () => {
  test('there is a body for every command and a row for every state', () => {
    assert.deepEqual(Object.keys(bodies).sort(), [...commandNames].sort());
    assert.equal(table.length, 13);
  });
  for (const [name, workshop, allowed] of table) {
    const leads = allowed.split(' ').filter(each => each !== '');
    const byRole: [Role, string[]][] = [
      ['facilitator', leads],
      ['co-facilitator', leads],
      ['scribe', leads.filter(each => forScribe.includes(each))],
      ['projector', []],
      ['participant', []],
      ['owner', workshop.state === 'closed' ? ['reopen-workshop'] : []],
    ];
    for (const [role, expected] of byRole)
      test(`${name} a ${role} may do exactly this: ${expected.join(', ') || 'nothing'}`, () => {
        const done = commandNames.filter(command => isDone(workshop, command, role));
        assert.deepEqual([...done].sort(), [...expected].sort());
      });
  }
});

test('who may never give a command is told so, who may not now is told where the workshop is', () => {
  const never = refusalOf(open, { command: 'close' }, { actor: { role: 'scribe', by: '' } });
  assert.deepEqual(never, { reason: 'role' });
  assert.deepEqual(refusalOf(open, { command: 'reveal' }), {
    reason: 'illegal-step',
    workshop: 'running',
    item: 'open',
  });
});

test('what a cockpit offers is what would be done, but for what the command itself may still forbid', () => {
  for (const [, workshop, allowed] of table) {
    const offered = possibleCommands(workshop, 'facilitator');
    for (const command of allowed.split(' ').filter(each => each !== ''))
      assert.ok(
        offered.some(each => each === command),
        command,
      );
    const extra = offered.filter(each => !allowed.split(' ').includes(each));
    assert.deepEqual(
      extra.filter(each => !['undo', 'amend', 'park', 'skip'].includes(each)),
      [],
    );
  }
});

test('a figure is discussed and recorded without a vote', () => {
  const figure = briefed('figure');
  const offered = possibleCommands(figure, 'facilitator');
  assert.ok(offered.includes('discuss') && offered.includes('record') && !offered.includes('open'));
  const done = give(figure, ['discuss', { command: 'record', value: 62.5 }]);
  assert.equal(done.items.figure?.state, 'recorded');
});

test('a second round, and a third, can follow what was revealed or discussed', () => {
  const second = give(vote(give(revealed([0, 5, 0, 5, 0, 5]), ['open']), [2, 3, 2]), ['close', 'reveal']);
  const third = give(second, ['discuss', 'open']);
  assert.deepEqual(
    third.items.a1?.rounds.map(({ state }) => state),
    ['revealed', 'revealed', 'open'],
  );
});

function isDone(workshop: Workshop, command: CommandName, role: Role): boolean {
  const decision = decide(workshop, { command, ...bodies[command] }, { actor: { role, by: '' } });
  return 'change' in decision;
}
