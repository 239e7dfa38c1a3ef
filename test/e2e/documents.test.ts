import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { createAssessment } from '../support/api-client.ts';
import { openBrowser, visit } from '../support/open-browser.ts';
import { startApp } from '../support/start-app.ts';

test('a document is chosen, waited for without a reload, and downloaded', async t => {
  const app = await startApp(t);
  const id = await createAssessment(app);
  const { page, problems } = await visit(await openBrowser(t), app, { viewport: { width: 390, height: 800 } });
  await page.goto(`/assessments/${id}/report`);
  await page.locator('#export > summary').click();
  await page.locator('#export [value="both"]').check();
  await page.locator('#export button[type="submit"]').click();
  await page.waitForURL(/\/documents\/[^/]+$/);
  await page.evaluate("document.documentElement.dataset.same = 'yes'");
  const link = page.locator('#document-job a[download]');
  await link.waitFor();
  assert.equal(await page.evaluate('document.documentElement.dataset.same'), 'yes', 'the page was not loaded again');
  assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 390);
  assert.deepEqual((await new AxeBuilder({ page }).analyze()).violations, []);
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  assert.equal(download.suggestedFilename(), '示例市 2026 年度 自评价报告.pdf');
  assert.equal((await readFile(await download.path())).subarray(0, 5).toString(), '%PDF-');
  assert.deepEqual(problems, []);
});
