import assert from 'node:assert/strict';
import type { browser } from './api-client.ts';
import { readForm } from './read-form.ts';

type Agent = Awaited<ReturnType<typeof browser>>;
export type Fields = Record<string, string>;

/** One browser at the editor of one program. */
export function editorOf(agent: Agent) {
  let drafts = 0;
  const fields = async (address: string) => readForm((await agent.get(address).expect(200)).text);
  const send = async (address: string, changes: Fields) =>
    agent
      .post(address)
      .type('form')
      .send({ ...(await fields(address)), ...changes });
  /** An empty draft, or a copy, with its address. */
  async function start(from = ''): Promise<string> {
    drafts += 1;
    const response = await agent
      .post('/new-checklist')
      .type('form')
      .send({ from, 'title.zh': `本市检查表 ${drafts}`, 'title.en': '', id: `own-${drafts}` });
    assert.equal(response.status, 303, response.text);
    return response.headers.location ?? '';
  }
  /** A draft with one area `roads` and one item `lamp` in it. */
  async function startSmall(): Promise<string> {
    const draft = await start();
    await send(`${draft}/new-area`, { id: 'roads', 'title.zh': '道路' }).then(saved);
    await send(`${draft}/areas/roads/new-item`, { id: 'lamp', 'title.zh': '路灯' }).then(saved);
    return draft;
  }
  async function publish(draft: string, changes: Fields = {}) {
    const form = readForm((await agent.get(draft).expect(200)).text);
    return agent
      .post(`${draft}/publish`)
      .type('form')
      .send({ rev: form.rev, version: form.version, ...changes });
  }
  const stored = async (draft: string) => (await agent.get(`${draft}/file/json`).expect(200)).body;
  return { agent, fields, send, start, startSmall, publish, stored };
}

export function saved(response: { status: number; text: string }): void {
  assert.equal(response.status, 303, response.text);
}

/** The text beside a field. */
export function errorAt(html: string, name: string): string | undefined {
  return new RegExp(`id="${name.replaceAll('.', '\\.')}-error">([^<]*)<`).exec(html)?.[1];
}
