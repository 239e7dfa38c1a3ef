import { once } from 'node:events';
import http from 'node:http';

export type Answer = { status: number; headers: http.IncomingHttpHeaders; text: string };

export type Sent = { method: 'GET' | 'POST'; path: string; headers?: Record<string, string>; body?: string };

/** Longer than anybody holds a phone in front of a dead page. */
const patienceMs = 15_000;

/** What one phone has open to the program, and to nothing else: redirects are not followed. */
export class PhoneLine {
  readonly #host: { host: string; port: number };
  readonly #agent = new http.Agent({ keepAlive: true });
  readonly #streams = new Set<http.ClientRequest>();

  /** `origin` as `http://127.0.0.1:3000`. */
  constructor(origin: string) {
    const { hostname, port } = new URL(origin);
    this.#host = { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 80) };
  }

  /** Rejects where nothing answers in time. */
  async send(sent: Sent): Promise<Answer> {
    const request = this.#begin(sent);
    try {
      return await answerTo(request);
    } catch (error) {
      // The program had closed the kept connection just then; a browser does not tell its user of that either.
      if (!request.reusedSocket) throw error;
      return answerTo(this.#begin(sent));
    }
  }

  /** An answer that goes on until one of both sides ends it. */
  async stream(path: string, headers: Record<string, string>): Promise<http.IncomingMessage> {
    // Without an agent: it is a connection of its own, as in a browser.
    const request = http.get({ ...this.#host, path, headers, agent: false });
    this.#streams.add(request);
    request.once('close', () => this.#streams.delete(request));
    return responseTo(request);
  }

  #begin({ method, path, headers = {}, body }: Sent): http.ClientRequest {
    const length = body === undefined ? {} : { 'content-length': `${Buffer.byteLength(body)}` };
    const options = { ...this.#host, method, path, agent: this.#agent, headers: { ...headers, ...length } };
    const request = http.request(options).setTimeout(patienceMs, () => request.destroy(new Error('no answer in time')));
    return request.end(body);
  }

  /** Everything at once and without a word, as when a phone is switched off. */
  cut(): void {
    for (const request of this.#streams) request.destroy();
    this.#agent.destroy();
  }
}

async function responseTo(request: http.ClientRequest): Promise<http.IncomingMessage> {
  const [response]: http.IncomingMessage[] = await once(request, 'response');
  if (!response) throw new Error('no answer');
  // Either side may cut it off afterwards; whoever reads is told by `close`.
  for (const end of [request, response]) end.on('error', () => undefined);
  return response;
}

async function answerTo(request: http.ClientRequest): Promise<Answer> {
  const response = await responseTo(request);
  return { status: response.statusCode ?? 0, headers: response.headers, text: await textOf(response) };
}

async function textOf(response: http.IncomingMessage): Promise<string> {
  response.setEncoding('utf8');
  let text = '';
  for await (const chunk of response) text += chunk;
  return text;
}
