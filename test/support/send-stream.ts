import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import type { TestApp } from './start-app.ts';

export type Streamed = {
  status: number | undefined;
  text: string;
  /** How many bytes of the file had been handed over when the answer came. */
  sentBefore: number;
};

type Options = {
  method: string;
  path: string;
  /** Bytes of the file in the form. */
  length: number;
  headers?: Record<string, string>;
  /** Without it the request says how long it is. */
  chunked?: boolean;
};

const piece = Buffer.alloc(64 * 1024, 'a');

/** Sends a form with a file that is made as it goes, as slowly as the other side reads. */
export async function sendStream(
  app: TestApp,
  { method, path, length, headers = {}, chunked }: Options,
): Promise<Streamed> {
  const head = '--edge\r\nContent-Disposition: form-data; name="file"; filename="big.pdf"\r\n\r\n%PDF-1.4\n';
  const end = '\r\n--edge--\r\n';
  const declared = chunked ? {} : { 'Content-Length': String(head.length + length + end.length) };
  const req = request(`${app.url}${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${app.token}`,
      'Content-Type': 'multipart/form-data; boundary=edge',
      ...declared,
      ...headers,
    },
  });
  let sent = 0;
  let answer: Streamed | undefined;
  const answered = once(req, 'response').then(async ([response]) => {
    const sentBefore = sent;
    answer = { status: statusOf(response), text: await textOf(response), sentBefore };
    return answer;
  });
  req.write(head);
  for (; sent < length && !answer; sent += piece.length)
    if (!req.write(piece.subarray(0, Math.min(piece.length, length - sent))))
      await Promise.race([once(req, 'drain'), answered]);
  // Node's client sends no more once it has been answered.
  if (answer) req.destroy();
  else req.end(end);
  return answered;
}

function statusOf(response: IncomingMessage): number | undefined {
  return response.statusCode;
}

async function textOf(response: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of response.setEncoding('utf8')) text += chunk;
  return text;
}
