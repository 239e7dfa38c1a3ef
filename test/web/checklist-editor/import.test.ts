import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stringify } from 'yaml';
import { browser } from '../../support/api-client.ts';
import { bringIn } from '../../support/bring-in.ts';
import { buildArea, buildChecklist, buildItem } from '../../support/build-checklist.ts';
import { startApp } from '../../support/start-app.ts';

test('a checklist is brought in and taken along as a file', async t => {
  const app = await startApp(t);
  const agent = await browser(app);
  const send = (content: string | Buffer, name = 'mine.yaml') => bringIn(agent, content, name);
  const draftIds = async () => {
    const { text } = await agent.get('/checklists').expect(200);
    return [...text.matchAll(/href="\/checklist-drafts\/([^"]+)"/g)].map(([, id]) => id);
  };

  await t.test('what was taken along as YAML or JSON comes back the same', async () => {
    for (const [format, id] of [
      ['yaml', 'by-yaml'],
      ['json', 'by-json'],
    ] as const) {
      const sent = await send(JSON.stringify(buildChecklist({ id })), 'mine.json');
      assert.equal(sent.status, 303, sent.text);
      const file = await agent.get(`/checklist-drafts/${id}/file/${format}`).responseType('blob').expect(200);
      assert.match(file.headers['content-disposition'] ?? '', new RegExp(`${id}-1\\.2\\.3\\.${format}`));
      const copy = await send(String(file.body).replace(id, `${id}-again`), `copy.${format}`);
      assert.equal(copy.status, 303, copy.text);
      const again = await agent.get(`/checklist-drafts/${id}-again/file/json`).expect(200);
      assert.deepEqual({ ...again.body, id }, JSON.parse(JSON.stringify(buildChecklist({ id }))));
    }
  });

  await t.test('every fault is shown at its line and column, and nothing is stored', async () => {
    const before = await draftIds();
    const faulty = buildChecklist({ id: 'faulty', areas: [buildArea('a'), buildArea('a')] });
    const text = `${stringify({ ...faulty, headline: 'best' })}\nnonsense: 1\n`;
    const response = await send(text);
    assert.equal(response.status, 422);
    assert.match(response.text, /<code>mine\.yaml:\d+:\d+ headline<\/code>/);
    assert.match(response.text, new RegExp(`<code>mine\\.yaml:${text.split('\n').length - 1}:1 nonsense</code>`));
    const dangling = { ...buildItem('x1'), lead: 'none', conditional: { fact: 'none' }, sources: [{ source: 'none' }] };
    const all = await send(stringify({ ...faulty, areas: [{ ...buildArea('x'), items: [dangling] }] }));
    for (const at of ['lead', 'conditional\\.fact', 'sources\\.0\\.source'])
      assert.match(all.text, new RegExp(`areas\\.0\\.items\\.0\\.${at}</code> “none”没有定义`));
    assert.match(all.text, /sources\.0\.at<\/code> 缺少这一项/);
    assert.match((await send('id: mine\ntitle:\n\tzh: 甲\nareas:\n\t- id: a\n\t  items:\n')).text, /制表符/);
    const twice = await send(stringify(faulty));
    assert.match(twice.text, /areas\.1\.id<\/code> “a”重复/);
    assert.deepEqual(await draftIds(), before);
  });

  await t.test('the bad inputs that a checklist can hold', async () => {
    const levels = (numbers: number[]) => Object.fromEntries(numbers.map(level => [level, { zh: `做到 ${level}` }]));
    const item = (overrides: object) =>
      buildChecklist({ id: 'bad', areas: [{ ...buildArea('a'), items: [{ ...buildItem('a1'), ...overrides }] }] });
    const metric = { kind: 'metric', unit: '%', direction: 'higher-is-better' };
    const cases: [object, RegExp][] = [
      [{ ...item({}), areas: [] }, /areas<\/code> 至少 1 个/],
      [{ ...item({}), title: { zh: ' ' } }, /title\.zh/],
      [item({ levels: levels([0, 1, 2, 3, 4, 5, 7]) }), /没有 7 级/],
      [
        { ...item({}), areas: [{ ...buildArea('a'), items: [{ ...buildItem('a1'), tags: ['gap:none'] }] }] },
        /没有定义/,
      ],
      [{ ...item({}), lenses: [{ id: 'x', title: { zh: '甲' }, rows: 'x', columns: 'x' }] }, /没有带分组的视角/],
      [
        {
          ...item({}),
          areas: [
            {
              ...buildArea('a'),
              items: [
                {
                  ...buildItem('a1'),
                  ...metric,
                  bands: [
                    { at: 5, level: 1 },
                    { at: 3, level: 2 },
                    { at: 4, level: 3 },
                  ],
                },
              ],
            },
          ],
        },
        /严格排列/,
      ],
      [
        { ...item({}), areas: Array.from({ length: 10_000 }, (_, index) => buildArea(`a${index}`)) },
        /太多，最多 1000 个/,
      ],
    ];
    for (const [checklist, message] of cases) {
      const response = await send(JSON.stringify(checklist), 'bad.json');
      assert.ok([422, 413].includes(response.status), `${response.status} ${message}`);
      assert.match(response.text, response.status === 413 ? /超过 8 MB/ : message);
    }
    const weightless = buildChecklist({
      id: 'weightless',
      areas: [buildArea('a', { items: [buildItem('a1', { weight: 0 })] })],
    });
    assert.equal((await send(JSON.stringify(weightless))).status, 303, 'weights all 0 in an area are legal');
  });

  await t.test('what is hostile, broken or no checklist is refused soon', async () => {
    const many = buildChecklist({ areas: Array.from({ length: 80 }, (_, index) => buildArea(`a${index}`)) });
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghi'].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(',')}]`).join('\n')}`;
    const cases: [string | Buffer, RegExp][] = [
      [bomb, /别名/],
      ['a: !!js/function "x"', /标签/],
      ['id: a\nid: b', /写了两次/],
      ['['.repeat(50_000), /嵌套层数过多/],
      [
        stringify(many).replace(/^ +/gm, indent => '\t'.repeat(indent.length / 2)),
        /mine.yaml:\d+:1<\/code> 缩进不能用制表符/,
      ],
      ['', /空的/],
      ['a: 1\n---\nb: 2', /只能有一个/],
      ['<script>alert(1)</script>', /./],
      ['=cmd|calc', /./],
      [Buffer.from([0xff, 0xfe, 0x41, 0x00]), /不是 UTF-8/],
      [`${'k'.repeat(8)}: 1\n`.repeat(10_000), /写了两次/],
    ];
    for (const [content, message] of cases) {
      const started = process.cpuUsage();
      const response = await send(content);
      assert.equal(response.status, 422, String(message));
      assert.match(response.text, message);
      assert.ok(!response.text.includes('<script>alert'), 'escaped');
      assert.ok(workSince(started) < 20_000, `${message} took ${workSince(started)} ms`);
    }
    assert.equal((await send('x'.repeat(9_000_000))).status, 413);
  });

  await t.test('a file of a great many entries is refused before it is read, one of 1,000 items is not', async () => {
    const started = process.cpuUsage();
    for (const content of [`extra:\n${'- y\n'.repeat(480_000)}`, `[${'y,'.repeat(900_000)}`, '? '.repeat(990_000)]) {
      const response = await send(content);
      assert.equal(response.status, 422);
      assert.match(response.text, /<code>mine\.yaml:1:1<\/code> 内容太多：.*超过 1000000 个/);
    }
    assert.ok(workSince(started) < 10_000, `took ${workSince(started)} ms`);
    const levels = Object.fromEntries([0, 1, 2, 3, 4, 5].map(level => [level, { zh: `做到 ${level}` }]));
    const items = Array.from({ length: 1_000 }, (_, index) =>
      buildItem(`i${index}`, { code: `I${index}`, levels, question: { zh: '做到了吗？' } }),
    );
    const large = JSON.stringify(buildChecklist({ id: 'large', areas: [buildArea('a', { items })] }));
    const response = await send(large, 'large.json');
    assert.equal(response.status, 303, response.text.slice(0, 3_000));
  });

  await t.test('while a large file is read, everything else is answered', async () => {
    const nearlyTooMany = `extra:\n${'- y\n'.repeat(55_000)}`;
    let isRead = false;
    const sent = send(nearlyTooMany).then(response => {
      isRead = true;
      return response;
    });
    let answered = 0;
    while (!isRead) {
      await agent.get('/healthz').expect(200);
      answered += 1;
    }
    const { status, text } = await sent;
    assert.equal(status, 422);
    assert.match(text, /extra<\/code> 没有这一项/);
    assert.ok(answered > 5, `${answered} answers`);
  });

  await t.test('an id that is taken, and no file at all', async () => {
    assert.match((await send(JSON.stringify(buildChecklist({ id: 'resilient-city' })))).text, /随程序提供/);
    assert.match((await send(JSON.stringify(buildChecklist({ id: 'by-json' })))).text, /已有标识为“by-json”的草稿/);
    assert.match((await send(JSON.stringify(buildChecklist({ id: 'Big' })))).text, /小写/);
    assert.match((await send(JSON.stringify(buildChecklist({ id: 'con' })))).text, /“con”不能用作文件名/);
    const none = await agent.post('/import-checklist').field('x', '1');
    assert.equal(none.status, 422);
    assert.equal((await agent.post('/import-checklist').type('form').send({ file: 'x' })).status, 422);
    const named = await send('a: [', '<img src=x>/../../evil.yaml');
    assert.match(named.text, /<code>evil\.yaml:1:/);
  });
});

/** In ms. Not the clock: others may share the machine. */
function workSince(started: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1_000;
}
