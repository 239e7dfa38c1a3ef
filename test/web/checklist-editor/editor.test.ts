import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { api, browser, createAssessment } from '../../support/api-client.ts';
import { editorOf, errorAt, type Fields, saved } from '../../support/checklist-editor.ts';
import { readForm } from '../../support/read-form.ts';
import { startApp } from '../../support/start-app.ts';

test('a city writes its own checklist', async t => {
  const app = await startApp(t);
  const editor = editorOf(await browser(app));
  const { agent, fields, send, start, startSmall, publish, stored } = editor;

  await t.test('from nothing to a published version that an assessment uses', async () => {
    const draft = await startSmall();
    const published = await publish(draft);
    saved(published);
    assert.equal(published.headers.location, '/checklists/own-1/1.0.0?note=published');
    assert.match((await agent.get('/checklists/own-1/1.0.0').expect(200)).text, /路灯/);
    const gone = await agent.get(`${draft}/areas/roads`).expect(303);
    assert.equal(gone.headers.location, '/checklists/own-1/1.0.0?note=no-draft');
    assert.match(
      (await agent.get(gone.headers.location ?? '').expect(200)).text,
      /这份草稿已不在了.*最新发布的 1\.0\.0 版/s,
    );
    await createAssessment(app, { checklist: { id: 'own-1' }, scope: {}, profile: {} });
    assert.match((await agent.get('/assessments/new').expect(200)).text, /本市检查表 1/);
    const [file = ''] = await readdir(path.join(app.dataFolder, 'city-checklists', 'own-1'));
    assert.match(file, /^1\.0\.0-[0-9a-f]{12}\.json$/);
  });

  await t.test('publishing says what was published and which assessments can move to it', async () => {
    const draft = await startSmall();
    const id = draft.split('/').at(-1) ?? '';
    const first = await publish(draft);
    assert.match((await agent.get(first.headers.location ?? '')).text, /已发布 1\.0\.0 版.*没有用较早版本/s);
    const setup = { checklist: { id }, scope: {}, profile: {} };
    const open = await createAssessment(app, { ...setup, city: '可换市' });
    const final = await createAssessment(app, { ...setup, city: '定稿市' });
    await agent.post(`/assessments/${final}/state`).type('form').send({ state: 'final' }).expect(303);
    saved(await agent.post(`/checklists/${id}/edit`));
    saved(await send(`${draft}/areas/roads/items/lamp`, { 'title.zh': '亮的路灯' }));
    const second = await publish(draft);
    const { text } = await agent.get(second.headers.location ?? '').expect(200);
    assert.match(
      text,
      new RegExp(`1 份填报中的评价.*href="/assessments/${open}/version">可换市 [^<]*现用 1\\.0\\.0`, 's'),
    );
    assert.doesNotMatch(text, /定稿市/);
    assert.doesNotMatch((await agent.get(`/checklists/${id}`).expect(200)).text, /已发布/);
  });

  await t.test('a copy of a built-in checklist keeps all of it and can be published as it is', async () => {
    const draft = await start('resilient-city/1.0.0');
    const { body } = await api(app).get('/api/v1/checklists/resilient-city/1.0.0').expect(200);
    const copy = await stored(draft);
    assert.deepEqual({ ...copy, id: body.id, title: body.title }, body);
    saved(await publish(draft));
  });

  await t.test('saving every page of a copy untouched changes nothing', async () => {
    const draft = await start('resilient-city/1.0.0');
    const before = await stored(draft);
    const parts = ['about', 'scale', 'grades', 'departments', 'sources', 'facts'].map(part => `${draft}/head/${part}`);
    const areas: { id: string; items: { id: string; kind: string }[] }[] = before.areas;
    const areaPages = areas.map(({ id }) => `${draft}/areas/${id}`);
    const kinds = new Map(
      areas.flatMap(({ id, items }) => items.map(item => [item.kind, `${draft}/areas/${id}/items/${item.id}`])),
    );
    assert.ok(kinds.size >= 3, [...kinds.keys()].join());
    for (const address of [...parts, ...areaPages, ...kinds.values()]) saved(await send(address, {}));
    assert.deepEqual(await stored(draft), before);
  });

  await t.test('faults stand beside their fields, what was typed stays, and nothing is stored', async () => {
    const draft = await startSmall();
    const item = `${draft}/areas/roads/items/lamp`;
    const before = await stored(draft);
    const cases: [string, Fields, string, RegExp][] = [
      [item, { 'title.zh': '  ' }, 'title.zh', /缺少/],
      [item, { weight: '很多' }, 'weight', /须为数/],
      [item, { weight: '-1' }, 'weight', /不小于 0/],
      [item, { id: '../../etc/passwd' }, 'id', /写法不对/],
      [item, { 'levels.0.zh': '没有', 'levels.1.zh': '没有' }, 'levels.1.zh', /相同/],
      [item, { 'levels.0.zh': '没有' }, 'levels.0.zh', /缺 1 级/],
      [item, { isBottomLine: 'on', floor: '3' }, 'floor', /不大于 1/],
      [`${draft}/new-area`, { id: 'roads', 'title.zh': '又一个' }, 'id', /已被别的用了/],
      [`${draft}/areas/roads/new-item`, { id: 'lamp', 'title.zh': '又一项' }, 'id', /已被别的用了/],
      [`${draft}/areas/roads/new-item`, { code: 'A1', 'title.zh': '又一项' }, 'code', /已被别的用了/],
      [`${draft}/head/grades`, { 'grades.0.from': '10' }, 'grades.1.from', /从高到低/],
      [`${draft}/head/scale`, { 'scale.max': '9' }, 'scale.levels.0.value', /逐级写出/],
    ];
    for (const [address, changes, field, message] of cases) {
      const response = await send(address, changes);
      assert.equal(response.status, 422, `${field} ${response.status}`);
      assert.match(errorAt(response.text, field) ?? `none at ${field}: ${response.text}`, message);
      assert.match(response.text, new RegExp(`<a href="#${field.replaceAll('.', '\\.')}">`));
      for (const [name, typed] of Object.entries(changes)) assert.equal(readForm(response.text)[name], typed, name);
    }
    assert.deepEqual(await stored(draft), before);
  });

  await t.test('bands out of order, a level that the scale does not have, a unit left out', async () => {
    const draft = await startSmall();
    const address = `${draft}/areas/roads/new-item`;
    const metric = { kind: 'metric', 'title.zh': '亮灯率', 'unit.zh': '%', direction: 'higher-is-better' };
    const sendMetric = (changes: Fields) =>
      agent
        .post(address)
        .type('form')
        .send({ code: 'A9', weight: '1', ...metric, ...changes });
    const bands = { 'bands.0.at': '90', 'bands.0.level': '2', 'bands.1.at': '95', 'bands.1.level': '4' };
    const wrong = await sendMetric({ ...bands, 'bands.2.at': '93', 'bands.2.level': '7' });
    assert.equal(wrong.status, 422);
    assert.match(errorAt(wrong.text, 'bands.2.at') ?? '', /严格排列/);
    assert.match(errorAt(wrong.text, 'bands.2.level') ?? '', /没有 7 级/);
    assert.match(errorAt((await sendMetric({ ...bands, 'unit.zh': '' })).text, 'unit.zh') ?? '', /./);
    saved(await sendMetric({ ...bands, 'bands.5.at': '９９', 'bands.5.level': '5' }));
    const { areas } = await stored(draft);
    assert.deepEqual(areas[0].items[1].bands.at(-1), { at: 99, level: 5 }, 'empty rows are closed up');
  });

  await t.test('markup is text, and more rows are given without saving', async () => {
    const draft = await startSmall();
    const item = `${draft}/areas/roads/items/lamp`;
    saved(await send(item, { 'title.zh': '<script>alert(1)</script>' }));
    const page = await agent.get(item).expect(200);
    assert.ok(!page.text.includes('<script>alert'), 'escaped');
    const more = await send(item, { more: 'evidence', 'title.zh': '还没存' });
    assert.equal(more.status, 200);
    assert.ok('evidence.4.example.zh' in readForm(more.text));
    assert.equal((await fields(item))['title.zh'], '<script>alert(1)</script>');
  });

  await t.test('the floor of a bottom line is one of the levels of the checklist', async () => {
    const draft = await start('street-quick-check/1.0.0');
    const before = await stored(draft);
    const items: { id: string; bottomLine?: { floor: number } }[] = before.areas[0].items;
    const [line, other] = [items.find(one => one.bottomLine), items.find(one => !one.bottomLine)];
    const address = (item = line) => `${draft}/areas/${before.areas[0].id}/items/${item?.id}`;
    const { text } = await agent.get(address()).expect(200);
    const select = /<select id="floor".*?<\/select>/s.exec(text)?.[0] ?? '';
    assert.match(select, /按 2 级.*>1 级 [^<]+<.*>2 级 [^<]+<.*>3 级 [^<]+</s);
    assert.match(select, new RegExp(`value="${line?.bottomLine?.floor}" selected`));
    saved(await send(address(), {}));
    assert.deepEqual(await stored(draft), before);
    saved(await send(address(other), { isBottomLine: 'on', floor: String(2 / 3) }));
    const after: typeof items = (await stored(draft)).areas[0].items;
    assert.deepEqual(after.find(({ id }) => id === other?.id)?.bottomLine, { floor: 2 / 3 });
    assert.equal((await send(address(other), { isBottomLine: 'on', floor: 'x' })).status, 422);
  });

  await t.test('two people in one item: the second sees both and may save again', async () => {
    const draft = await startSmall();
    const item = `${draft}/areas/roads/items/lamp`;
    const old = await fields(item);
    saved(await send(item, { 'title.zh': '路灯（甲）' }));
    const second = await agent
      .post(item)
      .type('form')
      .send({ ...old, 'title.zh': '路灯（乙）' });
    assert.equal(second.status, 412);
    assert.match(second.text, /路灯（甲）/);
    assert.equal(readForm(second.text)['title.zh'], '路灯（乙）');
    assert.equal((await fields(item))['title.zh'], '路灯（甲）');
    saved(await agent.post(item).type('form').send(readForm(second.text)));
    assert.equal((await fields(item))['title.zh'], '路灯（乙）');
  });

  await t.test('two people in two items do not meet', async () => {
    const draft = await startSmall();
    saved(await send(`${draft}/areas/roads/new-item`, { id: 'bridge', 'title.zh': '桥' }));
    const [lamp, bridge] = ['lamp', 'bridge'].map(id => `${draft}/areas/roads/items/${id}`);
    const [first, second] = await Promise.all([fields(lamp ?? ''), fields(bridge ?? '')]);
    saved(
      await agent
        .post(lamp ?? '')
        .type('form')
        .send({ ...first, weight: '2' }),
    );
    saved(
      await agent
        .post(bridge ?? '')
        .type('form')
        .send({ ...second, weight: '3' }),
    );
    const { areas } = await stored(draft);
    assert.deepEqual(
      areas[0].items.map((item: { weight: number }) => item.weight),
      [2, 3],
    );
  });

  await t.test('publishing while somebody edits is refused', async () => {
    const draft = await startSmall();
    const { rev = '' } = await fields(draft);
    saved(await send(`${draft}/areas/roads/items/lamp`, { weight: '5' }));
    const response = await publish(draft, { rev });
    assert.equal(response.status, 412);
    assert.match(response.text, /别人又改过草稿/);
    saved(await publish(draft));
  });

  await t.test('published while somebody typed: all of it is shown and goes into the next version', async () => {
    const draft = await startSmall();
    const id = draft.split('/').at(-1);
    const item = `${draft}/areas/roads/items/lamp`;
    const typed = {
      ...(await fields(item)),
      'title.zh': '路灯（改）',
      'guidance.zh': '第一行\n第二行 <b>',
      'evidence.3.kind': 'document',
      'evidence.3.example.zh': 'photo & list',
      core: 'on',
    };
    const before = { ...(await fields(`${draft}/head/about`)), 'title.en': 'Own list' };
    const added = { ...(await fields(`${draft}/areas/roads/new-item`)), 'title.zh': '红绿灯' };
    saved(await publish(draft));
    const lost = await agent.post(item).type('form').send(typed);
    assert.equal(lost.status, 409);
    for (const text of [
      '最新发布的是 1.0.0 版',
      '路灯（改）',
      '第一行\n第二行 &lt;b&gt;',
      'photo &amp; list',
      '已勾选',
    ])
      assert.ok(lost.text.includes(text), text);
    assert.match(lost.text, new RegExp(`href="/checklists/${id}/1\\.0\\.0"`));
    assert.equal((await agent.get(draft)).status, 303, 'nothing is begun unasked');
    saved(await agent.post(item).type('form').send(readForm(lost.text)));
    const { areas } = await stored(draft);
    assert.equal(areas[0].items[0].title.zh, '路灯（改）');
    assert.equal(areas[0].items[0].evidence[0].example.zh, 'photo & list');
    const others: [string, Fields][] = [
      [`${draft}/head/about`, before],
      [`${draft}/areas/roads/new-item`, added],
      [item, { ...typed, 'title.zh': '路灯（又改）' }],
    ];
    const statuses = [];
    for (const [address, form] of others)
      statuses.push(
        (
          await agent
            .post(address)
            .type('form')
            .send({ ...form, next: '1' })
        ).status,
      );
    assert.deepEqual(statuses, [303, 303, 412], 'the draft that is there is used, and what differs is shown');
  });

  await t.test('what was typed is shown where the page or the draft has gone for good', async () => {
    const draft = await startSmall();
    const item = `${draft}/areas/roads/items/lamp`;
    saved(await send(`${draft}/areas/roads/new-item`, { id: 'bridge', 'title.zh': '桥' }));
    const { seen = '', ...stood } = await fields(item);
    const typed = { ...stood, seen, 'question.zh': '亮不亮？' };
    saved(await agent.post(`${item}/remove`).type('form').send({ seen }));
    saved(await publish(draft));
    const gone = await agent.post(item).type('form').send(typed);
    assert.equal(gone.status, 409);
    assert.match(gone.text, /亮不亮？/);
    assert.match(gone.text, /其中也没有这一页/);
    assert.match(gone.text, /action="\/checklists\/own-\d+\/edit"/);
    const other = await startSmall();
    const area = { ...(await fields(`${other}/areas/roads`)), 'title.zh': '桥梁与道路' };
    const { rev } = await fields(other);
    saved(await agent.post(`${other}/discard`).type('form').send({ rev }));
    const discarded = await agent
      .post(`${other}/areas/roads`)
      .type('form')
      .send({ ...area, next: '1' });
    assert.equal(discarded.status, 404);
    assert.match(discarded.text, /桥梁与道路/);
    assert.match(discarded.text, /这份草稿已不在了/);
    assert.doesNotMatch(discarded.text, /title\.zh<|写入下一版的草稿/);
  });

  await t.test('publishing pressed four times at once leads to the one version', async () => {
    const draft = await startSmall();
    const { rev = '', version = '' } = await fields(draft);
    const press = () => agent.post(`${draft}/publish`).type('form').send({ rev, version });
    const pressed = await Promise.all([press(), press(), press(), press()]);
    const address = `/checklists/${draft.split('/').at(-1)}/1.0.0?note=published`;
    assert.deepEqual(
      pressed.map(({ status, headers }) => `${status} ${headers.location}`),
      Array(4).fill(`303 ${address}`),
    );
    const other = await agent.post(`${draft}/publish`).type('form').send({ rev, version: '2.0.0' });
    assert.equal(other.headers.location, address);
    await agent.get(address).expect(200);
    assert.equal((await agent.post('/checklist-drafts/none/publish').type('form').send({ rev, version })).status, 404);
  });

  await t.test('a yes/no item is not asked for texts of levels', async () => {
    const draft = await startSmall();
    const asked = await agent.get(`${draft}/areas/roads/new-item?kind=yes-no`).expect(200);
    assert.ok(!asked.text.includes('name="levels.'));
    const maturity = await agent.get(`${draft}/areas/roads/new-item?kind=maturity`).expect(200);
    assert.ok(maturity.text.includes('name="levels.0.zh"'));
  });

  await t.test('the version follows from what changed and may be raised, not lowered', async () => {
    const draft = await startSmall();
    const id = draft.split('/').at(-1);
    saved(await publish(draft));
    const again = await agent.post(`/checklists/${id}/edit`).expect(303);
    assert.equal(again.headers.location, draft);
    assert.match((await agent.get(draft)).text, /没有可发布的改动/);
    assert.equal((await publish(draft)).status, 422, 'the same again');
    saved(await send(`${draft}/areas/roads/items/lamp`, { 'title.zh': '路灯与标志' }));
    assert.equal((await fields(draft)).version, '1.0.1');
    saved(await send(`${draft}/areas/roads/new-item`, { id: 'bridge', 'title.zh': '桥' }));
    assert.equal((await fields(draft)).version, '1.1.0');
    for (const version of ['1.0.9', '1.0.0', 'latest', '', '1.1']) {
      const low = await publish(draft, { version });
      assert.equal(low.status, 422, version);
      assert.ok(errorAt(low.text, 'version'), version);
    }
    saved(await publish(draft, { version: '３.0.0' }));
    saved(await agent.post(`/checklists/${id}/edit`));
    saved(await send(`${draft}/areas/roads/items/lamp`, { meaningChanged: 'on' }));
    assert.equal((await fields(draft)).version, '4.0.0');
    assert.equal((await agent.get(`/checklists/${id}/1.0.0`)).status, 200, 'the first version stays');
  });

  await t.test('what one page breaks elsewhere is listed with links and stops publishing', async () => {
    const draft = await startSmall();
    const levels = Object.fromEntries([0, 1, 2, 3, 4, 5].map(level => [`levels.${level}.zh`, `做到 ${level}`]));
    const item = `${draft}/areas/roads/items/lamp`;
    saved(await send(item, levels));
    saved(
      await send(`${draft}/head/scale`, {
        'scale.max': '3',
        ...emptied('scale.levels', [4, 5], ['value', 'label.zh', 'label.en']),
      }),
    );
    const page = await agent.get(draft).expect(200);
    assert.match(page.text, new RegExp(`<a href="${item}#levels\\.4">`));
    assert.equal((await publish(draft)).status, 422);
    saved(await send(item, {}));
    saved(await publish(draft));
  });

  await t.test('a department in use says by name where, before it goes', async () => {
    const draft = await startSmall();
    saved(
      await send(`${draft}/head/departments`, {
        'departments.0.id': 'emergency',
        'departments.0.name.zh': '应急管理局',
        'departments.1.id': 'fire',
        'departments.1.name.zh': '消防救援支队',
      }),
    );
    saved(await send(`${draft}/areas/roads/new-item`, { id: 'bridge', 'title.zh': '桥' }));
    const item = (id: string) => `${draft}/areas/roads/items/${id}`;
    saved(await send(item('lamp'), { lead: 'emergency', 'support.fire': 'on' }));
    saved(await send(item('bridge'), { 'support.emergency': 'on' }));
    const without = emptied('departments', [0], ['id', 'name.zh', 'name.en']);
    const asked = await send(`${draft}/head/departments`, without);
    assert.equal(asked.status, 422);
    assert.match(asked.text, /应急管理局（emergency）<\/strong> <span>牵头：A1<\/span> <span>配合：A2<\/span>/);
    assert.ok(!asked.text.includes('消防救援支队（fire）</strong>'));
    assert.equal((await stored(draft)).departments.length, 2);
    saved(
      await agent
        .post(`${draft}/head/departments`)
        .type('form')
        .send({ ...readForm(asked.text), confirmed: '1' }),
    );
    const { text } = await agent.get(draft).expect(200);
    assert.match(text, /A1 牵头：“emergency”没有定义/);
    assert.match(text, /A2 配合：“emergency”没有定义/);
  });

  await t.test('an item moves to another area and keeps its id, and its old address leads to it', async () => {
    const draft = await startSmall();
    saved(await send(`${draft}/new-area`, { id: 'water', 'title.zh': '供水' }));
    saved(await send(`${draft}/areas/water/new-item`, { id: 'pipe', 'title.zh': '管网' }));
    const [old, now] = ['roads', 'water'].map(area => `${draft}/areas/${area}/items/lamp`);
    const wrong = await send(old ?? '', { area: 'none' });
    assert.equal(wrong.status, 422);
    assert.match(errorAt(wrong.text, 'area') ?? '', /没有这个任务领域/);
    const moved = await send(old ?? '', { area: 'water', 'title.zh': '路灯供电' });
    assert.match(moved.headers.location ?? '', /#area-water$/);
    const ids = async () =>
      (await stored(draft)).areas.map((area: { items: { id: string }[] }) => area.items.map(({ id }) => id).join());
    assert.deepEqual(await ids(), ['', 'pipe,lamp']);
    assert.match((await agent.get(old ?? '').expect(200)).text, new RegExp(`action="${now}"`));
    saved(await send(old ?? '', { position: '1' }));
    assert.deepEqual(await ids(), ['', 'lamp,pipe']);
    saved(await send(now ?? '', { area: 'roads', position: '1' }));
    assert.deepEqual(await ids(), ['lamp', 'pipe']);
  });

  await t.test('an item that somebody removed while another one typed can be added again as it was typed', async () => {
    const draft = await startSmall();
    const item = `${draft}/areas/roads/items/lamp`;
    const { seen = '', ...stood } = await fields(item);
    saved(await agent.post(`${item}/remove`).type('form').send({ seen }));
    const gone = await agent
      .post(item)
      .type('form')
      .send({ ...stood, seen, 'question.zh': '亮不亮？ <b>' });
    assert.equal(gone.status, 404);
    assert.match(gone.text, /这一页已不在草稿里/);
    assert.ok(gone.text.includes('亮不亮？ &lt;b&gt;'));
    assert.doesNotMatch(gone.text, /<td>(请选择|不指定)/);
    assert.match(gone.text, new RegExp(`action="${draft}/areas/roads/new-item"`));
    saved(await agent.post(`${draft}/areas/roads/new-item`).type('form').send(readForm(gone.text)));
    const [again] = (await stored(draft)).areas[0].items;
    assert.deepEqual([again.id, again.question], ['lamp', { zh: '亮不亮？ <b>' }]);
    const area = { ...(await fields(`${draft}/areas/roads`)), 'title.zh': '道路与桥' };
    const items = await fields(item);
    saved(await agent.post(`${item}/remove`).type('form').send({ seen: items.seen }));
    const { seen: seenArea = '' } = await fields(`${draft}/areas/roads`);
    saved(await agent.post(`${draft}/areas/roads/remove`).type('form').send({ seen: seenArea }));
    const noArea = await agent.post(item).type('form').send(items);
    assert.equal(noArea.status, 404);
    assert.match(noArea.text, /和所在的领域删去了，或者改了领域的标识/);
    const areaGone = await agent.post(`${draft}/areas/roads`).type('form').send(area);
    assert.match(areaGone.text, /道路与桥/);
    saved(await agent.post(`${draft}/new-area`).type('form').send(readForm(areaGone.text)));
    assert.equal((await stored(draft)).areas[0].id, 'roads');
  });

  await t.test('a place that is none is a fault, and without one a part stays where it is', async () => {
    const draft = await startSmall();
    saved(await send(`${draft}/areas/roads/new-item`, { id: 'bridge', 'title.zh': '桥' }));
    saved(await send(`${draft}/new-area`, { id: 'water', 'title.zh': '供水' }));
    saved(await send(`${draft}/new-lens`, { 'title.zh': '短板', 'groups.0.label.zh': '统筹' }));
    const before = await stored(draft);
    for (const page of ['areas/roads', 'areas/roads/items/lamp', 'lenses/lens-1']) {
      const wrong = await send(`${draft}/${page}`, { position: '0' });
      assert.equal(wrong.status, 422, page);
      assert.match(errorAt(wrong.text, 'position') ?? '', /1 是最前面/);
      saved(await send(`${draft}/${page}`, { position: '' }));
    }
    assert.deepEqual(await stored(draft), before);
    const long = await send(`${draft}/areas/roads/items/lamp`, { 'title.zh': '长'.repeat(81), code: '' });
    assert.ok(errorAt(long.text, 'title.zh') && errorAt(long.text, 'code'), 'all faults at once');
    assert.ok(long.text.includes('长'.repeat(81)), 'what was typed is kept');
  });

  await t.test('the same form sent twice is saved once, and nobody is told otherwise', async () => {
    const draft = await startSmall();
    const twice = async (address: string, changes: Fields) => {
      const form = { ...(await fields(address)), ...changes };
      const press = () => agent.post(address).type('form').send(form);
      return [await press(), await press()];
    };
    const pages: [string, Fields][] = [
      ['areas/roads/items/lamp', { 'title.zh': '路灯（改）', 'guidance.zh': '一\r\n二' }],
      ['areas/roads', { 'title.zh': '道路（改）' }],
      ['head/about', { 'title.en': 'Own' }],
    ];
    for (const [page, changes] of pages) for (const done of await twice(`${draft}/${page}`, changes)) saved(done);
    const lens = { 'title.zh': '短板', 'groups.0.label.zh': '统筹' };
    const [first, second] = await twice(`${draft}/new-lens`, lens);
    assert.deepEqual([first?.status, second?.status], [303, 422]);
    assert.match(errorAt(second?.text ?? '', 'title.zh') ?? '', /已有同名的视角/);
    for (const done of await twice(`${draft}/lenses/lens-1`, { 'groups.1.label.zh': '新的一组' })) saved(done);
    assert.equal((await stored(draft)).lenses[0].groups.length, 2);
  });

  await t.test('what is gone is removed as wanted, and what was changed meanwhile is shown', async () => {
    const draft = await startSmall();
    const item = `${draft}/areas/roads/items/lamp`;
    const { seen: old = '' } = await fields(item);
    saved(await send(item, { 'title.zh': '路灯（改）' }));
    const remove = (seen: string) => agent.post(`${item}/remove`).type('form').send({ seen });
    const changed = await remove(old);
    assert.equal(changed.status, 412);
    assert.match(changed.text, /id="not-removed".*没有删去.*有人改过它/s);
    const { seen = '' } = readForm(changed.text);
    for (const done of [await remove(seen), await remove(seen)]) saved(done);
    assert.equal((await remove('')).status, 404);
    const { rev } = await fields(draft);
    const discard = () => agent.post(`${draft}/discard`).type('form').send({ rev });
    for (const done of [await discard(), await discard()]) assert.equal(done.headers.location, '/checklists');
    assert.equal((await agent.post(`${draft}/discard`).type('form').send({})).status, 404);
  });

  await t.test('an item that is moved while another one saves it is not told as removed', async () => {
    const draft = await startSmall();
    saved(await send(`${draft}/new-area`, { id: 'water', 'title.zh': '供水' }));
    const item = `${draft}/areas/roads/items/lamp`;
    const form = await fields(item);
    const answers = await Promise.all(
      [{ area: 'water' }, { 'title.zh': '路灯（改）' }].map(async changes =>
        agent
          .post(item)
          .type('form')
          .send({ ...form, ...changes }),
      ),
    );
    assert.ok(answers.some(({ status }) => status === 303));
    for (const { text, status } of answers) assert.ok(status !== 404 && !text.includes('已不在草稿里'), text);
  });

  await t.test('an area with items stays, an item goes, a draft is discarded as it was seen', async () => {
    const draft = await startSmall();
    const area = `${draft}/areas/roads`;
    const { seen = '' } = await fields(area);
    assert.equal((await agent.post(`${area}/remove`).type('form').send({ seen })).status, 412);
    const item = `${area}/items/lamp`;
    saved(
      await agent
        .post(`${item}/remove`)
        .type('form')
        .send({ seen: (await fields(item)).seen }),
    );
    saved(
      await agent
        .post(`${area}/remove`)
        .type('form')
        .send({ seen: (await fields(area)).seen }),
    );
    assert.match((await agent.get(draft)).text, /至少 1 个/);
    assert.equal((await agent.post(`${draft}/discard`).type('form').send({ rev: '1' })).status, 412);
    saved(
      await agent
        .post(`${draft}/discard`)
        .type('form')
        .send({ rev: (await fields(draft)).rev }),
    );
    assert.equal((await agent.get(draft)).status, 404);
  });

  await t.test('unknown drafts, parts and items, and who may not', async () => {
    const draft = await startSmall();
    const missing = [
      '/checklist-drafts/none',
      `${draft}/head/none`,
      `${draft}/areas/none`,
      `${draft}/areas/roads/items/none`,
      `${draft}/file/xml`,
    ];
    for (const address of missing) assert.equal((await agent.get(address)).status, 404, address);
    for (const address of missing.slice(0, 4))
      assert.equal((await agent.post(address).type('form').send({})).status, 404, address);
    const { rev = '' } = await fields(draft);
    const foreign = await agent
      .post(`${draft}/publish`)
      .set('Origin', 'http://evil.example')
      .type('form')
      .send({ rev, version: '1.0.0' });
    assert.equal(foreign.status, 403);
    const stranger = await api({ ...app, token: 'wrong' })
      .post(`${draft}/discard`)
      .type('form')
      .send({ rev });
    assert.equal(stranger.status, 401);
    assert.equal((await agent.get(draft)).status, 200);
  });

  await t.test('a new checklist needs a title and an id of its own', async () => {
    const cases: [Fields, string][] = [
      [{ 'title.zh': '' }, 'title.zh'],
      [{ id: 'resilient-city' }, 'id'],
      [{ id: 'own-1' }, 'id'],
      [{ id: 'con' }, 'id'],
      [{ id: '../x' }, 'id'],
      [{ id: '韧城' }, 'id'],
      [{ from: 'resilient-city/9.9.9' }, 'from'],
    ];
    for (const [changes, field] of cases) {
      const response = await agent
        .post('/new-checklist')
        .type('form')
        .send({ 'title.zh': '甲', ...changes });
      assert.equal(response.status, 422, JSON.stringify(changes));
      assert.ok(errorAt(response.text, field), `${field}: ${response.text}`);
    }
  });
});

function emptied(list: string, indexes: number[], columns: string[]): Fields {
  return Object.fromEntries(indexes.flatMap(index => columns.map(column => [`${list}.${index}.${column}`, ''])));
}
