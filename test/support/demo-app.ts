import path from 'node:path';
import type { TestContext } from 'node:test';
import { demo } from '#src/cli/demo.ts';
import { api } from './api-client.ts';
import type { TestApp } from './start-app.ts';

/** The demo with its fictional city, and the address of every kind of page in it. */
export async function demoApp(test: TestContext): Promise<TestApp & { addresses: () => Promise<string[]> }> {
  const folder = path.join(import.meta.dirname, '../../checklists');
  const server = await demo({ PORT: '0', LOG_LEVEL: 'silent' }, folder);
  test.after(() => server.stop());
  const { origin, hash } = new URL(server.link);
  const app = { ...server, url: origin, token: new URLSearchParams(hash.slice(1)).get('token') ?? '', dataFolder: '' };
  return { ...app, addresses: () => addressesOf(app) };
}

async function addressesOf(app: TestApp): Promise<string[]> {
  const { body } = await api(app).get('/api/v1/assessments').expect(200);
  const base = `/assessments/${body[0].id}`;
  const { text } = await api(app).get(`${base}/workshops`).expect(200);
  const [running = '', finished = ''] = [...text.matchAll(/<th scope="row"><a href="(\/workshops\/[^"/]+)/g)].map(
    ([, href]) => href ?? '',
  );
  return [
    ...['/', '/?q=none', '/login', '/checklists', '/checklists/resilient-city', '/assessments/new', '/nothing-here'],
    ...[base, `${base}/setup`, `${base}/areas/lifeline`, `${base}/report`],
    `${base}/items/lifeline-asset-survey/history`,
    ...[`${base}/workshops`, `${base}/workshops/new`, running, `${running}/scribe`, `${running}/screen`],
    ...[finished, `${finished}/minutes`, `${finished}/screen`],
    ...[`${running}/prepare`, `${running}/poster`, `${running}/ballots`, `${running}/enter`],
  ];
}
