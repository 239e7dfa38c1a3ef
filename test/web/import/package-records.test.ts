import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import request from 'supertest';
import { verifyReport } from '#report/verify-report.ts';
import { zipOf } from '../../exchange/build-zip.ts';
import { api, browser, createAssessment, putAnswer } from '../../support/api-client.ts';
import { heldWorkshop, unseenReason } from '../../support/held-workshop.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';
import { exampleItems } from '../../support/workshop-client.ts';
import { bring, entriesOf, packageOf } from './carry-package.ts';

const [survey = '', plan = ''] = exampleItems;

async function keep(app: TestApp, id: string, name: string): Promise<void> {
  await api(app).post(`/assessments/${id}/milestones`).type('form').send({ name }).expect(303);
}

async function milestonesOf(app: TestApp, id: string): Promise<{ id: string; name: string; sha256: string }[]> {
  const { 'journal.jsonl': journal } = await entriesOf(await packageOf(app, id));
  return (journal ?? Buffer.alloc(0))
    .toString()
    .split('\n')
    .filter(line => line.includes('"milestone-'))
    .map(line => JSON.parse(line).change.milestone);
}

function documentOf(app: TestApp, id: string, milestone: string) {
  return api(app).get(`/assessments/${id}/report.json?milestone=${milestone}`);
}

test('milestones and minutes travel with an assessment', async t => {
  const home = await startApp(t);
  const away = await startApp(t);
  const { workshop, phones } = await heldWorkshop(home);
  const id = workshop.assessment;
  await keep(home, id, '初稿');
  const bytes = await packageOf(home, id);
  const entries = await entriesOf(bytes);
  const [first] = await milestonesOf(home, id);
  assert.ok(first);

  await t.test('and nothing that opens a workshop or tells a vote that nobody saw', () => {
    const everything = Buffer.concat(Object.values(entries)).toString();
    const secrets = [
      ...Object.values(workshop.keys),
      ...Object.values(workshop.keys).map(key => hash('sha256', key, 'base64url')),
      ...phones.flatMap(({ token, seat }) => [token, seat, hash('sha256', token, 'base64url')]),
      workshop.code,
    ];
    for (const secret of secrets) assert.ok(!everything.includes(secret), secret);
    assert.ok(!everything.includes(unseenReason));
    const name = Object.keys(entries).find(entry => entry.startsWith('minutes/')) ?? '';
    const minutes = JSON.parse(entries[name]?.toString() ?? '');
    const hidden = minutes.items.find(({ item }: { item: string }) => item === plan).rounds[0];
    assert.equal(hidden.voted, 6);
    assert.equal(hidden.results, undefined);
  });

  await t.test('and arrive there unchanged, to be downloaded, verified and read', async () => {
    const response = await bring(away, bytes);
    assert.equal(response.status, 201, response.text);
    assert.match(response.text, /留存版本 1 个，与变更记录里的校验值一致.*会商纪要 1 份/s);
    const { body } = await documentOf(away, id, first.id).expect(200);
    assert.deepEqual(body, (await documentOf(home, id, first.id)).body);
    const { sha256, differences } = verifyReport(body);
    assert.deepEqual([sha256, differences], [first.sha256, []]);
    const stored = path.join('milestones', id, `${first.id}.json`);
    assert.deepEqual(
      await readFile(path.join(away.dataFolder, stored)),
      await readFile(path.join(home.dataFolder, stored)),
    );
  });

  await t.test('and the minutes are listed there, shown with their map, and in the report as at home', async () => {
    const agent = await browser(away);
    const { text: list } = await agent.get(`/assessments/${id}/workshops`).expect(200);
    const address = /href="(\/assessments\/[^"]+\/minutes\/[0-9a-f]{64})"/.exec(list)?.[1] ?? '';
    assert.match(list, /随评价包带来的会商纪要.*&lt;b&gt;第一次会商/s);
    const { text } = await agent.get(address).expect(200);
    assert.match(text, /随评价包从别处带来，只读.*分歧图.*看过普查报告/s);
    assert.doesNotMatch(text, /<b>第一次|回到主持页|无人可见/);
    const file = await agent.get(`${address}/minutes.json`).buffer(true).expect(200);
    assert.equal(hash('sha256', file.text), address.split('/').at(-1));
    assert.deepEqual(file.body, (await api(home).get(`/api/v1/workshops/${workshop.id}/minutes`)).body);
    const reports = await Promise.all([home, away].map(app => api(app).get(`/assessments/${id}/report.json`)));
    assert.equal(reports[0]?.body.discussions.length, 1);
    assert.deepEqual(reports[1]?.body.discussions, reports[0]?.body.discussions);
    await agent.get(`/assessments/${id}/minutes/${'0'.repeat(64)}`).expect(404);
  });

  await t.test(
    'and there is a way on: the next package has them too, and going home with it changes nothing',
    async () => {
      const next = await packageOf(away, id);
      const names = Object.keys(await entriesOf(next));
      assert.deepEqual(
        names.filter(name => /^mi/.test(name)).sort(),
        Object.keys(entries)
          .filter(name => /^mi/.test(name))
          .sort(),
      );
      const response = await bring(home, next);
      assert.equal(response.status, 303);
      const { text } = await (await browser(home)).get(response.headers.location ?? '').expect(200);
      assert.match(text, /会商本来就在这里举行/);
      assert.doesNotMatch(text, /name="take"/);
    },
  );

  await t.test('and an altered one is refused with its name, with nothing left behind', async () => {
    const fresh = await startApp(t);
    const milestone = `milestones/${first.id}.json`;
    const minutes = Object.keys(entries).find(name => name.startsWith('minutes/')) ?? '';
    const changed = (name: string, change: (text: string) => string) =>
      zipOf({ ...entries, [name]: Buffer.from(change(entries[name]?.toString() ?? '')) });
    /** With hashes that agree again, as somebody would who knows the format. */
    const forgedMinutes = (change: (text: string) => string) => {
      const { [minutes]: kept, ...rest } = entries;
      const forged = change(kept?.toString() ?? '');
      const [old = ''] = /[0-9a-f]{64}/.exec(minutes) ?? [];
      const sha256 = hash('sha256', forged);
      const manifest = entries['manifest.json']?.toString().replace(old, sha256) ?? '';
      return zipOf({
        ...rest,
        'manifest.json': Buffer.from(manifest),
        [`minutes/${sha256}.json`]: Buffer.from(forged),
      });
    };
    const { [milestone]: _left, ...withoutMilestone } = entries;
    const cases: [Buffer, RegExp][] = [
      [await changed(milestone, text => text.replace('"value":3', '"value":5')), /留存版本“初稿”的内容与变更记录/],
      [await changed(milestone, () => '['.repeat(100_000)), /留存版本“初稿”的内容/],
      [await changed(milestone, () => ''), /留存版本“初稿”的内容/],
      [await zipOf(withoutMilestone), /缺少留存版本“初稿”/],
      [await zipOf({ ...entries, [milestone]: Buffer.alloc(60 * 1024 * 1024) }), /太大/],
      [await changed('manifest.json', text => text.replace('"初稿"', '"别的"')), /没有登记的留存版本“别的”/],
      [
        await changed(minutes, text => text.replace('看过', '没看')),
        /会商纪要“&lt;b&gt;第一次会商&lt;\/b&gt;”不在包里/,
      ],
      [await forgedMinutes(text => text.replace('[0,0,1,4,1,0]', '[0,0,0,0,3,3]')), /items\.0\.rounds\.0\.results/],
      [await forgedMinutes(text => text.replace('[0,0,1,4,1,0]', '[0,0,1,4]')), /items\.0\.rounds\.0\.results/],
      [await forgedMinutes(text => text.replace('"state":"closed"', '"state":"running"')), /会商还没有结束/],
      [await forgedMinutes(text => text.replace(`"assessment":"${id}"`, '"assessment":"other"')), /另一次评价/],
      [await forgedMinutes(text => text.replace('"command":"start"', '"command":"<script>"')), /不认识的操作/],
      [await forgedMinutes(() => '[]'), /不符合规则/],
    ];
    for (const [content, reason] of cases) {
      const response = await bring(fresh, content);
      assert.equal(response.status, 422, String(reason));
      assert.match(response.text, reason);
    }
    assert.deepEqual((await api(fresh).get('/api/v1/assessments')).body, []);
    const left = await readdir(path.join(fresh.dataFolder, 'milestones'), { recursive: true });
    assert.deepEqual(
      left.filter(name => name.endsWith('.json')),
      [],
    );
    assert.deepEqual(await readdir(path.join(fresh.dataFolder, 'minutes')), []);
  });

  await t.test('twice at once it arrives once, and an import that broke off half way goes through again', async () => {
    const fresh = await startApp(t);
    const file = path.join(fresh.dataFolder, 'milestones', id, `${first.id}.json`);
    await mkdir(path.dirname(file));
    await writeFile(file, '{"another":"one"}');
    const refused = await bring(fresh, bytes);
    assert.equal(refused.status, 422);
    assert.match(refused.text, /已有编号相同、内容不同的留存版本“初稿”，没有覆盖/);
    assert.equal(await readFile(file, 'utf8'), '{"another":"one"}');
    await rm(file);
    // In the way of the trail, which comes last.
    const inTheWay = path.join(fresh.dataFolder, 'assessments', `${id}.jsonl`);
    await mkdir(inTheWay);
    const failed = await bring(fresh, bytes);
    assert.ok(failed.status >= 500, `${failed.status}`);
    assert.deepEqual(await readdir(path.dirname(file)), []);
    await rm(inTheWay, { recursive: true });
    await writeFile(file, entries[`milestones/${first.id}.json`] ?? '');
    const both = await Promise.all([bring(fresh, bytes), bring(fresh, bytes)]);
    assert.deepEqual(both.map(({ status }) => status).sort(), [201, 303]);
    await documentOf(fresh, id, first.id).expect(200);
  });

  await t.test('a package of the first format is still read, and says what it does not hold', async () => {
    const fresh = await startApp(t);
    const { milestones: _m, minutes: _n, ...manifest } = JSON.parse(entries['manifest.json']?.toString() ?? '');
    const older = Object.fromEntries(Object.entries(entries).filter(([name]) => !name.startsWith('mi')));
    const response = await bring(
      fresh,
      await zipOf({ ...older, 'manifest.json': Buffer.from(JSON.stringify({ ...manifest, format: 1 })) }),
    );
    assert.equal(response.status, 201, response.text);
    assert.match(response.text, /留存版本 1 个的文件不在包里/);
    const { text } = await (await browser(fresh)).get(`/assessments/${id}/milestones`).expect(200);
    assert.match(text, /文件不在了/);
    // A newer package brings the file that was missing, byte for byte, and no second entry of the history.
    const ticket = (await bring(fresh, bytes)).headers.location ?? '';
    const agent = await browser(fresh);
    await agent.get(ticket).expect(/收下后补回/);
    const take = [`milestone:${first.id}`];
    await agent.post(`${ticket}/records`).type('form').send({ take }).expect(303);
    await agent.get(ticket).expect(/已收下 1 份：初稿/);
    await documentOf(fresh, id, first.id).expect(200);
    assert.equal((await milestonesOf(fresh, id)).length, 1);
  });

  await t.test('nobody has them without the token', async () => {
    await request(home.url).get(`/assessments/${id}/package`).expect(401);
    await request(away.url).post('/assessments/import').attach('file', bytes, 'x.zip').expect(401);
    await request(away.url)
      .get(`/assessments/${id}/minutes/${'0'.repeat(64)}`)
      .expect(401);
  });
});

test('milestones that were kept elsewhere come home with the diff', async t => {
  const home = await startApp(t);
  const away = await startApp(t);
  const id = await createAssessment(home);
  await bring(away, await packageOf(home, id));
  await putAnswer(away, { id, item: survey }, { answer: 'scored', value: 3 });
  await keep(away, id, '外地稿');
  await keep(away, id, '送审稿');
  await keep(home, id, '送审稿');
  await api(home).post(`/assessments/${id}/state`).type('form').send({ state: 'final' }).expect(303);
  const bytes = await packageOf(away, id);
  const [abroad, theirs] = await milestonesOf(away, id);
  const agent = await browser(home);
  const ticket = (await bring(home, bytes)).headers.location ?? '';
  assert.ok(abroad && theirs);

  await t.test('listed beside it, one with a name that is taken as a conflict that cannot be taken', async () => {
    const { text } = await agent.get(ticket).expect(200);
    assert.match(text, new RegExp(`name="take" value="milestone:${abroad.id}" checked`));
    assert.doesNotMatch(text, new RegExp(`value="milestone:${theirs.id}"`));
    assert.match(text, /与它同名或同编号，内容不同，不覆盖/);
    assert.equal((await milestonesOf(home, id)).length, 1);
  });

  await t.test('taken when somebody says so, once, with an entry of the history that names the file', async () => {
    const take = [`milestone:${abroad.id}`, `milestone:${theirs.id}`, 'milestone:../../x', 'minutes:none'];
    const send = () => agent.post(`${ticket}/records`).type('form').send({ take });
    await Promise.all([send().expect(303), send().expect(303)]);
    const { text } = await agent.get(ticket).expect(200);
    assert.match(text, /已收下 1 份：外地稿.*送审稿　与这里的同名或同编号，内容不同/s);
    const kept = await milestonesOf(home, id);
    assert.deepEqual(
      kept.map(({ name }) => name),
      ['送审稿', '外地稿'],
    );
    await agent.get(`/assessments/${id}/history`).expect(/从评价包收下留存版本.*来自文件“示例市\.rencheng\.zip”/s);
    const { body } = await documentOf(home, id, abroad.id).expect(200);
    assert.deepEqual(body, (await documentOf(away, id, abroad.id)).body);
    assert.deepEqual(verifyReport(body).differences, []);
    await agent.get(`/assessments/${id}/milestones`).expect(/从评价包收下，原在别处留存.*依据对方记录的第 2 条变更/s);
  });

  await t.test(
    'and one that is not the file its trail names is refused with its name before anything is shown',
    async () => {
      const entries = await entriesOf(bytes);
      const name = `milestones/${theirs.id}.json`;
      const text = entries[name]?.toString().replace('"value":3', '"value":4') ?? '';
      const response = await bring(home, await zipOf({ ...entries, [name]: Buffer.from(text) }));
      assert.equal(response.status, 422);
      assert.match(response.text, /留存版本“送审稿”的内容/);
    },
  );

  await t.test('and one that was altered on the disk travels as missing, not as something else', async () => {
    await writeFile(path.join(away.dataFolder, 'milestones', id, `${abroad.id}.json`), '{}');
    await rm(path.join(away.dataFolder, 'milestones', id, `${theirs.id}.json`));
    const { 'manifest.json': manifest, ...entries } = await entriesOf(await packageOf(away, id));
    const { milestones } = JSON.parse(manifest?.toString() ?? '');
    assert.deepEqual(
      milestones.map(({ isMissing }: { isMissing: boolean }) => isMissing),
      [true, true],
    );
    assert.deepEqual(
      Object.keys(entries).filter(name => name.startsWith('milestones/')),
      [],
    );
  });

  await t.test('a ticket that is gone or of another assessment takes nothing', async () => {
    await agent.post(`/assessments/${id}/import/none/records`).type('form').send({ take: [] }).expect(410);
    await agent.post(`/assessments/other/import/${ticket.split('/').at(-1)}/records`).expect(410);
  });
});
