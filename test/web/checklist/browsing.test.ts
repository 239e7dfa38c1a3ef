import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browser } from '../../support/api-client.ts';
import { startApp } from '../../support/start-app.ts';

test('a checklist is read, searched and printed', async t => {
  const app = await startApp(t);
  const agent = await browser(app);
  const codes = (html: string) => [...html.matchAll(/<h2><a href="[^"#]*#([^"]+)"/g)].map(([, code]) => code);
  const search = async (q: string, address = '/checklists/resilient-city') =>
    (await agent.get(address).query({ q }).expect(200)).text;

  await t.test('the document says of every source what was read of it, and which proposals are our own', async () => {
    const { text } = await agent.get('/checklists/resilient-city').expect(200);
    assert.match(text, /<span class="tag">拟<\/span>/);
    assert.match(text, /核到原文全文/);
    assert.match(text, /只核到/);
  });

  await t.test('a search finds the items in which every word stands, and marks the words', async () => {
    const text = await search('消火栓 完好率');
    assert.ok(codes(text).includes('A8'), codes(text).join());
    assert.match(text, /<mark>消火栓<\/mark>/);
    assert.match(text, /<mark>完好率<\/mark>/);
    assert.ok(codes(text).length < codes(await search('消火栓')).length, 'all words, not any');
  });

  await t.test('a search finds English too, without regard to letters and width', async () => {
    assert.ok(codes(await search('HYDRANTS')).includes('A8'));
    assert.ok(codes(await search('ｈｙｄｒａｎｔｓ')).includes('A8'));
    assert.ok(codes(await search('a8')).includes('A8'));
  });

  await t.test('strange queries are only text', async () => {
    for (const query of ['<script>alert(1)</script>', '.*', '(', '\\', '+++', 'x'.repeat(5_000), '[a-', '。']) {
      const text = await search(query);
      assert.ok(!text.includes('<script>alert'), query);
      if (!['(', '。'].includes(query)) assert.deepEqual(codes(text), [], query);
    }
    assert.match(await search('   '), /id="sources"/);
    await agent.get('/checklists/resilient-city?q=a&q=b').expect(200);
    assert.equal((await agent.get('/checklists/none?q=a')).status, 404);
  });

  await t.test('the paper has a box for every level and a line for every figure', async () => {
    const { text } = await agent.get('/checklists/resilient-city/1.0.0/ballots').expect(200);
    const { body } = await agent.get('/api/v1/checklists/resilient-city/1.0.0').expect(200);
    const items: { kind: string }[] = body.areas.flatMap((area: { items: object[] }) => area.items);
    assert.equal(text.match(/class="paper-item"/g)?.length, items.length);
    const boxes = text.match(/class="ballot-box"/g)?.length ?? 0;
    assert.ok(boxes >= items.filter(({ kind }) => kind === 'maturity').length * 6, `${boxes} boxes`);
    assert.match(text, /数值（%）/);
    assert.equal((await agent.get('/checklists/resilient-city/9.9.9/ballots')).status, 404);
  });
});
