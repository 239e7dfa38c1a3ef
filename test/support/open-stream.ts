import assert from 'node:assert/strict';
import { once } from 'node:events';
import http from 'node:http';
import type { TestContext } from 'node:test';

type StreamEvent = { event: string; id: string; data: string };

export type OpenStream = {
  response: http.IncomingMessage;
  /** Everything that came, as it came. */
  received: () => string;
  /** The next event from now on, or since the last one taken, that is like this. */
  next: (isWanted: (event: StreamEvent) => boolean) => Promise<StreamEvent>;
  ended: Promise<unknown>;
};

/** A stream of Server-Sent Events as a program reads it; closed after the test. */
export async function openStream(test: TestContext, url: string, secret: string): Promise<OpenStream> {
  const request = http.get(url, { headers: { authorization: `Bearer ${secret}`, accept: 'text/event-stream' } });
  test.after(() => request.destroy());
  const [response]: http.IncomingMessage[] = await once(request, 'response');
  assert.ok(response);
  let text = '';
  let taken = 0;
  let wake = () => {};
  response.setEncoding('utf8');
  response.on('data', chunk => {
    text += chunk;
    wake();
  });
  // The program at the other end may be killed.
  for (const end of [request, response]) end.on('error', () => {});
  const ended = new Promise(resolve => response.once('close', resolve));

  async function next(isWanted: (event: StreamEvent) => boolean): Promise<StreamEvent> {
    for (;;) {
      const events = eventsOf(text);
      const at = events.findIndex((event, index) => index >= taken && isWanted(event));
      taken = at === -1 ? events.length : at + 1;
      const found = events[at];
      if (found) return found;
      await new Promise<void>(resolve => {
        wake = resolve;
      });
    }
  }

  return { response, received: () => text, next, ended };
}

/** Those that came whole. */
function eventsOf(text: string): StreamEvent[] {
  const whole = text.slice(0, text.lastIndexOf('\n\n') + 2);
  return whole.split('\n\n').flatMap(block => {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? '';
    return block.includes('event: ') ? [{ event: field('event'), id: field('id'), data: field('data') }] : [];
  });
}
