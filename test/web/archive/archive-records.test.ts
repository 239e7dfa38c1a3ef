import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { verifyReport } from '#report/verify-report.ts';
import { workshopMinutesSchema } from '#workshop/minutes.ts';
import { api } from '../../support/api-client.ts';
import { download } from '../../support/download.ts';
import { heldWorkshop, unseenReason } from '../../support/held-workshop.ts';
import { readZip } from '../../support/read-zip.ts';
import { startApp } from '../../support/start-app.ts';
import { command, makeWorkshop } from '../../support/workshop-client.ts';

test('the ZIP of a report has milestones and minutes', async t => {
  const app = await startApp(t, { now: () => new Date('2026-12-01T08:00:00.000Z') });
  const { workshop } = await heldWorkshop(app);
  const id = workshop.assessment;
  for (const name of ['初稿', '送审稿: 二'])
    await api(app).post(`/assessments/${id}/milestones`).type('form').send({ name }).expect(303);
  const records = async (query: string) =>
    readZip(await download(app, `/assessments/${id}/report.zip?parts=milestones,workshops${query}`));
  const zip = await records('&language=both');
  const textOf = (name: string) => zip.get(name)?.content.toString() ?? '';
  const manifest = JSON.parse(textOf('manifest.json'));
  const base = 'workshops/2026-12-01 -b-第一次会商--b-';

  await t.test('each with its hash in the manifest, and named in the index', () => {
    const kinds = manifest.entries.map(({ kind }: { kind: string }) => kind);
    assert.deepEqual(kinds, [
      'milestone:初稿',
      'milestone:送审稿: 二',
      'minutes-json:<b>第一次会商</b>',
      'minutes-html:<b>第一次会商</b>',
      'minutes-html:<b>第一次会商</b>',
      'index',
    ]);
    for (const { path: name, sha256 } of manifest.entries)
      assert.equal(
        createHash('sha256')
          .update(zip.get(name)?.content ?? '')
          .digest('hex'),
        sha256,
        name,
      );
    const index = textOf('index.html');
    assert.match(index, /留存版本“送审稿: 二”，可核对.*会商纪要“&lt;b&gt;第一次会商&lt;\/b&gt;”，网页/s);
  });

  await t.test('a milestone that can be verified by itself', () => {
    const [first = ''] = [...zip.keys()].filter(name => name.startsWith(`milestones/${id}/`));
    assert.deepEqual(verifyReport(JSON.parse(textOf(first))).differences, []);
  });

  await t.test(
    'minutes as the API gives them, and as a page in each language that loads and runs nothing',
    async () => {
      const minutes = JSON.parse(textOf(`${base}.json`));
      assert.deepEqual(minutes, (await api(app).get(`/api/v1/workshops/${workshop.id}/minutes`)).body);
      assert.ok(workshopMinutesSchema.safeParse(minutes).success);
      assert.match(textOf(`${base}.zh-CN.html`), /已作废（主持人，[\d:]+）：已跳过/);
      for (const [language, map] of [
        ['zh-CN', '分歧图'],
        ['en', 'Disagreement map'],
      ]) {
        const html = textOf(`${base}.${language}.html`);
        assert.match(
          html,
          new RegExp(`<html lang="${language}">.*default-src &#39;none&#39;.*${map}.*看过普查报告`, 's'),
        );
        assert.doesNotMatch(html, /<script|<link|<use|https?:\/\/|<b>第一次|(?:src|href)="\/|style="/);
        const style = /<style>(.*?)<\/style>/s.exec(html)?.[1] ?? '';
        const hash = createHash('sha256').update(style).digest('base64');
        assert.ok(html.replaceAll('&#43;', '+').includes(`sha256-${hash}`));
      }
    },
  );

  await t.test('and nothing of what nobody saw', () => {
    const everything = Buffer.concat(Array.from(zip.values(), ({ content }) => content)).toString();
    for (const secret of [unseenReason, workshop.code, ...Object.values(workshop.keys)])
      assert.ok(!everything.includes(secret), secret);
  });

  await t.test('one that is gone or altered is said, and not put in', async () => {
    const [gone = '', altered = ''] = [...zip.keys()].filter(name => name.startsWith('milestones/'));
    await rm(path.join(app.dataFolder, gone));
    await writeFile(path.join(app.dataFolder, altered), textOf(altered).replace('"value":3', '"value":4'));
    const without = await records('');
    const { failed } = JSON.parse(without.get('manifest.json')?.content.toString() ?? '');
    assert.deepEqual(
      failed.map(({ reason }: { reason: string }) => reason),
      ['milestone-missing', 'milestone-altered'],
    );
    assert.match(without.get('index.html')?.content.toString() ?? '', /与变更记录里的校验值不一致，没有放进来/);
    assert.ok(without.has(`${base}.html`));
  });

  await t.test('minutes of a workshop that is not over say so in their name and in the index', async () => {
    const second = await makeWorkshop(app, { assessment: id, title: '第二次会商' });
    await command(app, second, 'start');
    const growing = await records('&language=zh-CN');
    assert.ok(growing.has('workshops/2026-12-01 第二次会商 未结束.json'), [...growing.keys()].join());
    const { entries } = JSON.parse(growing.get('manifest.json')?.content.toString() ?? '');
    const kinds = entries.map(({ kind }: { kind: string }) => kind);
    assert.ok(kinds.includes('open-minutes-html:第二次会商') && kinds.includes('minutes-html:<b>第一次会商</b>'));
    assert.match(growing.get('index.html')?.content.toString() ?? '', /会商纪要“第二次会商”（会商未结束），网页/);
    assert.ok((await records('&language=en')).has('workshops/2026-12-01 第二次会商 unfinished.html'));
  });

  await t.test('and a ZIP without them has none', async () => {
    const zip = await readZip(await download(app, `/assessments/${id}/report.zip?parts=history`));
    assert.deepEqual(
      [...zip.keys()].filter(name => /^(milestones|workshops)\//.test(name)),
      [],
    );
  });
});
