import path from 'node:path';
import type { TestContext } from 'node:test';
import { demo } from '#src/cli/demo.ts';
import { api, createAssessment, putAnswer } from './api-client.ts';
import type { TestApp } from './start-app.ts';

/** The demo with its fictional city, and the address of every kind of page in it. */
export async function demoApp(test: TestContext): Promise<TestApp & { addresses: () => Promise<string[]> }> {
  const folder = path.join(import.meta.dirname, '../../checklists');
  const server = await demo({ PORT: '0', LOG_LEVEL: 'silent', UPLOADS: 'on' }, folder);
  test.after(() => server.stop());
  const { origin, hash } = new URL(server.link);
  const app = { ...server, url: origin, token: new URLSearchParams(hash.slice(1)).get('token') ?? '', dataFolder: '' };
  return { ...app, addresses: () => addressesOf(app) };
}

async function addressesOf(app: TestApp): Promise<string[]> {
  const { body } = await api(app).get('/api/v1/assessments').expect(200);
  const base = `/assessments/${body[0].id}`;
  const { body: actions } = await api(app).get(`/api/v1${base}/actions`).expect(200);
  const pilot = body.find(({ city, state }: Record<string, string>) => city === '示例新区' && state === 'open');
  const compared = body.map(({ id }: { id: string }) => `id=${id}`);
  const { text } = await api(app).get(`${base}/workshops`).expect(200);
  const [running = '', finished = ''] = [...text.matchAll(/<th scope="row"><a href="(\/workshops\/[^"/]+)/g)].map(
    ([, href]) => href ?? '',
  );
  return [
    ...['/', '/?q=none', '/login', '/checklists', '/checklists/resilient-city', '/assessments/new', '/nothing-here'],
    ...[base, `${base}/setup`, `${base}/areas/lifeline`, `${base}/report`, `${base}/report/summary`],
    ...[`${base}/departments`, `${base}/departments/housing`, `${base}/departments/housing/submission`],
    ...[
      '/compare',
      `/compare?${compared[0]}`,
      `/compare?${compared.slice(0, 2).join('&')}`,
      `/compare?${compared.join('&')}`,
    ],
    `${base}/milestones`,
    ...[
      `${base}/documents`,
      `${base}/version`,
      `/assessments/${pilot.id}/suggestions`,
      '/checklists/flood-season',
      '/checklists/flood-season/1.0.0/ballots',
    ],
    `${base}/items/lifeline-asset-survey/history`,
    ...[`${base}/actions`, `${base}/actions?do=best&budget=100&order=department`, `${base}/actions/new`],
    ...[`${base}/actions/new?item=lifeline-hydrants`, `${base}/actions/${actions[0].id}`],
    ...[`${base}/workshops`, `${base}/workshops/new`, running, `${running}/scribe`, `${running}/screen`],
    ...[finished, `${finished}/minutes`, `${finished}/screen`],
    ...[`${running}/keys`, `${running}/prepare`, `${running}/poster`, `${running}/ballots`, `${running}/enter`],
    ...[`${base}/import`, await addressOfDiff(app, base), '/assessments/import'],
    ...[`${base}/evidence`, `${base}/evidence?q=none`, `${base}/evidence/pipes-ledger`],
    ...(await addressesOfTables(app)),
    ...(await addressesOfEditor(app)),
  ];
}

/** The pages on which a city writes a checklist: a small copy with an area without items and a new lens of its own. */
async function addressesOfEditor(app: TestApp): Promise<string[]> {
  const from = { id: 'street-quick-check', version: '1.0.0' };
  const begun = await api(app)
    .post('/api/v1/checklist-drafts')
    .send({ from, id: 'looked-at', title: { zh: '街道检查表（本市版）' } })
    .expect(201);
  const { areas, lenses } = begun.body.checklist;
  const lens = {
    id: 'gaps',
    title: { zh: '短板' },
    groups: ['a', 'b'].map(id => ({ id, label: { zh: `分组 ${id}` }, tags: [`gaps:${id}`] })),
  };
  const empty = { id: 'empty', code: 'Z', title: { zh: '空的领域' }, weight: 1, items: [] };
  await api(app)
    .put('/api/v1/checklist-drafts/looked-at')
    .set('If-Match', begun.headers.etag ?? '')
    .send({ ...begun.body.checklist, areas: [...areas, empty], lenses: [lens, ...lenses] })
    .expect(200);
  const draft = '/checklist-drafts/looked-at';
  const area = `${draft}/areas/${areas[0].id}`;
  return [
    ...['/new-checklist', '/import-checklist', draft, `${draft}/head/departments`, area],
    ...[`${area}/items/${areas[0].items[0].id}`, `${draft}/lenses/gaps`],
  ];
}

/** What a filled-in sheet would change. */
async function addressOfDiff(app: TestApp, base: string): Promise<string> {
  const sheet = '编号,作答,备注\nA1,不掌握,改过\nA3,4,\nA4,大概,\n';
  const { headers } = await api(app)
    .post(`${base}/import`)
    .attach('file', Buffer.from(sheet), 'answers.csv')
    .expect(303);
  return headers.location ?? '';
}

/** Another assessment, with a table that some departments have filled in. */
async function addressesOfTables(app: TestApp): Promise<string[]> {
  const item = 'onenet-feed-matrix';
  const id = await createAssessment(app, { scope: { areas: ['onenet', 'loop'] } });
  await putAnswer(
    app,
    { id, item },
    { answer: 'scored', value: { emergency: { weather: 3, gas: 0 }, fire: { gas: 1 } } },
  );
  await putAnswer(app, { id, item, rev: 1 }, { answer: 'scored', value: { emergency: { weather: 2, gas: 0 } } });
  const base = `/assessments/${id}`;
  return [
    ...[`${base}/areas/onenet`, `${base}/areas/loop`, `${base}/departments/emergency`],
    `${base}/items/${item}/history`,
    `${base}/items/lifeline-asset-survey/history?a=1&b=2`,
    ...[`${base}/history`, `${base}/history?kind=answered&item=none&from=2026-02-30&hash=0123456789ab`],
  ];
}
