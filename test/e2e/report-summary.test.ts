import assert from 'node:assert/strict';
import { test } from 'node:test';
import { api, createAssessment, putAnswer } from '../support/api-client.ts';
import { openBrowser, visit } from '../support/open-browser.ts';
import { startApp } from '../support/start-app.ts';

/** Names as long as they may be, and every kind of sentence that the summary has room for. */
const longest = { city: '很'.repeat(60), period: '年'.repeat(40), policy: { bottomLineCap: true }, scope: {} };

test('the summary prints on exactly one sheet in both languages, however long the names are', async t => {
  const app = await startApp(t);
  const id = await createAssessment(app, longest);
  await putAnswer(app, { id, item: 'lifeline-asset-survey' }, { answer: 'scored', value: 1 });
  await putAnswer(app, { id, item: 'lifeline-renewal-plan' }, { answer: 'scored', value: 5 });
  const action = {
    item: 'lifeline-asset-survey',
    target: 5,
    lead: 'housing',
    deadline: '2026-01-31',
    measure: '补'.repeat(400),
  };
  await api(app).post(`/api/v1/assessments/${id}/actions`).send(action).expect(201);
  const { page, problems } = await visit(await openBrowser(t), app);
  for (const language of ['zh-CN', 'en']) {
    await page.goto(`/language/${language}?back=${encodeURIComponent(`/assessments/${id}/report/summary`)}`);
    const printed = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    const sheets = printed.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g) ?? [];
    assert.equal(sheets.length, 1, language);
  }
  assert.deepEqual(problems, []);
});

test('words without a break push no page sideways', async t => {
  const app = await startApp(t);
  const city = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch'.slice(0, 58);
  const earlier = await createAssessment(app, { city, period: '2025', referenceDate: '2025-11-30' });
  const id = await createAssessment(app, { city, period: '=HYPERLINK("http://evil.example","x")' });
  const { page } = await visit(await openBrowser(t), app);
  await page.goto('/language/en');
  const addresses = [
    '/',
    '/compare',
    `/compare?id=${earlier}&id=${id}`,
    `/assessments/${id}`,
    `/assessments/${id}/report`,
  ];
  for (const width of [768, 390]) {
    await page.setViewportSize({ width, height: 900 });
    for (const address of addresses) {
      await page.goto(address);
      assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width, `${width} ${address}`);
    }
  }
});
