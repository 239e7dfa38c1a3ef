import assert from 'node:assert/strict';
import request from 'supertest';
import { browser } from './api-client.ts';
import type { TestApp } from './start-app.ts';
import { join, makeWorkshop, type TestPhone, type TestWorkshop, vote, withSecret } from './workshop-client.ts';

/** A workshop with its cockpit in the browser of whoever started the program. */
export async function openCockpit(app: TestApp, overrides: object = {}) {
  const workshop = await makeWorkshop(app, overrides);
  const agent = await browser(app);
  const address = `/workshops/${workshop.id}`;
  const state = async () =>
    (await withSecret(app, workshop.keys.facilitator).get(`/api/v1${address}`).expect(200)).body;
  const page = async (path = '') => (await agent.get(`${address}${path}`).expect(200)).text;
  /** Sends a command as the page's form does, on the revision that the page shows. */
  const send = async (fields: Record<string, string>) =>
    agent
      .post(`${address}/commands`)
      .type('form')
      .send({ expectedRev: revisionIn(await page()), ...fields });
  return {
    ...{ workshop, agent, address, state, page, send },
    /** Bare commands, one after another; each leads back to the cockpit. */
    press: async (...commands: (string | Record<string, string>)[]) => {
      for (const command of commands) {
        const response = await send(typeof command === 'string' ? { command } : command);
        assert.equal(response.status, 303, `${JSON.stringify(command)}: ${textOf(response.text)}`);
      }
    },
  };
}

export function revisionIn(html: string): string {
  const rev = /name="expectedRev" value="(\d+)"/.exec(html)?.[1];
  assert.ok(rev !== undefined, 'the page has no revision');
  return rev;
}

/** A signed-in browser of somebody with a key. */
export async function withKey(app: TestApp, { id }: TestWorkshop, key: string) {
  const agent = request.agent(app.url).set('Origin', app.url);
  await agent.post(`/workshops/${id}/enter`).type('form').send({ key }).expect(303);
  return agent;
}

/** Phones that vote these values on the item, in order; `reasons` by place. */
export async function votesOf(
  app: TestApp,
  workshop: TestWorkshop,
  phones: TestPhone[],
  {
    item,
    round,
    values,
    reasons = {},
  }: { item: string; round: number; values: unknown[]; reasons?: Record<number, string> },
): Promise<void> {
  for (const [index, value] of values.entries()) {
    const phone = phones[index];
    assert.ok(phone);
    const reason = reasons[index];
    await vote(app, workshop, phone, { item, round, value, ...(reason ? { reason } : {}) }).expect(200);
  }
}

export async function joinAll(
  app: TestApp,
  workshop: TestWorkshop,
  count: number,
  body: object = {},
): Promise<TestPhone[]> {
  const phones: TestPhone[] = [];
  for (let index = 0; index < count; index += 1) phones.push(await join(app, workshop, body));
  return phones;
}

/** What a page says, without its tags. */
export function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
