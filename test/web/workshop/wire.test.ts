import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import request from 'supertest';
import { openStream } from '../../support/open-stream.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';
import {
  command,
  exampleItems,
  join,
  makeWorkshop,
  type TestWorkshop,
  vote,
  withSecret,
} from '../../support/workshop-client.ts';

const [item = ''] = exampleItems;
const votes = {
  low: [0, 0, 0, 0, 0, 0].map(value => ({ value, reason: '短' })),
  mixed: [5, 1, 4, 'unknown', 3, 2].map(value => ({ value, reason: '一条长得多的理由，写了不少字' })),
};

/** Everything that anybody is sent in a state, with what names this very workshop taken out: headers with their lengths, and bodies. */
async function wireOf(t: TestContext, app: TestApp, ballots: (typeof votes)['low' | 'mixed']) {
  const workshop = await makeWorkshop(app);
  await command(app, workshop, 'start');
  const phones = [];
  for (let count = 0; count < 6; count += 1) phones.push(await join(app, workshop, { department: 'fire' }));
  const observer = await openPhone(app, workshop);
  const secrets = { ...workshop.keys, observer: observer.token };
  const streams = await streamsOf(t, app, { workshop, secrets });
  const open = await command(app, workshop, { command: 'brief', item }, { command: 'open', seconds: 60 });
  for (const [index, ballot] of ballots.entries()) {
    const phone = phones[index];
    assert.ok(phone);
    await vote(app, workshop, phone, { item, round: 1, ...ballot }).expect(200);
  }
  const sent = async (rev: number) => ({
    answers: await answersOf(app, { workshop, secrets, observer }),
    streams: await Promise.all(streams.map(stream => stream.last(rev))),
  });
  const whileOpen = await sent(open.rev);
  const closed = await command(app, workshop, 'close');
  const { answers, streams: closedStreams } = await sent(closed.rev);
  // The facilitators have a private preview now.
  const leads = /acilitator/;
  return {
    whileOpen,
    whenClosed: {
      answers: answers.filter(({ who }) => !leads.test(who)),
      streams: closedStreams.filter(({ who }) => !leads.test(who)),
    },
    all: streams.filter(({ who }) => !leads.test(who)).map(({ received }) => received()),
  };
}

test('before a round is revealed nothing that is sent to anybody depends on how it was voted, not even its length', async t => {
  const at = new Date('2026-11-24T06:00:00.000Z');
  const app = await startApp(t, { now: () => at });
  const low = await wireOf(t, app, votes.low);
  const mixed = await wireOf(t, app, votes.mixed);
  assert.ok(low.whileOpen.answers.length >= 12 && low.whileOpen.streams.length === 5);
  assert.deepEqual(mixed.whileOpen, low.whileOpen);
  assert.ok(low.whenClosed.answers.length >= 6 && low.whenClosed.streams.length === 3);
  assert.deepEqual(mixed.whenClosed, low.whenClosed);
  for (const text of [...low.all, ...mixed.all]) assert.doesNotMatch(text, /"results"|"counts":|理由|短/);
});

type Room = { workshop: TestWorkshop; secrets: Record<string, string> };

/** A phone in a browser that votes nothing. */
async function openPhone(app: TestApp, workshop: TestWorkshop) {
  const agent = request.agent(app.url).set('Origin', app.url);
  await agent.post(`/w/${workshop.code}/join`).type('form').send({ department: '' }).expect(303);
  const { token } = await join(app, workshop);
  return { agent, token };
}

async function answersOf(
  app: TestApp,
  { workshop, secrets, observer }: Room & { observer: Awaited<ReturnType<typeof openPhone>> },
) {
  const room = `/api/v1/w/${workshop.code}/state`;
  const running = `/api/v1/workshops/${workshop.id}`;
  const answers = [];
  for (const [who, secret] of Object.entries(secrets))
    for (const address of [room, running, `${running}/minutes`]) {
      const response = await withSecret(app, secret).get(address);
      answers.push({ who, address: tidy(address, workshop), ...shown(response, workshop) });
    }
  const page = await observer.agent.get(`/w/${workshop.code}`);
  assert.match(page.text, /phone-screen/);
  return [...answers, { who: 'page', address: 'page', ...shown(page, workshop) }];
}

function shown({ status, headers, text }: request.Response, workshop: TestWorkshop) {
  const { date: _date, etag, 'x-request-id': _id, ...rest } = headers;
  return { status, headers: rest, etag: etag?.length, body: tidy(text, workshop) };
}

/** What differs from workshop to workshop, and seat codes. */
function tidy(text: string, { id, code, assessment }: TestWorkshop): string {
  return text
    .replaceAll(id, 'ID')
    .replaceAll(code, 'CODE')
    .replaceAll(assessment, 'ASSESSMENT')
    .replace(/<strong>[2-9A-HJ-NP-Z]{6}<\/strong>/, 'SEAT');
}

/** Who is connected comes in when it comes; it has nothing to do with how anybody voted. */
function withoutPresence(data: string): string {
  return data.replace(/"(present|participants)":\d+/g, '"$1":0');
}

async function streamsOf(t: TestContext, app: TestApp, { workshop, secrets }: Room) {
  return Promise.all(
    Object.entries(secrets).map(async ([who, secret]) => {
      const stream = await openStream(t, `${app.url}/api/v1/w/${workshop.code}/events`, secret);
      const isScreen = who !== 'observer';
      return {
        who,
        received: stream.received,
        /** The first frame of a revision; on screens the one with all votes. */
        last: async (rev: number) => {
          const { data } = await stream.next(
            ({ event, id, data }) =>
              event === 'state' && id === String(rev) && (!isScreen || JSON.parse(data).voted === 6),
          );
          return { who, data: withoutPresence(tidy(data, workshop)) };
        },
      };
    }),
  );
}
