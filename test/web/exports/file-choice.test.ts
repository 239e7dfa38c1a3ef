import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFileChoice } from '#web/documents/file-choice.ts';
import { api, createAssessment } from '../../support/api-client.ts';
import { download } from '../../support/download.ts';
import { readWorkbook } from '../../support/read-workbook.ts';
import { readZip } from '../../support/read-zip.ts';
import { startApp } from '../../support/start-app.ts';

const offer = { languages: ['zh-CN', 'en', 'both'], parts: ['a', 'b'] } as const;

test('whatever is said twice counts once, an empty value is as none, and order does not matter', () => {
  const cases: [asked: object, language: string, parts: string[] | undefined][] = [
    [{}, 'en', undefined],
    [{ language: '', parts: '' }, 'en', undefined],
    [{ language: ['zh-CN', 'zh-CN'], parts: ['b', 'a,b', ' a ', ''] }, 'zh-CN', ['b', 'a']],
    [{ language: 'both', parts: ',a,,a,' }, 'both', ['a']],
  ];
  for (const [asked, language, parts] of cases)
    assert.deepEqual(readFileChoice(asked, offer, 'en'), { ok: true, value: { language, parts } });
});

test('every fault is told at once', () => {
  const refused = readFileChoice({ language: 'de', parts: ['a', '__proto__'] }, offer, 'en');
  assert.deepEqual(refused.ok ? [] : refused.faults.map(({ path }) => path), [['language'], ['parts']]);
});

test('the files of a report take language and parts in one way, whatever the format', async t => {
  const app = await startApp(t);
  const id = await createAssessment(app, { scope: { areas: ['cim'] } });
  const user = api(app);
  const file = (ending: string, query = '') => `/assessments/${id}/report.${ending}${query}`;
  const three = 'zh-CN、en、both';
  const languages = { pdf: three, docx: three, xlsx: three, zip: three, json: three, csv: 'zh-CN、en' };
  const parts = {
    pdf: 'summary、scope、',
    docx: 'summary、scope、',
    zip: 'report、history、milestones、workshops、evidence、charts',
  };
  const whole = '这种文件不分部分';

  for (const [ending, allowed] of Object.entries(languages)) {
    await t.test(`${ending}: a language or a part that there is not is refused with those that there are`, async () => {
      for (const wrong of ['fr', 'en&language=zh-CN', 'zh-CN,en', 'x'.repeat(5_000), '%00', '<script>'])
        assert.ok((await user.get(file(ending, `?language=${wrong}`)).expect(400)).text.includes(allowed), wrong);
      const known = Object.entries(parts).find(([name]) => name === ending)?.[1] ?? whole;
      for (const wrong of ['secrets', 'report,secrets', '..%2F..%2Fetc', '__proto__', 'x'.repeat(5_000)])
        assert.ok((await user.get(file(ending, `?parts=${wrong}`)).expect(400)).text.includes(known), wrong);
      const english = await user.get(file(ending, '?language=fr')).set('Cookie', 'language=en').expect(400);
      assert.ok(english.text.includes(`choose one of ${allowed.replaceAll('、', ', ')};`));
    });
  }

  await t.test('a name with brackets is another name, and nobody gets what was not asked for', async () => {
    for (const ending of Object.keys(languages))
      for (const wrong of ['language[]=en', 'parts[]=report', 'language[0]=en', 'parts%5B%5D=report'])
        assert.match((await user.get(file(ending, `?${wrong}`)).expect(400)).text, /名称不带方括号/, wrong);
    await user.get(`/assessments/${id}/history.csv?by[]=x`).expect(400);
  });

  await t.test('the language of the page is taken where none is asked for', async () => {
    const head = async (query: string, cookie: string) =>
      (await user.get(file('csv', query)).set('Cookie', `language=${cookie}`).expect(200)).text.slice(1, 10);
    for (const query of ['', '?language=', '?language=en&language=en', '?parts='])
      assert.equal(await head(query, 'en'), 'Area code', query);
    assert.equal(await head('?language=en', 'zh-CN'), 'Area code');
    assert.match(await head('', 'zh-CN'), /^领域/);
    const [first] = await readWorkbook(await download(app, file('xlsx', '?language=both&language=both&parts=')));
    assert.equal(first?.name, '结论 Summary');
  });

  await t.test('parts of an archive may be named twice', async () => {
    const zip = await readZip(await download(app, file('zip', '?parts=evidence&parts=history,evidence&language=both')));
    assert.ok(zip.has('history.en.csv') && !zip.has('report.xlsx') && !zip.has('charts/areas.svg'));
  });

  await t.test('a report in JSON holds both languages whichever is asked for', async () => {
    const asked = await user.get(file('json', '?language=en&parts=')).expect(200);
    assert.ok(asked.body.definition.title.zh && asked.body.definition.title.en);
  });
});
