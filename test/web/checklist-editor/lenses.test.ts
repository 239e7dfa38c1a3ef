import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browser } from '../../support/api-client.ts';
import { editorOf, errorAt, saved } from '../../support/checklist-editor.ts';
import { readForm } from '../../support/read-form.ts';
import { startApp } from '../../support/start-app.ts';

test('a city writes lenses and says which items are in them', async t => {
  const app = await startApp(t);
  const { agent, fields, send, start, startSmall, stored } = editorOf(await browser(app));
  const gap = { 'title.zh': '短板', 'groups.0.label.zh': '统筹', 'groups.1.label.zh': '风险', 'groups.1.id': 'risk' };

  await t.test('saving each lens of the main checklist untouched changes nothing', async () => {
    const draft = await start('resilient-city/1.0.0');
    const before = await stored(draft);
    assert.ok(before.lenses.length >= 6);
    for (const { id } of before.lenses) saved(await send(`${draft}/lenses/${id}`, {}));
    assert.deepEqual(await stored(draft), before);
    const boxes = (await agent.get(`${draft}/areas/lifeline/items/lifeline-asset-survey`).expect(200)).text;
    const ids = [...boxes.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    assert.deepEqual([...new Set(ids)], ids, 'a tag that two lenses share has one box');
    assert.match(boxes, /空间韧性与前面的视角共用/);
  });

  await t.test('a lens is added, and its groups are boxes on the form of an item', async () => {
    const draft = await startSmall();
    saved(await send(`${draft}/new-lens?kind=groups`, gap));
    const [lens] = (await stored(draft)).lenses;
    assert.deepEqual(lens, {
      id: 'lens-1',
      title: { zh: '短板' },
      groups: [
        { id: 'group-1', label: { zh: '统筹' }, tags: ['lens-1:group-1'] },
        { id: 'risk', label: { zh: '风险' }, tags: ['lens-1:risk'] },
      ],
    });
    const item = `${draft}/areas/roads/items/lamp`;
    assert.match((await agent.get(item)).text, /name="tags\.lens-1:risk" value="on"> 风险/);
    saved(await send(item, { 'tags.lens-1:risk': 'on' }));
    assert.deepEqual((await stored(draft)).areas[0].items[0].tags, ['lens-1:risk']);
    assert.match((await agent.get(draft)).text, new RegExp(`href="${draft}/lenses/lens-1">短板</a>`));
  });

  await t.test('groups move and go with a button, and stay themselves when they are renamed', async () => {
    const draft = await startSmall();
    saved(await send(`${draft}/new-lens`, gap));
    const lens = `${draft}/lenses/lens-1`;
    const moved = await send(lens, { row: 'groups.1.up', 'groups.2.label.zh': '新的' });
    assert.equal(moved.status, 200);
    const labels = (form: Record<string, string>) => [0, 1, 2].map(index => form[`groups.${index}.label.zh`]);
    assert.deepEqual(labels(readForm(moved.text)), ['风险', '统筹', '新的']);
    assert.equal((await stored(draft)).lenses[0].groups[0].id, 'group-1', 'not saved yet');
    const dropped = await agent
      .post(lens)
      .type('form')
      .send({ ...readForm(moved.text), row: 'groups.1.drop' });
    const form = readForm(dropped.text);
    assert.deepEqual(labels(form).slice(0, 2), ['风险', '新的']);
    saved(
      await agent
        .post(lens)
        .type('form')
        .send({ ...form, 'groups.0.id': 'risks', 'groups.0.label.zh': '风险（改）' }),
    );
    assert.deepEqual((await stored(draft)).lenses[0].groups, [
      { id: 'risks', label: { zh: '风险（改）' }, tags: ['lens-1:risk'] },
      { id: 'group-1', label: { zh: '新的' }, tags: ['lens-1:group-1-2'] },
    ]);
    for (const row of ['groups.0.up', 'title.0.up', 'groups.x.up', '__proto__.0.drop', 'groups.999.down'])
      assert.equal((await send(lens, { row })).status, 200, row);
  });

  await t.test('a group in use says where, and goes with the tags of the items once that is confirmed', async () => {
    const draft = await startSmall();
    saved(await send(`${draft}/new-lens`, gap));
    const item = `${draft}/areas/roads/items/lamp`;
    saved(await send(item, { 'tags.lens-1:risk': 'on', 'tags.lens-1:group-1': 'on' }));
    const lens = `${draft}/lenses/lens-1`;
    const asked = await send(lens, { 'groups.1.label.zh': '', 'groups.1.id': '' });
    assert.equal(asked.status, 422);
    assert.match(asked.text, /<strong>风险<\/strong> <span>归入的检查项：A1<\/span>/);
    assert.equal((await stored(draft)).lenses[0].groups.length, 2);
    saved(
      await agent
        .post(lens)
        .type('form')
        .send({ ...readForm(asked.text), confirmed: '1' }),
    );
    const after = await stored(draft);
    assert.equal(after.lenses[0].groups.length, 1);
    assert.deepEqual(after.areas[0].items[0].tags, ['lens-1:group-1']);
    const { seen = '' } = await fields(lens);
    const remove = (sent: object) => agent.post(`${lens}/remove`).type('form').send(sent);
    const whole = await remove({ seen });
    assert.equal(whole.status, 422);
    assert.match(whole.text, /统筹<\/strong> <span>归入的检查项：A1/);
    assert.match(whole.text, /form="remove" name="confirmed"/);
    saved(await remove({ seen, confirmed: '1' }));
    assert.deepEqual((await stored(draft)).lenses, []);
    assert.equal((await remove({ seen })).status, 303, 'gone as somebody wanted it');
    assert.equal((await remove({})).status, 404);
  });

  await t.test('what pictures show is said, and goes only once that is confirmed', async () => {
    const draft = await start('resilient-city/1.0.0');
    const { areas, lenses } = await stored(draft);
    const pictured = lenses.findIndex((one: { groups?: { picture?: object }[] }) => one.groups?.some(g => g.picture));
    const { id: lensId, groups } = lenses[pictured];
    const index = groups.findIndex(({ picture }: { picture?: { kind: string } }) => picture?.kind === 'chain');
    const { label, picture } = groups[index];
    const named: string = picture.rows[0].cells[0].item;
    const places = picture.rows.flatMap(({ cells }: { cells: { item: string }[] }) => cells);
    const own = places.filter(({ item }: { item: string }) => item === named).length;
    const lens = `${draft}/lenses/${lensId}`;
    const lensPage = (await agent.get(lens).expect(200)).text;
    assert.ok(
      lensPage.includes(`有图的分组：`) && lensPage.includes(`${label.zh}（图“${picture.title.zh}”）`),
      lensPage,
    );
    assert.match(lensPage, /分组的图一起删去/);
    const asked = await send(lens, { [`groups.${index}.label.zh`]: '', ...emptyRow(index) });
    assert.equal(asked.status, 422);
    assert.ok(
      asked.text.includes(`图“${picture.title.zh}”</strong> <span>全部 ${places.length} 处，整幅图不再有</span>`),
    );
    const area = areas.find(({ items }: { items: { id: string }[] }) => items.some(({ id }) => id === named));
    const item = `${draft}/areas/${area.id}/items/${named}`;
    const itemPage = (await agent.get(item).expect(200)).text;
    assert.ok(itemPage.includes(`图“${picture.title.zh}”`) && itemPage.includes('中有本项，会一起去掉'), itemPage);
    const { seen = '' } = readForm(itemPage);
    const removed = await agent.post(`${item}/remove`).type('form').send({ seen });
    assert.equal(removed.status, 422);
    assert.ok(removed.text.includes(`<span>去掉 ${own} 处，还剩 ${places.length - own} 处</span>`), removed.text);
    assert.deepEqual((await stored(draft)).lenses, lenses, 'nothing is gone before');
    saved(await agent.post(`${item}/remove`).type('form').send({ seen, confirmed: '1' }));
    const after = (await stored(draft)).lenses[pictured].groups[index].picture;
    assert.equal(after.rows.flatMap(({ cells }: { cells: object[] }) => cells).length, places.length - own);
  });

  await t.test('a crossed lens follows the ids of its sides, and a side of it stays', async () => {
    const draft = await startSmall();
    saved(await send(`${draft}/new-lens`, { ...gap, id: 'a' }));
    saved(await send(`${draft}/new-lens`, { ...gap, id: 'b', 'title.zh': '环节' }));
    saved(await send(`${draft}/new-lens?kind=crossed`, { 'title.zh': '矩阵', rows: 'a', columns: 'b', id: 'x' }));
    saved(await send(`${draft}/lenses/a`, { id: 'hazards', position: '3' }));
    const { lenses } = await stored(draft);
    assert.deepEqual(
      lenses.map(({ id }: { id: string }) => id),
      ['b', 'x', 'hazards'],
    );
    assert.deepEqual(lenses[1], { id: 'x', title: { zh: '矩阵' }, rows: 'hazards', columns: 'b' });
    const side = `${draft}/lenses/hazards`;
    const page = await agent.get(side).expect(200);
    assert.match(page.text, /矩阵由它交叉而成/);
    const { seen = '' } = await fields(side);
    assert.equal((await agent.post(`${side}/remove`).type('form').send({ seen })).status, 412);
  });

  await t.test('faults stand at their fields', async () => {
    const draft = await startSmall();
    saved(await send(`${draft}/new-lens`, gap));
    const cases: [string, Record<string, string>, string, RegExp][] = [
      ['new-lens', { ...gap, 'title.zh': '' }, 'title.zh', /缺少/],
      ['new-lens', { ...gap, id: 'lens-1' }, 'id', /已被别的用了/],
      ['new-lens', { ...gap, id: '../x' }, 'id', /写法不对/],
      ['new-lens', { 'title.zh': '空' }, 'groups.0.label.zh', /缺少|至少/],
      ['new-lens', { ...gap, 'groups.0.id': 'risk' }, 'groups.1.id', /重复/],
      ['new-lens', { ...gap, 'groups.1.label.zh': '' }, 'groups.1.label.zh', /缺少/],
      ['new-lens?kind=crossed', { 'title.zh': '矩阵', rows: 'lens-1' }, 'columns', /缺少/],
      ['new-lens?kind=crossed', { 'title.zh': '矩阵', rows: 'lens-1', columns: 'no' }, 'columns', /没有带分组的视角/],
      ['new-lens?kind=crossed', { 'title.zh': '矩阵', rows: 'lens-1', columns: 'lens-1' }, 'columns', /不同的视角/],
      ['new-lens?kind=crossed', { 'title.zh': '矩阵' }, 'rows', /缺少/],
      ['new-lens?kind=crossed', { 'title.zh': '矩阵' }, 'columns', /缺少/],
      ['lenses/lens-1', { 'title.zh': '' }, 'title.zh', /缺少/],
    ];
    for (const [page, changes, at, message] of cases) {
      const response = await send(`${draft}/${page}`, changes);
      assert.equal(response.status, 422, `${page} ${at}`);
      assert.match(errorAt(response.text, at) ?? `none at ${at}: ${response.text}`, message);
    }
    assert.match((await send(`${draft}/new-lens`, { ...gap, 'groups.0.id': 'risk' })).text, /分组 第 2 条，标识/);
  });

  await t.test('two people in one lens: the second sees both', async () => {
    const draft = await startSmall();
    saved(await send(`${draft}/new-lens`, gap));
    const lens = `${draft}/lenses/lens-1`;
    const old = await fields(lens);
    saved(await send(lens, { 'groups.0.label.zh': '甲' }));
    const second = await agent
      .post(lens)
      .type('form')
      .send({ ...old, 'groups.0.label.zh': '乙' });
    assert.equal(second.status, 412);
    assert.match(second.text, /分组 第 1 条，名称（中文）<\/th><td[^>]*>甲<\/td><td[^>]*>乙</);
  });
});

function emptyRow(index: number) {
  return { [`groups.${index}.label.en`]: '', [`groups.${index}.id`]: '' };
}
