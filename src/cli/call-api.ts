import { z } from 'zod';
import type { RunningServer } from '../serve.ts';

const answerSchema = z.looseObject({ id: z.string().default('') });
export type ApiAnswer = z.infer<typeof answerSchema>;

type Call = { method: string; address: string; body: object; rev?: number; secret?: string };

/** A call of the API as anybody makes it, with the start token unless another secret is given. Throws for a refusal. */
export async function callApi(
  server: RunningServer,
  { method, address, body, rev = 0, secret }: Call,
): Promise<ApiAnswer> {
  const { origin, hash } = new URL(server.link);
  const response = await fetch(`${origin}/api/v1${address}`, {
    method,
    headers: {
      Authorization: `Bearer ${secret ?? new URLSearchParams(hash.slice(1)).get('token')}`,
      'Content-Type': 'application/json',
      'If-Match': `"${rev}"`,
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${method} ${address}: ${response.status} ${await response.text()}`);
  return answerSchema.parse(await response.json());
}
