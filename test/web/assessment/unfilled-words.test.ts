import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unfilledKey } from '#report/matrix-report.ts';
import { openWords } from '#web/words.ts';
import { api, putAnswer } from '../../support/api-client.ts';
import { openForm } from '../../support/open-form.ts';
import { startApp } from '../../support/start-app.ts';

const feed = 'onenet-feed-matrix';
const words = openWords(key => assert.fail(`no word "${key}"`));

for (const language of ['zh-CN', 'en'] as const) {
  test(`what a cell that is not filled in counts is said the same on form, report and chart: ${language}`, async t => {
    const app = await startApp(t);
    const { id, area } = await openForm(app, { scope: { areas: ['onenet'] } }, 'onenet');
    await putAnswer(app, { id, item: feed }, { answer: 'scored', value: { fire: { gas: 3 } } });
    const said = words.translate(language)(unfilledKey(false));
    const base = `/assessments/${id}`;
    for (const address of [area, `${base}/report`, `${base}/charts/matrix-${feed}.svg`]) {
      const response = await api(app).get(address).set('Cookie', `language=${language}`).expect(200);
      const text = (response.text ?? response.body.toString()).replace(/<[^>]+>/g, '');
      assert.ok(text.includes(said), `${address} says “${said}”`);
      assert.doesNotMatch(text, /不等于 0|which is not 0/);
    }
  });
}

test('a table that moves the score says that an empty cell counts 0 in it', () => {
  assert.equal(words.translate('zh-CN')(unfilledKey(true)), '未填（计分时按 0）');
});
