import { randomInt } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Viewer } from '#workshop/snapshot-for.ts';

/** What waits in the socket of a reader before frames are skipped for it. */
const mostWaitingBytes = 64 * 1024;
const heartbeatsUntilDropped = 2;

export type LiveFrame = { event: 'state'; rev: number; body: string } | { event: 'trouble' | 'gone'; body: string };

/** One open stream of Server-Sent Events. Frames hold whole states, so a slow reader may miss some. */
export class LiveStream {
  readonly viewer: Viewer;
  readonly #response: ServerResponse;
  readonly #onDrain: () => void;
  #isBehind = false;
  #silentHeartbeats = 0;
  #last = '';

  constructor(response: ServerResponse, viewer: Viewer, onDrain: () => void) {
    this.viewer = viewer;
    this.#response = response;
    this.#onDrain = onDrain;
    // So that a room does not come back all at once.
    response.write(`retry: ${1_000 + randomInt(3_000)}\n\n`);
  }

  /** Nothing for a reader that is behind: it gets the newest state once its socket is empty again. */
  send(frame: LiveFrame): void {
    if (frame.event === 'state' && frame.body === this.#last) return;
    if (this.#response.writableLength > mostWaitingBytes) return this.#fallBehind();
    if (frame.event === 'state') this.#last = frame.body;
    this.#response.write(textOf(frame));
  }

  /** A reader that stays behind is dropped: a phone opens the stream again when it wakes. */
  beat(): void {
    this.#silentHeartbeats = this.#isBehind ? this.#silentHeartbeats + 1 : 0;
    if (this.#silentHeartbeats >= heartbeatsUntilDropped) this.#response.destroy();
    else if (!this.#isBehind)
      // A comment would do for the line; the event is for pages, which cannot hear comments.
      this.#response.write('event: beat\ndata: {}\n\n');
  }

  end(): void {
    this.#response.end();
  }

  #fallBehind(): void {
    if (this.#isBehind) return;
    this.#isBehind = true;
    this.#response.once('drain', () => {
      this.#isBehind = false;
      this.#onDrain();
    });
  }
}

function textOf(frame: LiveFrame): string {
  const id = frame.event === 'state' ? `id: ${frame.rev}\n` : '';
  return `event: ${frame.event}\n${id}data: ${frame.body}\n\n`;
}
