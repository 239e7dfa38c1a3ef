import type { Response } from 'supertest';
import type { browser } from './api-client.ts';

/** Brings a checklist in as a file and follows the page that tells how far it is; gives what came of it: 303 to the draft, or the refusal. */
export async function bringIn(
  agent: Awaited<ReturnType<typeof browser>>,
  content: string | Buffer,
  name: string,
): Promise<Response> {
  const sent = await agent.post('/import-checklist').attach('file', Buffer.from(content), name);
  const { location = '' } = sent.headers;
  if (!location.startsWith('/import-checklist/')) return sent;
  let seen: Response;
  do seen = await agent.get(location);
  while (seen.status === 200);
  return seen;
}
