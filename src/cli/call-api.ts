import { z } from 'zod';
import type { RunningServer } from '../serve.ts';

const answerSchema = z.looseObject({ id: z.string().default('') });
export type ApiAnswer = z.infer<typeof answerSchema>;

type Call = { method: string; address: string; body: object; rev?: number; ifMatch?: string; secret?: string };

/** A call of the API as anybody makes it, with the start token unless another secret is given. Throws for a refusal. */
export async function callApi(
  server: RunningServer,
  { method, address, body, rev = 0, ifMatch = `"${rev}"`, secret }: Call,
): Promise<ApiAnswer> {
  const { origin, hash } = new URL(server.link);
  const response = await fetch(`${origin}/api/v1${address}`, {
    method,
    headers: {
      Authorization: `Bearer ${secret ?? new URLSearchParams(hash.slice(1)).get('token')}`,
      'Content-Type': 'application/json',
      'If-Match': ifMatch,
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${method} ${address}: ${response.status} ${await response.text()}`);
  return answerSchema.parse(await response.json());
}

/** The ETag of what is read there. Throws for a refusal. */
export async function readTag({ link }: RunningServer, address: string): Promise<string> {
  const { origin, hash } = new URL(link);
  const headers = { Authorization: `Bearer ${new URLSearchParams(hash.slice(1)).get('token')}` };
  const response = await fetch(`${origin}/api/v1${address}`, { headers });
  const tag = response.headers.get('ETag');
  if (!response.ok || tag === null) throw new Error(`GET ${address}: ${response.status}`);
  return tag;
}
