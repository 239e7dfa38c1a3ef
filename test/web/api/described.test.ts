import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { exampleSetup } from '../../support/api-client.ts';
import { buildArea, buildChecklist, buildItem } from '../../support/build-checklist.ts';
import { describedApi } from '../../support/described-api.ts';
import { startApp } from '../../support/start-app.ts';
import { exampleItems } from '../../support/workshop-client.ts';

const item = 'lifeline-asset-survey';
const record = { id: 'r1', kind: 'document', title: '普查报告', date: '2026-03-01' };
const action = { item, target: 5, evidence: ['audit'], measure: '全部查明' };
const scored = { answer: 'scored', value: 3, evidence: [record] };

const revSchema = z.looseObject({ rev: z.int() });

type Sent = {
  params?: Record<string, string>;
  query?: string;
  json?: unknown;
  form?: FormData;
  headers?: Record<string, string>;
  /** Instead of the start token. */
  token?: string;
  /** Of the right answer; 200 unless another. */
  status?: number;
  /** Where a stranger may come in as well. */
  isOpen?: boolean;
};

/** Every operation once right and in every wrong way that fits it: what comes is what `openapi.json` describes. */
test('every operation answers as it is described, right and wrong', async t => {
  const app = await startApp(t, { uploads: true });
  const root = `${app.url}/api/v1`;
  const described = describedApi(await (await fetch(`${root}/openapi.json`, bearer(app.token))).json());
  const visited = new Set<string>();

  async function send(operation: string, sent: Sent): Promise<Response> {
    const [method = '', path = ''] = operation.split(' ');
    const address = path.replace(/\{(\w+)\}/g, (_whole, name) => sent.params?.[name] ?? '');
    const body = sent.form ?? (sent.json === undefined ? null : JSON.stringify(sent.json));
    const type = sent.json === undefined ? {} : { 'content-type': 'application/json' };
    const token = sent.token === undefined ? app.token : sent.token;
    const headers = { ...(token === '' ? {} : bearer(token).headers), ...type, ...sent.headers };
    return fetch(`${root}${address}${sent.query ?? ''}`, { method, body, headers });
  }

  async function refused(operation: string, sent: Sent, status: number): Promise<void> {
    const response = await send(operation, sent);
    await described.check(operation, response);
    assert.equal(response.status, status, `${operation} ${JSON.stringify(sent)}`);
  }

  /** The wrong ways first: none of them may change what the right one then finds. */
  async function walk(operation: string, sent: Sent = {}) {
    visited.add(operation);
    if (!sent.isOpen) await refused(operation, { ...sent, token: '' }, 401);
    for (const name of Object.keys(sent.params ?? {}))
      await refused(operation, { ...sent, params: { ...sent.params, [name]: 'nothing-like-it' } }, 404);
    const { 'If-Match': mark, ...others } = sent.headers ?? {};
    if (mark !== undefined) {
      await refused(operation, { ...sent, headers: others }, 428);
      await refused(operation, { ...sent, headers: { ...others, 'If-Match': 'W/"1"' } }, 400);
      const stale = mark.replace(/[0-9a-f]+/, digits => (digits.length < 16 ? '999' : '0'.repeat(digits.length)));
      await refused(operation, { ...sent, headers: { ...others, 'If-Match': stale } }, 412);
    }
    if (sent.json !== undefined) {
      await refused(operation, { ...sent, json: { nothing: 'like it' } }, 422);
      const unread = { method: operation.split(' ')[0] ?? '', body: '{' };
      const address = operation
        .slice(unread.method.length + 1)
        .replace(/\{(\w+)\}/g, (_all, key) => sent.params?.[key] ?? '');
      const authorization = sent.token === '' ? {} : bearer(sent.token ?? app.token).headers;
      const headers = { ...authorization, 'content-type': 'application/json', ...sent.headers };
      const broken = await fetch(`${root}${address}`, { ...unread, headers });
      await described.check(operation, broken);
      assert.ok([400, 422].includes(broken.status), `${operation} ${broken.status}`);
    }
    const response = await send(operation, sent);
    const etag = response.headers.get('etag') ?? '';
    const body = await described.check(operation, response);
    assert.equal(response.status, sent.status ?? 200, operation);
    return { body: JSON.parse(JSON.stringify(body ?? null)), etag, response };
  }

  await walk('GET /checklist.schema.json');
  await walk('GET /report.schema.json');
  await walk('GET /openapi.json');
  await walk('GET /checklists');
  await walk('GET /checklists/{id}', { params: { id: 'resilient-city' } });
  const { body: flood } = await walk('GET /checklists/{id}/{version}', {
    params: { id: 'flood-season', version: '1.0.0' },
  });
  await walk('POST /score', { json: { checklist: flood, answers: {}, referenceDate: '2026-11-30' } });

  await t.test('checklists that the city writes', async () => {
    const first = buildChecklist({ id: 'mine', areas: [buildArea('a', { items: [buildItem('a1')] })] });
    const second = buildChecklist({
      id: 'mine',
      areas: [buildArea('a', { items: [buildItem('a1'), buildItem('a2')] })],
    });
    const params = { id: 'mine' };
    const begun = await walk('POST /checklist-drafts', { json: { id: 'mine', title: { zh: '本市' } }, status: 201 });
    await walk('GET /checklist-drafts');
    await walk('GET /checklist-drafts/{id}', { params });
    const put = { params, json: first, headers: { 'If-Match': begun.etag } };
    const { etag } = await walk('PUT /checklist-drafts/{id}', put);
    const publish = { params, json: {}, headers: { 'If-Match': etag } };
    const once = await send('POST /checklist-drafts/{id}/publish', publish);
    await described.check('POST /checklist-drafts/{id}/publish', once);
    await refused('POST /checklist-drafts/{id}/publish', publish, 409);
    await refused('PUT /checklist-drafts/{id}', put, 409);
    await refused('DELETE /checklist-drafts/{id}', { params, headers: { 'If-Match': etag } }, 409);
    const made = await send('POST /assessments', {
      json: { ...exampleSetup, checklist: params, profile: {}, scope: {} },
    });
    const { id } = await jsonOf(made);
    await refused(
      'POST /assessments/{id}/version',
      {
        params: { id },
        json: { to: '9.9.9' },
        headers: {
          'If-Match': (await send('GET /assessments/{id}/version', { params: { id } })).headers.get('etag') ?? '',
        },
      },
      409,
    );
    const next = await jsonOf(await send('POST /checklist-drafts', { json: { next: 'mine' } }));
    const changed = await send('PUT /checklist-drafts/{id}', {
      ...put,
      json: second,
      headers: { 'If-Match': `"${next.rev}"` },
    });
    await walk('POST /checklist-drafts/{id}/publish', {
      ...publish,
      headers: { 'If-Match': changed.headers.get('etag') ?? '' },
      status: 201,
    });
    const thrown = await send('POST /checklist-drafts', { json: { next: 'mine' } });
    await walk('DELETE /checklist-drafts/{id}', {
      params,
      headers: { 'If-Match': thrown.headers.get('etag') ?? '' },
      status: 204,
    });
    const preview = await walk('GET /assessments/{id}/version', { params: { id } });
    const { to } = preview.body.move;
    const move = { params: { id }, json: { to: to.version, confirm: true }, headers: { 'If-Match': preview.etag } };
    const moved = await walk('POST /assessments/{id}/version', move);
    await walk('POST /assessments/{id}/version/undo', { params: { id }, headers: { 'If-Match': moved.etag } });
  });

  const { body: begun } = await walk('POST /assessments', { json: exampleSetup, status: 201 });
  const id: string = begun.id;
  const params = { id };

  await t.test('an assessment with its answers and evidence', async () => {
    await walk('GET /assessments');
    await walk('GET /assessments/{id}', { params });
    const address = { id, item };
    const put = await walk('PUT /assessments/{id}/answers/{item}', {
      ...{ params: address, json: scored, headers: { 'If-Match': '"0"' } },
    });
    await walk('GET /assessments/{id}/result', { params });
    await walk('GET /assessments/{id}/evidence', { params });
    const one = { id, evidence: 'r1' };
    const read = await walk('GET /assessments/{id}/evidence/{evidence}', { params: one });
    await walk('PUT /assessments/{id}/evidence/{evidence}', {
      ...{ params: one, json: { ...record, title: '普查报告二' }, headers: { 'If-Match': read.etag } },
    });
    const file = (text: string) => {
      const form = new FormData();
      form.append('file', new Blob([text]), '报告.txt');
      return form;
    };
    const filed = '/assessments/{id}/evidence/{evidence}/file';
    await refused(`PUT ${filed}`, { params: one, form: file('第一份') }, 428);
    await refused(`GET ${filed}`, { params: one }, 404);
    const put1 = await walk(`PUT ${filed}`, { params: one, form: file('第一份'), headers: { 'If-None-Match': '*' } });
    const { sha256 } = put1.body.file;
    await walk(`PUT ${filed}`, { params: one, form: file('第二份'), headers: { 'If-Match': `"${sha256}"` } });
    const got = await walk(`GET ${filed}`, { params: one });
    assert.equal(got.body, '第二份');
    const now = await jsonOf(await send('GET /assessments/{id}/evidence/{evidence}', { params: one }));
    await walk(`DELETE ${filed}`, { params: one, headers: { 'If-Match': `"${now.file.sha256}"` } });
    assert.equal(put.etag, '"1"');
    const standing = await jsonOf(await send('GET /assessments/{id}', { params }));
    await walk('DELETE /assessments/{id}/answers/{item}', {
      ...{ params: address, headers: { 'If-Match': `"${standing.answers[item].rev}"` }, status: 204 },
    });
  });

  await t.test('what comes in, and what an earlier assessment suggests', async () => {
    const form = new FormData();
    form.append('file', new Blob([`item,answer,value,note,rev\n${item},scored,4,,2\n`]), 'answers.csv');
    await walk('POST /assessments/{id}/import', { params, form, query: '?dryRun=true' });
    await refused('POST /assessments/{id}/import', { params, form, query: '?dryRun=maybe' }, 422);
    await walk('POST /assessments/{id}/import', { params, form, query: `?items=${item}@3` });
    const later = await send('POST /assessments', { json: { ...exampleSetup, period: '2027 年度', origin: id } });
    const { id: next } = await jsonOf(later);
    await refused('PUT /assessments/{id}/origin', { params: { id: next }, json: { origin: 'nothing-like-it' } }, 422);
    await walk('PUT /assessments/{id}/origin', { params: { id: next }, json: { origin: id } });
    const suggested = await walk('GET /assessments/{id}/suggestions', { params: { id: next } });
    await walk('POST /assessments/{id}/suggestions/confirm', {
      ...{ params: { id: next }, json: { items: [item] }, headers: { 'If-Match': suggested.etag } },
    });
    await refused('GET /compare', { query: `?old=${id}` }, 422);
    await refused('GET /compare', { query: `?old=${id}&new=nothing-like-it` }, 404);
    await walk('GET /compare', { query: `?old=${id}&new=${next}` });
  });

  await t.test('an assessment as one file', async () => {
    const fetched = await send('GET /assessments/{id}/package', { params });
    const bytes = await fetched.clone().blob();
    await described.check('GET /assessments/{id}/package', fetched);
    await walk('GET /assessments/{id}/package', { params });
    const form = new FormData();
    form.append('file', bytes, 'assessment.zip');
    await walk('POST /packages', { form, query: '?items=' });
    const nothing = new FormData();
    nothing.append('file', new Blob(['no package']), 'assessment.zip');
    await refused('POST /packages', { form: nothing }, 422);
  });

  await t.test('the action plan', async () => {
    const made = await walk('POST /assessments/{id}/actions', { params, json: action, status: 201 });
    await walk('GET /assessments/{id}/actions', { params });
    const one = { id, action: made.body.id };
    const base = '/assessments/{id}/actions/{action}';
    const read = await walk(`GET ${base}`, { params: one });
    const changed = await walk(`PUT ${base}`, {
      ...{ params: one, json: { ...action, target: 4 }, headers: { 'If-Match': read.etag } },
    });
    await walk(`POST ${base}/notes`, { params: one, json: { on: '2026-11-30', text: '已开工' } });
    await walk('POST /assessments/{id}/what-if', { params, json: { actions: [one.action] } });
    const other = await jsonOf(await send('POST /assessments', { json: { ...exampleSetup, period: '2028 年度' } }));
    await walk('POST /assessments/{id}/actions/carry', { params: { id: other.id }, json: { from: id } });
    await walk(`DELETE ${base}`, { params: one, headers: { 'If-Match': changed.etag }, status: 204 });
  });

  await t.test('a workshop', async () => {
    const [asked = ''] = exampleItems;
    const wanted = { assessment: id, title: '示例会商', items: exampleItems, mode: 'anonymous' };
    const { body: made } = await walk('POST /workshops', { json: wanted, status: 201 });
    const room = { id: made.id };
    let rev = (await walk('GET /workshops/{id}', { params: room })).body.rev;
    const give = async (command: object) => {
      const done = await send('POST /workshops/{id}/commands', {
        params: room,
        json: { expectedRev: rev, ...command },
      });
      assert.equal(done.status, 200, JSON.stringify(command));
      rev = revSchema.parse(await described.check('POST /workshops/{id}/commands', done)).rev;
    };
    await refused(
      'POST /workshops/{id}/commands',
      { params: room, json: { command: 'reveal', expectedRev: rev } },
      409,
    );
    rev = (await walk('POST /workshops/{id}/commands', { params: room, json: { command: 'start', expectedRev: rev } }))
      .body.rev;
    await refused(
      'POST /workshops/{id}/commands',
      { params: room, json: { command: 'lock', expectedRev: rev - 1 } },
      409,
    );
    const entry = { code: made.code };
    const { body: seat } = await walk('POST /w/{code}/join', {
      params: entry,
      json: {},
      token: '',
      isOpen: true,
      status: 201,
    });
    const again = { params: entry, json: { seat: seat.seat }, token: '', isOpen: true };
    const { body: mine } = await walk('POST /w/{code}/rejoin', again);
    const token: string = mine.participant;
    await walk('GET /w/{code}/state', { params: entry, token });
    const events = await walk('GET /w/{code}/events', { params: entry, token });
    await events.response.body?.cancel();
    const vote = { item: asked, round: 1, value: 3 };
    await refused('POST /w/{code}/votes', { params: entry, json: vote, token }, 409);
    await give({ command: 'brief', item: asked });
    await give({ command: 'open' });
    await walk('POST /w/{code}/votes', { params: entry, json: vote, token });
    // As many as a room has, so that the median is recorded without further ado.
    for (let more = 0; more < 4; more += 1) {
      const taken = await jsonOf(await send('POST /w/{code}/join', { params: entry, json: {}, token: '' }));
      await send('POST /w/{code}/votes', { params: entry, json: vote, token: taken.participant });
    }
    await refused('POST /w/{code}/votes', { params: entry, json: vote, token: made.facilitatorKey }, 403);
    await walk('POST /w/{code}/questions', { params: entry, json: { text: '数据从哪里来？' }, token });
    await refused('POST /w/{code}/objections', { params: entry, json: { item: asked, canLive: true }, token }, 409);
    await give({ command: 'close' });
    await give({ command: 'reveal' });
    await give({ command: 'record' });
    await walk('POST /w/{code}/objections', { params: entry, json: { item: asked, canLive: true }, token });
    await walk('GET /workshops/{id}/minutes', { params: room });
    const { rev: now } = await jsonOf(await send('GET /workshops/{id}', { params: room }));
    const lost = { params: room, json: { role: 'scribe', expectedRev: now } };
    await refused(
      'POST /workshops/{id}/keys',
      { ...lost, json: { ...lost.json, role: 'facilitator' }, token: made.facilitatorKey },
      403,
    );
    await refused('POST /workshops/{id}/keys', { ...lost, json: { ...lost.json, expectedRev: now - 1 } }, 409);
    await walk('POST /workshops/{id}/keys', { ...lost, status: 201 });
    await refused('GET /workshops/{id}/minutes', { params: room, token: made.projectorKey }, 403);
  });

  assert.ok(described.operations.length > 40, `${described.operations.length} operations`);
  assert.deepEqual(
    described.operations.filter(operation => !visited.has(operation)),
    [],
  );
});

function bearer(token: string) {
  return { headers: { authorization: `Bearer ${token}` } };
}

async function jsonOf(response: Response) {
  return JSON.parse(await response.text());
}
