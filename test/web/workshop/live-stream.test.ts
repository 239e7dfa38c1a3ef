import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import net from 'node:net';
import { type TestContext, test } from 'node:test';
import { LiveStream } from '#web/workshop/live/live-stream.ts';

/** A real connection whose other end reads only when it is told to. */
async function stalledConnection(t: TestContext) {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  assert.ok(typeof address === 'object' && address);
  const socket = net.connect(address.port, '127.0.0.1');
  socket.pause();
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  const [, response] = await once(server, 'request');
  t.after(() => {
    socket.destroy();
    server.close();
    server.closeAllConnections();
  });
  return { response, socket };
}

const body = (rev: number) => JSON.stringify({ rev, filler: 'x'.repeat(60_000) });

/** As much as the line and both ends take, and then some. */
function fill(stream: LiveStream, response: ServerResponse): number {
  let rev = 0;
  for (; response.writableLength <= 64 * 1024 && rev < 2_000; rev += 1)
    stream.send({ event: 'state', rev, body: body(rev) });
  assert.ok(rev < 2_000, 'the line never filled');
  return rev;
}

test('frames for a reader that is behind are skipped, and it is told when there is room again', async t => {
  const { response, socket } = await stalledConnection(t);
  const drained = new EventEmitter();
  const stream = new LiveStream(response, { role: 'projector' }, () => drained.emit('drained'));
  const sent = fill(stream, response);
  const waiting = response.writableLength;
  for (let rev = sent; rev < sent + 100; rev += 1) stream.send({ event: 'state', rev, body: body(rev) });
  assert.equal(response.writableLength, waiting, 'what waits does not grow');
  const room = once(drained, 'drained');
  socket.resume();
  await room;
});

test('a reader that stays behind is dropped after two heartbeats', async t => {
  const { response } = await stalledConnection(t);
  const stream = new LiveStream(response, { role: 'projector' }, () => {});
  fill(stream, response);
  stream.send({ event: 'state', rev: 9_999, body: body(9_999) });
  stream.beat();
  assert.equal(response.destroyed, false);
  stream.beat();
  assert.equal(response.destroyed, true);
});

test('the same state is not sent twice', async t => {
  const { response } = await stalledConnection(t);
  const stream = new LiveStream(response, { role: 'projector' }, () => {});
  const written: unknown[] = [];
  t.mock.method(response, 'write', (chunk: unknown) => written.push(chunk) > 0);
  for (const rev of [1, 1, 2]) stream.send({ event: 'state', rev, body: body(rev) });
  assert.equal(written.length, 2);
});
