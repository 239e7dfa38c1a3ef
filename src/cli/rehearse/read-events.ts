import type { Readable } from 'node:stream';

export type StreamEvent = { event: string; id: string; data: string };

/** Server-Sent Events as they come. */
export function readEvents(stream: Readable, onEvent: (event: StreamEvent) => void): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    const blocks = (rest + chunk).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) onEvent(eventOf(block));
  });
}

function eventOf(block: string): StreamEvent {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? '';
  return { event: field('event'), id: field('id'), data: field('data') };
}
