import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { missingEnglish } from '#checklist/missing-english.ts';
import { untranslatedPlaces } from '#checklist/untranslated-places.ts';
import { browser, createAssessment } from '../../support/api-client.ts';
import { bringIn } from '../../support/bring-in.ts';
import { buildArea, buildChecklist } from '../../support/build-checklist.ts';
import { editorOf, saved } from '../../support/checklist-editor.ts';
import { startApp } from '../../support/start-app.ts';

test('texts without English are counted, wherever they stand', () => {
  const text = { zh: '甲', en: 'A' };
  assert.deepEqual(missingEnglish({ title: text, areas: [{ title: { zh: '乙' }, lead: 'x', items: [text, null] }] }), {
    texts: 3,
    missing: 1,
  });
  assert.deepEqual(missingEnglish('zh'), { texts: 0, missing: 0 });
});

test('each text without English is named by its path, as many as are counted', () => {
  const text = { zh: '甲', en: 'A' };
  assert.deepEqual(
    untranslatedPlaces({ title: text, areas: [{ title: { zh: '乙' }, items: [text, { at: { zh: '丙' } }] }] }),
    [
      ['areas', 0, 'title'],
      ['areas', 0, 'items', 1, 'at'],
    ],
  );
  const part: fc.Arbitrary<unknown> = fc.letrec(tie => ({
    part: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(text, { zh: '乙' }, 'x', 1, null),
      fc.array(tie('part'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('part')),
    ),
  })).part;
  fc.assert(fc.property(part, value => assert.equal(untranslatedPlaces(value).length, missingEnglish(value).missing)));
});

test('a checklist without English says so once where it is read in English', async t => {
  const app = await startApp(t);
  const agent = await browser(app);
  const { start, startSmall, publish, send } = editorOf(agent);
  const inLanguage = async (address: string, language: 'zh-CN' | 'en') => {
    await agent.get(`/language/${language}`).expect(303);
    return (await agent.get(address).expect(200)).text;
  };
  const times = (text: string, words: RegExp) => [...text.matchAll(words)].length;

  await t.test('the draft names areas without items and texts without English before it is published', async () => {
    const draft = await startSmall();
    saved(await send(`${draft}/new-area`, { id: 'empty', 'title.zh': '空的领域' }));
    const { text } = await agent.get(draft).expect(200);
    assert.match(text, /B 空的领域没有检查项：可以发布/);
    assert.match(text, /\d+ 处文字中有 \d+ 处没有英文/);
    assert.match(text, new RegExp(`href="${draft}/areas/roads/items/lamp#title\\.en">A1：1 处<`));
    assert.match((await agent.get(`${draft}/areas/roads/items/lamp`).expect(200)).text, /id="title\.en"/);
    saved(await publish(draft));
  });

  await t.test('the published one says it on its page and in the report, in English only', async () => {
    const words = /of the \d+ texts of this checklist have no English/g;
    assert.equal(times(await inLanguage('/checklists/own-1', 'en'), words), 1);
    const id = await createAssessment(app, { checklist: { id: 'own-1' }, scope: {}, profile: {} });
    assert.equal(times(await inLanguage(`/assessments/${id}/report`, 'en'), words), 1);
    assert.equal(times(await inLanguage(`/assessments/${id}/areas/empty`, 'en'), words), 1);
    assert.equal(times(await inLanguage(`/assessments/${id}/report/summary`, 'en'), words), 1);
    const csv = await inLanguage(`/assessments/${id}/report.csv`, 'en');
    assert.match(csv, /Only in Chinese \(no English in the checklist\)\r\n.*,Area; Item\r\n/);
    assert.doesNotMatch(await inLanguage(`/assessments/${id}/report.csv`, 'zh-CN'), /没有英文/);
    assert.equal(
      times(await inLanguage(`/assessments/${id}/report`, 'zh-CN'), /没有英文/g),
      0,
      'and Chinese is chosen again',
    );
  });

  await t.test('what it does not have stands under no empty heading', async () => {
    const id = await createAssessment(app, { checklist: { id: 'own-1' }, scope: {}, profile: {} });
    const empty = await inLanguage(`/assessments/${id}/areas/empty`, 'zh-CN');
    assert.match(empty, /这个任务领域没有检查项，不用填报。/);
    assert.doesNotMatch(empty, /progress-strip|没有英文/);
    assert.match(empty, /<li><a href="[^"]*\/areas\/empty"/);
    const checklist = await inLanguage('/checklists/own-1', 'zh-CN');
    assert.doesNotMatch(checklist, /依据清单|<h3>怎么读/);
  });

  await t.test('one that has all its English says nothing', async () => {
    const file = Buffer.from(JSON.stringify(buildChecklist({ id: 'both', areas: [buildArea('a')] })));
    const sent = await bringIn(agent, file, 'both.json');
    assert.equal(sent.status, 303);
    const draft = String(sent.headers.location).split('?')[0] ?? '';
    const { text } = await agent.get(draft).expect(200);
    assert.ok(!text.includes('没有英文') && !text.includes('没有检查项：'));
    assert.ok((await start('resilient-city/1.0.0')).length > 0);
    assert.equal(times(await inLanguage('/checklists/resilient-city', 'en'), /no English/g), 0);
  });
});
