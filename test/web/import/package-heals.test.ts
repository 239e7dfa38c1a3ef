import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { api, browser } from '../../support/api-client.ts';
import { download } from '../../support/download.ts';
import { heldWorkshop } from '../../support/held-workshop.ts';
import { readZip } from '../../support/read-zip.ts';
import { startApp } from '../../support/start-app.ts';
import { bring, entriesOf, packageOf } from './carry-package.ts';

/** One character is another: the size stays. */
async function alter(file: string): Promise<string> {
  const content = await readFile(file, 'utf8');
  await writeFile(file, content.replace('"value":3', '"value":4'));
  assert.notEqual(await readFile(file, 'utf8'), content);
  return content;
}

test('what was altered on the disk comes back with the package that had it', async t => {
  const home = await startApp(t);
  const away = await startApp(t);
  const { workshop } = await heldWorkshop(home);
  const id = workshop.assessment;
  await api(home).post(`/assessments/${id}/milestones`).type('form').send({ name: '初稿' }).expect(303);
  const bytes = await packageOf(home, id);
  assert.equal((await bring(away, bytes)).status, 201);
  const agent = await browser(away);
  const folder = (kind: string) => path.join(away.dataFolder, kind, id);
  const [minutesName = ''] = await readdir(folder('minutes'));
  const [milestoneName = ''] = await readdir(folder('milestones'));
  const sha256 = path.basename(minutesName, '.json');
  const milestone = path.basename(milestoneName, '.json');
  const minutesFile = path.join(folder('minutes'), minutesName);
  const milestoneFile = path.join(folder('milestones'), milestoneName);
  const whole = [await alter(minutesFile), await alter(milestoneFile)];
  const take = (what: string) =>
    api(away)
      .post(`/api/v1/packages?take=${encodeURIComponent(what)}`)
      .attach('file', bytes, '示例市.rencheng.zip')
      .expect(200);

  await t.test(
    'minutes are said to be altered where they are asked for, and named as missing where they were',
    async () => {
      const page = await agent.get(`/assessments/${id}/minutes/${sha256}`).expect(410);
      assert.match(page.text, /会商纪要的文件被改过/);
      await agent.get(`/assessments/${id}/minutes/${'0'.repeat(64)}`).expect(404);
      await agent.get(`/assessments/${id}/workshops`).expect(/这份纪要的文件被改过或不在了/);
      const zip = await readZip(await download(away, `/assessments/${id}/report.zip?parts=workshops`));
      const { failed } = JSON.parse(zip.get('manifest.json')?.content.toString() ?? '');
      assert.deepEqual(failed, [
        { path: `workshops/${sha256}.json`, kind: `minutes-json:${sha256.slice(0, 12)}`, reason: 'minutes-altered' },
      ]);
      assert.match(zip.get('index.html')?.content.toString() ?? '', /文件与带来时的校验值不一致/);
      const packed = await packageOf(away, id);
      const manifest = JSON.parse((await entriesOf(packed))['manifest.json']?.toString() ?? '');
      assert.deepEqual([manifest.minutes, manifest.missingMinutes], [[], [sha256]]);
      assert.equal((await bring(await startApp(t), packed)).status, 201, 'such a package is read');
    },
  );

  await t.test('both can be ticked on the page of the same package', async () => {
    const { headers } = await bring(away, bytes);
    const { text } = await agent.get(headers.location ?? '').expect(200);
    assert.match(text, new RegExp(`value="milestone:${milestone}".*文件不在了或被改过`, 's'));
    assert.match(text, new RegExp(`value="minutes:${sha256}".*文件不在了或被改过`, 's'));
  });

  await t.test('and taken they are as they were, with what was in their place beside them', async () => {
    const { body } = await take(`milestone:${milestone},minutes:${sha256}`);
    assert.deepEqual(body.records, { taken: ['初稿', '<b>第一次会商</b>'], notTaken: [] });
    assert.deepEqual([await readFile(minutesFile, 'utf8'), await readFile(milestoneFile, 'utf8')], whole);
    for (const kind of ['minutes', 'milestones']) assert.equal((await readdir(folder(kind))).length, 2, kind);
    await agent.get(`/assessments/${id}/minutes/${sha256}`).expect(200);
    await agent.get(`/assessments/${id}/report?milestone=${milestone}`).expect(200);
    const { body: again } = await take(`minutes:${sha256}`);
    assert.equal(again.minutes[0].now, 'same');
  });

  await t.test('what was asked for and is not in the package is told, each once', async () => {
    const wrong = ['milestone:zzz', 'action:zzz@0', 'action:zzz', 'file:zzz@none', 'notes:zzz', 'zzz', '__proto__'];
    const { body } = await take([...wrong, 'zzz', `minutes:${sha256}`].join(','));
    assert.deepEqual(body.records, {
      taken: ['<b>第一次会商</b>'],
      notTaken: wrong.map(name => ({ name, reason: 'not-offered' })),
    });
    const { headers } = await bring(away, bytes);
    const address = headers.location ?? '';
    await agent.post(`${address}/records`).type('form').send({ take: '<i>zzz' }).expect(303);
    await agent.get(address).expect(/&lt;i&gt;zzz.*包里没有这一份，或者这里已有同样的/s);
  });
});
