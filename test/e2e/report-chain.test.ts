import assert from 'node:assert/strict';
import { test } from 'node:test';
import { api, createAssessment, putAnswer } from '../support/api-client.ts';
import { buildArea, buildChecklist } from '../support/build-checklist.ts';
import { openBrowser, visit } from '../support/open-browser.ts';
import { startApp } from '../support/start-app.ts';

const line = (id: string) => ({ id, label: { zh: `环节${id}`, en: `Step ${id}` } });
const steps = [1, 2, 3, 4, 5, 6, 7, 8].map(number => line(`s${number}`));
const cells = steps.map(({ id }, index) => ({ step: id, item: index % 2 ? 'a2' : 'a1', level: 2 }));
const picture = {
  ...{ kind: 'chain' as const, title: { zh: '链条', en: 'Chain' }, steps },
  rows: [{ ...line('row'), cells }],
};
const checklist = buildChecklist({
  ...{ id: 'eight', version: '1.0.0' },
  lenses: [
    { id: 'gaps', title: { zh: '缺口' }, groups: [{ id: 'g', label: { zh: '组' }, tags: ['gap:one'], picture }] },
  ],
  areas: [buildArea('a')],
});

test('no word of a chain of eight steps runs out of its cell, on no width of the page', async t => {
  const app = await startApp(t);
  const draft = await api(app).post('/api/v1/checklist-drafts').send({ id: 'eight', title: checklist.title });
  const address = '/api/v1/checklist-drafts/eight';
  const written = await api(app)
    .put(address)
    .set('If-Match', draft.headers.etag ?? '')
    .send(checklist);
  await api(app)
    .post(`${address}/publish`)
    .set('If-Match', written.headers.etag ?? '')
    .send({})
    .expect(201);
  const pin = { id: 'eight', version: checklist.version };
  const id = await createAssessment(app, { checklist: pin, profile: {}, scope: undefined });
  await putAnswer(app, { id, item: 'a1' }, { answer: 'scored', value: 3 });
  const { page, problems } = await visit(await openBrowser(t), app);
  for (const width of [390, 768, 1100, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`/language/en?back=${encodeURIComponent(`/assessments/${id}/report`)}`);
    const outside = await page.locator('.chain-step').evaluateAll(boxes =>
      boxes.flatMap(box => {
        const words = box.ownerDocument.createRange();
        words.selectNodeContents(box);
        const isOut = [...words.getClientRects()].some(({ right }) => right > box.getBoundingClientRect().right + 1);
        return isOut || box.clientWidth < 110 ? [box.textContent] : [];
      }),
    );
    assert.deepEqual(outside, [], `${width} px`);
    assert.equal(await page.locator('.chain-step').count(), 8);
  }
  assert.deepEqual(problems, []);
});
