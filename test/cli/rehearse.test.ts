import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import os from 'node:os';
import { type TestContext, test } from 'node:test';
import fc from 'fast-check';
import { beginningSeconds } from '#src/cli/rehearse/beginning-seconds.ts';
import { type Comparison, compareVotes } from '../../src/cli/rehearse/compare-votes.ts';
import { castOf } from '../../src/cli/rehearse/habits.ts';
import { makeWorkshop } from '../../src/cli/rehearse/own-program.ts';
import { randomFrom } from '../../src/cli/rehearse/random.ts';
import { RehearsalLog, type RevealedRound, type VoteRecord } from '../../src/cli/rehearse/rehearsal-log.ts';
import { rehearse } from '../../src/cli/rehearse/rehearse.ts';
import { runRehearsal } from '../../src/cli/rehearse/run-rehearsal.ts';
import { summariseRehearsal } from '../../src/cli/rehearse/summarise-rehearsal.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { browser } from '../support/api-client.ts';
import { openStream } from '../support/open-stream.ts';
import { startApp, type TestApp } from '../support/start-app.ts';
import {
  command,
  exampleItems,
  makeWorkshop as makeTestWorkshop,
  type TestWorkshop,
  withSecret,
} from '../support/workshop-client.ts';

const pace = 0.04;
const [item = ''] = exampleItems;
const own = {
  wlan0: [{ address: '192.168.7.9', netmask: '255.255.255.0', family: 'IPv4', mac: '', internal: false, cidr: null }],
} satisfies NodeJS.Dict<os.NetworkInterfaceInfo[]>;

async function run(args: string[], language: 'zh-CN' | 'en' = 'en') {
  const lines: string[] = [];
  const print = (line: string) => void lines.push(line);
  const code = await rehearse(args, { language, print, pace, interfaces: () => own });
  return { code, lines };
}

for (const { args, told } of [
  { args: ['--url', 'http://192.168.7.10:3001', '--code', 'K7M4XQ'], told: /^--url: .*address of this machine/ },
  { args: ['--url', 'http://example.com', '--code', 'K7M4XQ'], told: /^--url: / },
  { args: ['--url', 'https://127.0.0.1:3000', '--code', 'K7M4XQ'], told: /^--url: / },
  { args: ['--url', 'http://127.0.0.1@example.com/', '--code', 'K7M4XQ'], told: /^--url: / },
  { args: ['--url', 'http://127.0.0.1.example.com/', '--code', 'K7M4XQ'], told: /^--url: / },
  { args: ['--url', 'nonsense', '--code', 'K7M4XQ'], told: /^--url: / },
  { args: ['--url', 'http://127.0.0.1:3000'], told: /^--code: / },
  { args: ['--url', 'http://127.0.0.1:3000/w/K7'], told: /^--code: / },
  { args: ['--code', 'K7M4XQ'], told: /^--url: / },
  { args: ['--code', 'K7M4X0'], told: /^--code: / },
  { args: ['--people', '0'], told: /^--people: / },
  { args: ['--people', '1001'], told: /^--people: / },
  { args: ['--people', 'many'], told: /^--people: / },
  { args: ['--minutes', '0.5'], told: /^--minutes: / },
  { args: ['--minutes', '121'], told: /^--minutes: / },
  { args: ['--seed', '-1'], told: /^usage/ },
  { args: ['--fast'], told: /^--fast: there is no such option/ },
  { args: ['forty'], told: /^usage/ },
])
  test(`"${args.join(' ')}" is refused with its reason and starts nothing`, async () => {
    const { code, lines } = await run(args);
    assert.equal(code, 2);
    assert.match(lines[0] ?? '', told);
    assert.match(lines.at(-1) ?? '', /^usage: npm run rehearse -- \[--people 40]/);
  });

test('a minute is not half over when the last item begins, and a long rehearsal leaves time for two rounds', () => {
  assert.deepEqual(
    [60, 300].map(seconds => beginningSeconds(seconds, 1)),
    [30, 255],
  );
});

test('usage is told in Chinese too', async () => {
  const { lines } = await run(['--url', 'http://10.0.0.1', '--code', 'K7M4XQ'], 'zh-CN');
  assert.match(lines[0] ?? '', /^--url: 只能是本机的地址/);
  assert.match(lines[1] ?? '', /^用法：npm run rehearse/);
});

test('in a room of forty every habit and every kind of phone is there', () => {
  const cast = Array.from({ length: 40 }, (_, index) => castOf(index));
  assert.equal(new Set(cast.map(({ habit }) => habit)).size, 6);
  assert.equal(new Set(cast.map(({ follows }) => follows)).size, 3);
});

test('the same seed gives the same numbers, another one others', () => {
  const numbers = (seed: number) => {
    const random = randomFrom(seed);
    return Array.from({ length: 50 }, () => random.between(2, 3));
  };
  assert.deepEqual(numbers(7), numbers(7));
  assert.notDeepEqual(numbers(7), numbers(8));
  assert.ok(numbers(7).every(number => number >= 2 && number < 3));
});

/** Ballots of a room with the counts that are right for them. */
const ballots = fc.array(fc.constantFrom(0, 1, 2, 3, 4, 5, 'unknown' as const), { minLength: 3, maxLength: 40 });

function votesOf(values: (number | 'unknown')[]): VoteRecord[] {
  return values.flatMap((value, participant) => {
    const vote = { participant, department: undefined, item: 'a1', round: 1, tookMs: 1 };
    return [
      { ...vote, value: 0, outcome: 'acknowledged' as const },
      { ...vote, value, outcome: 'acknowledged' as const },
      { ...vote, value: 5, outcome: 'refused' as const },
    ];
  });
}

function shownOf(values: (number | 'unknown')[]): RevealedRound {
  const counts = Array.from({ length: 6 }, (_, level) => values.filter(value => value === level).length);
  const unknown = values.filter(value => value === 'unknown').length;
  return { item: 'a1', round: 1, min: 0, counts, n: values.length - unknown, unknown, paper: 0 };
}

const compare = (votes: VoteRecord[], shown: RevealedRound, isAlone = true): Comparison =>
  compareVotes(votes, new Map([['a1 1', shown]]), { byDepartment: false, isAlone });

test('when all that was acknowledged is shown, nothing is lost and nothing is too many', () => {
  fc.assert(
    fc.property(ballots, values => {
      const { lost, extra, rounds } = compare(votesOf(values), shownOf(values));
      assert.deepEqual({ lost, extra, rounds }, { lost: 0, extra: 0, rounds: 1 });
    }),
  );
});

test('a vote that is missing, counted twice or under another level is found', () => {
  fc.assert(
    fc.property(ballots, values => {
      const [first = 0, ...rest] = values;
      assert.equal(compare(votesOf(values), shownOf(rest)).lost, 1);
      assert.equal(compare(votesOf(values), shownOf([first, ...values])).extra, 1);
      assert.equal(compare(votesOf(values), shownOf([first === 0 ? 1 : 0, ...rest])).lost, 1);
    }),
  );
});

test('others in the room may have voted as well', () => {
  const values = [1, 2, 3];
  const { lost, extra } = compare(votesOf(values), shownOf([...values, 4, 4]), false);
  assert.deepEqual([lost, extra], [0, 0]);
});

test('a vote without an answer may count or not, and a round that was never shown is not compared', () => {
  const [, vote] = votesOf([3]);
  assert.ok(vote);
  const unsure = [{ ...vote, outcome: 'failed' as const }];
  assert.equal(compare(unsure, shownOf([3])).extra, 0);
  assert.equal(compare(unsure, shownOf([])).lost, 0);
  assert.deepEqual(compareVotes([vote], new Map(), { byDepartment: false, isAlone: true }), {
    ...{ rounds: 0, notShown: 1, lost: 0, extra: 0 },
  });
});

test('where bars are not shown the number of votes is compared', () => {
  const hidden = { ...shownOf([2, 3]), counts: null };
  assert.equal(compare(votesOf([2, 3]), hidden).lost, 0);
  assert.equal(compare(votesOf([2, 3, 4]), hidden).lost, 1);
});

test('in a vote by departments two phones of one department have one vote', () => {
  const votes = votesOf([1, 4, 2]).map(vote => ({ ...vote, department: vote.participant < 2 ? 'fire' : 'water' }));
  const compareDepartments = (shown: RevealedRound) =>
    compareVotes(votes, new Map([['a1 1', shown]]), { byDepartment: true, isAlone: true });
  assert.deepEqual(compareDepartments(shownOf([4, 2])), { rounds: 1, notShown: 0, lost: 0, extra: 0 });
  assert.equal(compareDepartments(shownOf([2])).lost, 1);
});

async function rehearsed(t: TestContext, people: number) {
  const app = await startApp(t);
  const { origin, code, workshop } = await makeWorkshop(app.link);
  const log = new RehearsalLog();
  const { signal } = new AbortController();
  await runRehearsal({ origin, code, workshop, log, people, signal, pace, seconds: 10, seed: 3 });
  const minutes = await withSecret({ url: origin }, workshop.key).get(`/api/v1/workshops/${workshop.id}/minutes`);
  return { log, summary: summariseRehearsal(log, people), minutes: minutes.body };
}

test('people who move, sleep, tap twice, change their minds and come late are played through the agenda, and every vote is found again', async t => {
  const { log, summary, minutes } = await rehearsed(t, 40);
  assert.deepEqual(log.failures, []);
  assert.equal(log.joined, 40);
  assert.ok(log.moved > 0 && log.reconnected > 0);
  assert.ok(summary.votes.refused > 0 && summary.votes.acknowledged > 60, JSON.stringify(summary));
  assert.ok(summary.comparison.rounds > 0);
  assert.equal(summary.comparison.notShown, 0);
  assert.ok(summary.seen.fromSending && summary.seen.changes > 5);
  assert.equal(summary.conclusion, 'sound', JSON.stringify(summary));
  assert.equal(minutes.state, 'closed');
  const shown = minutes.items.flatMap((each: { rounds: object[] }) => each.rounds);
  assert.equal(shown.length, summary.comparison.rounds);
});

/** On Linux every address of 127.0.0.0/8 is this machine; this one plays the local network. */
const lanAddress = '127.0.0.2';
const lanInterfaces = () => ({
  wlan0: [{ address: lanAddress, netmask: '255.0.0.0', family: 'IPv4' as const, mac: '', internal: false, cidr: null }],
});

async function openEntrance(app: TestApp, { id }: TestWorkshop): Promise<string> {
  const agent = await browser(app);
  const fields = { address: lanAddress, port: '0', wifi: '', password: '' };
  await agent.post(`/workshops/${id}/lan/start`).type('form').send(fields).expect(303);
  const { text } = await agent.get(`/workshops/${id}/lan`).expect(200);
  return /http:\/\/127\.0\.0\.2:\d+/.exec(text)?.[0] ?? '';
}

for (const { where, originOf } of [
  { where: 'on the site itself', originOf: async (app: TestApp, _workshop: TestWorkshop) => app.url },
  { where: 'through the entrance on the local network', originOf: openEntrance },
])
  test(`a workshop that somebody else leads is played with until it is finished, ${where}`, async t => {
    const app = await startApp(t, { networkInterfaces: lanInterfaces });
    const workshop = await makeTestWorkshop(app);
    await command(app, workshop, 'start', { command: 'brief', item }, 'open');
    const origin = await originOf(app, workshop);
    const cockpit = await openStream(t, `${app.url}/api/v1/w/${workshop.code}/events`, workshop.keys.facilitator);
    const lines: string[] = [];
    const playing = rehearse(['--people', '8', '--url', `${origin}/join#${workshop.code.toLowerCase()}`], {
      ...{ language: 'zh-CN', pace },
      print: line => void lines.push(line),
    });
    await cockpit.next(({ event, data }) => event === 'state' && JSON.parse(data).voted >= 6);
    await command(app, workshop, 'close', 'reveal', 'discuss');
    await command(app, workshop, { command: 'record', value: 2, rationale: '演练' }, 'finish');
    assert.equal(await playing, 0, lines.join('\n'));
    assert.match(lines.join('\n'), /^模拟的票会计入这场会商/);
    assert.match(lines.join('\n'), /逐级核对 1 轮：丢票 0，多计 0/);
    assert.match(lines.join('\n'), /从第一部手机看到算起/);
  });

test('a rehearsal in which no round was revealed shows nothing and says so', async t => {
  const app = await startApp(t);
  const workshop = await makeTestWorkshop(app);
  await command(app, workshop, 'start');
  const cockpit = await openStream(t, `${app.url}/api/v1/w/${workshop.code}/events`, workshop.keys.facilitator);
  const playing = run(['--people', '3', '--url', app.url, '--code', workshop.code]);
  await cockpit.next(({ event, data }) => event === 'state' && JSON.parse(data).joined === 3);
  await command(app, workshop, 'finish');
  const { code, lines } = await playing;
  assert.deepEqual([code, lines.at(-1)], [1, 'nothing to compare: no round was revealed']);
});

test('where there is no such workshop, or no program, that is said', async t => {
  const app = await startApp(t);
  const unknown = await run(['--url', app.url, '--code', 'ZZZZZZ']);
  assert.equal(unknown.code, 1);
  assert.match(unknown.lines.at(-1) ?? '', /^there is no workshop at http:.*\/w\/ZZZZZZ/);
  await app.stop();
  const stopped = await run(['--url', app.url, '--code', 'ZZZZZZ']);
  assert.deepEqual(stopped, unknown);
});

test('without an address it brings a program of its own, and nothing of it stays', { timeout: 120_000 }, async t => {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = await temporaryFolder(t);
  t.after(() => {
    process.env.TMPDIR = before ?? '/tmp';
  });
  const { code, lines } = await run(['--people', '6', '--minutes', '1', '--seed', '5']);
  assert.equal(code, 0, lines.join('\n'));
  assert.match(lines.join('\n'), /all sound: no vote lost, nothing failed$/);
  const link = /http:\S+$/.exec(lines[1] ?? '')?.[0] ?? '';
  await assert.rejects(fetch(new URL('/healthz', link)));
  assert.deepEqual(
    readdirSync(os.tmpdir()).filter(name => name.startsWith('rencheng-')),
    [],
  );
});
