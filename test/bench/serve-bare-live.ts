import { open } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';

/** The baseline: streams that all get the same kilobyte, and votes that are one append and one fdatasync each; prints its address. */
const handle = await open(process.argv[2] ?? '', 'a');
const streams = new Set<ServerResponse>();
const body = JSON.stringify({ filler: 'x'.repeat(1_000) });
const line = Buffer.alloc(250, 'x');
let rev = 0;
let last: Promise<unknown> = Promise.resolve();

const server = createServer((request, response) => {
  if (request.method === 'GET') return listen(response);
  request.resume().once('end', () => (request.url === '/change' ? change(response) : vote(response)));
}).listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
});

function listen(response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write(': open\n\n');
  streams.add(response);
  response.once('close', () => streams.delete(response));
}

function change(response: ServerResponse): void {
  rev += 1;
  for (const stream of streams) stream.write(`event: state\nid: ${rev}\ndata: ${body}\n\n`);
  answer(response, { rev });
}

function vote(response: ServerResponse): void {
  last = last.then(async () => {
    await handle.write(line);
    await handle.datasync();
    answer(response, {});
  });
}

function answer(response: ServerResponse, given: object): void {
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(given));
}

process.once('SIGTERM', () => process.exit());
