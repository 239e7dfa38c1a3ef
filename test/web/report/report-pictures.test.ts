import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { api, browser, createAssessment, putAnswer } from '../../support/api-client.ts';
import { startApp } from '../../support/start-app.ts';

const script = '<script>alert(1)</script>';
const document = [{ kind: 'document', title: '清单', date: '2026-09-01' }];

/** The part of the page that is the picture of a group, without tags and icons. */
function picture(html: string, group: string): string {
  const [, section = ''] = new RegExp(`aria-labelledby="picture-gaps-${group}">(.*?)</section>`, 's').exec(html) ?? [];
  assert.ok(section, group);
  return section
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

test('the report has a picture for each of the four gaps', async t => {
  const app = await startApp(t);
  const id = await createAssessment(app, { scope: undefined });
  const answers: [string, object][] = [
    ['cim-risk-register', { answer: 'scored', value: 4 }],
    ['cim-city-risk-assessment', { answer: 'scored', value: 3, evidence: [{ kind: 'operation', title: '报告' }] }],
    ['cim-zoning-in-planning', { answer: 'scored', value: 2 }],
    ['cim-survey-use', { answer: 'withheld', reason: 'work-secret' }],
    ['cyber-new-trades', { answer: 'scored', value: 2, evidence: document }],
    ['cyber-algorithm-override', { answer: 'unknown', reason: script }],
    ['participation-drills', { answer: 'scored', value: 71.5, evidence: document }],
    ['loop-arrival-times', { answer: 'scored', value: 38 }],
    ['onenet-feed-matrix', { answer: 'scored', value: { fire: { gas: 1 } } }],
  ];
  for (const [item, answer] of answers) await putAnswer(app, { id, item }, answer);
  await api(app)
    .post(`/api/v1/assessments/${id}/actions`)
    .send({ item: 'cyber-new-trades', target: 3, measure: script, lead: 'emergency', deadline: '2027-03-31' })
    .expect(201);
  const user = await browser(app);
  const { text } = await user.get(`/assessments/${id}/report`).expect(200);

  await t.test('the chain shows every state as itself, and where it breaks', () => {
    const chain = picture(text, 'risk');
    assert.match(chain, /6 行里，断开的 1 行，未定的 5 行/);
    assert.match(
      chain,
      /全市综合风险 自报做到 C6 自报 4 级 有据 0 级 需 2 级 有据做到 C4 自报 3 级 需 3 级 未到 C5 自报 2 级 需 3 级 .*?断在“应用”/,
    );
    assert.match(chain, /自然灾害普查成果 本表不问 本表不问 不便公开 C7 需 3 级 不便公开 C7 需 4 级 “应用”未定/);
    assert.match(chain, /生命线监测布点 本表不问 未作答 A5 需 2 级/);
    assert.match(chain, /评估：C4 年度城市综合风险评估，3 级。达到 2 级，且近 18 个月/);
  });

  await t.test('the register names level, gap, department, and the next action', () => {
    const register = picture(text, 'new-risk');
    assert.match(register, /共 5 项：有牵头部门的 5 项，有未完成整改措施的 1 项/);
    assert.match(
      register,
      /L3 新型风险的监管归属 2 .*?佐证够到自报的等级 3 级要：达到 2 级.*?应急管理 配合 消防救援.*?&lt;script&gt;alert\(1\)&lt;\/script&gt; 应急管理 2027年3月31日 计划/,
    );
    assert.match(register, /L6 算法误判的复核与切换 \? 不掌握 .*?理由：&lt;script&gt;/);
    assert.ok(!text.includes(script));
  });

  await t.test('the panels show figures with their unit and day, and levels otherwise', () => {
    assert.match(picture(text, 'participation'), /K5 学校和照护机构演练 3 71.5%，3 级 .*? 2026年9月1日/);
    assert.match(picture(text, 'participation'), /K6 公众调查的使用 未作答 — —/);
    assert.match(picture(text, 'coordination'), /E5 处置队伍按时到场率 1 38%，1 级 .*?没有有效佐证/);
    assert.ok(text.includes('href="#matrix-onenet-feed-matrix"') && text.includes('id="matrix-onenet-feed-matrix"'));
  });

  await t.test('in English as well', async () => {
    await user.get('/language/en?back=/');
    const english = await user.get(`/assessments/${id}/report`).expect(200);
    assert.match(picture(english.text, 'risk'), /Claimed C6 claimed 4 supported 0 needs 2/);
    assert.match(picture(english.text, 'new-risk'), /5 items: 5 with a lead department, 1 with an unfinished action/);
    assert.match(picture(english.text, 'participation'), /71.5 %, level 3/);
    assert.match(picture(english.text, 'coordination'), /no minutes here/);
    await user.get('/language/zh-CN?back=/');
  });

  await t.test('report.json and the schema of checklists have them', async () => {
    const { body } = await api(app).get(`/assessments/${id}/report.json`).expect(200);
    const { pictures } = z.object({ pictures: z.array(z.object({ group: z.string(), kind: z.string() })) }).parse(body);
    assert.deepEqual(
      pictures.map(({ group, kind }) => [group, kind]),
      [
        ['coordination', 'panel'],
        ['risk', 'chain'],
        ['new-risk', 'register'],
        ['participation', 'panel'],
      ],
    );
    const schema = await api(app).get('/api/v1/checklist.schema.json').expect(200);
    assert.ok(JSON.stringify(schema.body).includes('"picture"'));
  });

  await t.test('a narrower scope says which items it leaves out', async () => {
    const narrow = await createAssessment(app, { scope: { areas: ['cyber'] } });
    const { text: page } = await user.get(`/assessments/${narrow}/report`).expect(200);
    assert.match(picture(page, 'participation'), /这张图的检查项都不在本次范围/);
    assert.match(picture(page, 'risk'), /这张图的检查项都不在本次范围/);
    assert.match(picture(page, 'new-risk'), /C6 风险谱系与动态台账 — 不在范围/);
  });

  await t.test('a checklist without pictures has none', async () => {
    const flood = await createAssessment(app, { checklist: { id: 'flood-season' }, profile: {}, scope: undefined });
    const { text: page } = await user.get(`/assessments/${flood}/report`).expect(200);
    assert.ok(page.includes('id="lenses"') && !page.includes('picture-'));
  });
});
