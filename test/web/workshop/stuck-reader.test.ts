import assert from 'node:assert/strict';
import net from 'node:net';
import { type TestContext, test } from 'node:test';
import { openStream } from '../../support/open-stream.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';
import {
  command,
  exampleItems,
  join,
  makeWorkshop,
  type TestWorkshop,
  withSecret,
} from '../../support/workshop-client.ts';

const [item = ''] = exampleItems;

/** A cockpit whose connection stays open while nobody reads it. */
function openStuck(t: TestContext, { url }: TestApp, { code, keys }: TestWorkshop) {
  const { hostname, port } = new URL(url);
  const socket = net.connect(Number(port), hostname);
  t.after(() => socket.destroy());
  const head = `Host: ${hostname}:${port}\r\nAuthorization: Bearer ${keys.facilitator}\r\n\r\n`;
  socket.write(`GET /api/v1/w/${code}/events HTTP/1.1\r\n${head}`);
  return socket.pause();
}

test('a reader that is stuck is dropped after two heartbeats, keeps no frames waiting and holds up nobody', {
  timeout: 60_000,
}, async t => {
  t.mock.timers.enable({ apis: ['setInterval'] });
  const app = await startApp(t);
  const workshop = await makeWorkshop(app);
  await command(app, workshop, 'start');
  const phone = await join(app, workshop);
  // So that a cockpit's frame is large.
  const ask = withSecret(app, phone.token);
  for (let count = 0; count < 150; count += 1)
    await ask
      .post(`/api/v1/w/${workshop.code}/questions`)
      .send({ text: '问'.repeat(140) })
      .expect(200);
  const stuck = openStuck(t, app, workshop);
  const reading = await openStream(t, `${app.url}/api/v1/w/${workshop.code}/events`, workshop.keys.facilitator);
  await reading.next(({ event, data }) => event === 'state' && JSON.parse(data).connections.cockpits === 2);
  let last = await command(app, workshop, { command: 'brief', item });
  for (let count = 0; count < 300; count += 1) last = await command(app, workshop, 'blank');
  await reading.next(({ event, id }) => event === 'state' && id === String(last.rev));
  const sent = Buffer.byteLength(reading.received());
  t.mock.timers.tick(15_000);
  t.mock.timers.tick(15_000);
  await reading.next(({ event, data }) => event === 'state' && JSON.parse(data).connections.cockpits === 1);
  let received = 0;
  stuck.on('data', chunk => {
    received += chunk.length;
  });
  stuck.on('error', () => undefined);
  const ended = new Promise(resolve => stuck.once('close', resolve));
  stuck.resume();
  await ended;
  // What it gets in the end lay in the buffers of the system; the frames beyond were never kept.
  assert.ok(received < sent / 2, `${received} of ${sent} bytes`);
});
