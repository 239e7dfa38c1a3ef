import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { api, createAssessment, putAnswer } from '../support/api-client.ts';
import { pdf } from '../support/example-files.ts';
import { openBrowser, visit } from '../support/open-browser.ts';
import { startApp } from '../support/start-app.ts';

const survey = 'lifeline-asset-survey';
const plan = 'lifeline-renewal-plan';
const record = { id: 'r1', kind: 'document', title: '普查报告' };

test('with scripts a record of the register is used and taken off again, each saved at once', async t => {
  const app = await startApp(t);
  const id = await createAssessment(app);
  await putAnswer(app, { id, item: survey }, { answer: 'scored', value: 3, evidence: [record] });
  const { page, problems } = await visit(await openBrowser(t), app);
  await page.goto(`/assessments/${id}/areas/lifeline`);
  const card = page.locator(`[data-item="${plan}"]`);
  await card.locator('input[type="radio"][value="2"]').check();
  await card.locator('[data-part="state"]', { hasText: '已保存' }).waitFor();
  await card.getByText('使用已登记的佐证').click();
  await card.getByLabel('从本次评价的佐证登记中选').selectOption('r1');
  await card.getByText('也用于 A1').waitFor();
  const { body } = await api(app).get(`/api/v1/assessments/${id}`);
  assert.deepEqual(body.answers[plan].evidence, [record]);
  // Not check(): the box is gone with its record, perhaps before anybody could see it checked.
  await card.getByLabel('从本项移除').click();
  await card.getByText('也用于 A1').waitFor({ state: 'detached' });
  const after = await api(app).get(`/api/v1/assessments/${id}`);
  assert.equal(after.body.answers[plan].evidence, undefined);
  assert.deepEqual(after.body.answers[survey].evidence, [record]);
  assert.deepEqual(problems, []);
});

test('what was found wrong in a record is no longer said once it is put right, while one is still in the record', async t => {
  const app = await startApp(t);
  const id = await createAssessment(app);
  const { page, problems } = await visit(await openBrowser(t), app);
  await page.goto(`/assessments/${id}/areas/lifeline`);
  const card = page.locator(`[data-item="${survey}"]`);
  await card.locator('input[type="radio"][value="3"]').check();
  await card.locator('.evidence-new > summary').click();
  await card.getByLabel('种类').selectOption('audit');
  await card.getByLabel('名称').fill('核查');
  await card.getByRole('textbox', { name: '日期' }).fill('2026年3月');
  await card.getByLabel('备注').focus();
  await card.getByText('看不懂日期“2026年3月”').waitFor();
  await card.getByRole('textbox', { name: '日期' }).fill('2026年3月5日');
  await card.getByRole('textbox', { name: '日期' }).press('Tab');
  await card.getByText('看不懂日期').waitFor({ state: 'detached' });
  assert.equal(await card.locator('[aria-invalid="true"]').count(), 0);
  assert.equal(await page.evaluate('document.activeElement.name'), `${survey}:e0:validUntil`);
  await card.locator('[data-part="state"]', { hasText: '已保存' }).waitFor();
  const { body } = await api(app).get(`/api/v1/assessments/${id}`);
  assert.equal(body.answers[survey].evidence[0].date, '2026-03-05');
  assert.deepEqual(problems, []);
});

test('a file is uploaded and downloaded, and one that is too large is answered with the reason', async t => {
  const app = await startApp(t, { uploads: true });
  const id = await createAssessment(app);
  await putAnswer(app, { id, item: survey }, { answer: 'scored', value: 3, evidence: [record] });
  const { page, problems } = await visit(await openBrowser(t), app, {
    javaScriptEnabled: false,
    acceptDownloads: true,
  });
  await page.goto(`/assessments/${id}/evidence/r1`);
  const folder = await mkdtemp(path.join(os.tmpdir(), 'rencheng-e2e-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const send = async (name: string, content: Buffer) => {
    await writeFile(path.join(folder, name), content);
    await page.locator('#upload').setInputFiles(path.join(folder, name));
    await page.getByRole('button', { name: '上传' }).click();
  };
  await send('大.pdf', Buffer.concat([pdf, Buffer.alloc(40 * 1024 * 1024)]));
  await page.getByText('一份附件最多 20 MB').waitFor();
  await send('普查报告（定稿）.pdf', pdf);
  const link = page.getByRole('link', { name: '普查报告（定稿）.pdf' }).first();
  await link.waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  assert.equal(download.suggestedFilename(), '普查报告（定稿）.pdf');
  assert.deepEqual(problems, []);
});
