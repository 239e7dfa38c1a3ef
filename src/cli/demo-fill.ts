import type { RunningServer } from '../serve.ts';
import { callApi, readTag } from './call-api.ts';
import type { DemoAnswer } from './demo-answer.ts';

const day = 86_400_000;

type DemoSetup = { city: string; period: string; referenceDate: string; [field: string]: unknown };

/** An assessment that is being filled in: how often each item has been answered so far. */
export type Started = { server: RunningServer; id: string; referenceDate: string; revisions: Map<string, number> };

export async function start(server: RunningServer, setup: DemoSetup): Promise<Started> {
  const { id } = await callApi(server, { method: 'POST', address: '/assessments', body: setup });
  return { server, id, referenceDate: setup.referenceDate, revisions: new Map() };
}

export async function answerAll(
  { server, id, referenceDate, revisions }: Started,
  answers: DemoAnswer[],
): Promise<void> {
  for (const [item, answer] of answers) {
    const rev = revisions.get(item) ?? 0;
    const address = `/assessments/${id}/answers/${item}`;
    await callApi(server, { method: 'PUT', address, body: withDates(item, answer, referenceDate), rev });
    revisions.set(item, rev + 1);
  }
}

/** Confirmed one by one, each the first answer to its item. */
export async function confirmSuggested({ server, id, revisions }: Started, items: string[]): Promise<void> {
  const tag = await readTag(server, `/assessments/${id}/suggestions`);
  const address = `/assessments/${id}/suggestions/confirm`;
  await callApi(server, { method: 'POST', address, body: { items }, ifMatch: tag });
  for (const item of items) revisions.set(item, 1);
}

/** What the API has no address for; a page's form answers with the page to see next. */
export async function postForm(server: RunningServer, address: string, fields: Record<string, string>): Promise<void> {
  const { origin, hash } = new URL(server.link);
  const token = new URLSearchParams(hash.slice(1)).get('token');
  const { status } = await fetch(`${origin}${address}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}` },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
  if (status !== 303) throw new Error(`${address}: ${status}`);
}

/** Records without an id of their own belong to their item alone. */
function withDates(item: string, { evidence, ...answer }: DemoAnswer[1], referenceDate: string) {
  const reference = new Date(referenceDate);
  const dated = evidence?.map(({ ago, validFor, ...record }, index) => ({
    id: `${item}-${index}`,
    ...record,
    ...(ago === undefined ? {} : { date: dayOf(reference, -ago) }),
    ...(ago === undefined || validFor === undefined ? {} : { validUntil: dayOf(reference, validFor - ago) }),
  }));
  return { ...answer, ...(dated ? { evidence: dated } : {}) };
}

export function dayOf(from: Date, days: number): string {
  return new Date(from.getTime() + days * day).toISOString().slice(0, 10);
}
