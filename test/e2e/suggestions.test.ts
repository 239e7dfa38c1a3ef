import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAssessment, putAnswer } from '../support/api-client.ts';
import { openBrowser, visit } from '../support/open-browser.ts';
import { startApp } from '../support/start-app.ts';

const [first, second] = ['lifeline-asset-survey', 'lifeline-sensor-siting'] as const;

test('with scripts a suggestion is taken over in place, and why one was not is said beside its button', async t => {
  const app = await startApp(t);
  const earlier = await createAssessment(app, { period: '2025 年度' });
  for (const item of [first, second]) await putAnswer(app, { id: earlier, item }, { answer: 'scored', value: 3 });
  const id = await createAssessment(app, { origin: earlier });
  const { page, problems } = await visit(await openBrowser(t), app);
  await page.goto(`/assessments/${id}/areas/lifeline`);
  const hint = page.locator('[data-part="suggested"]');
  assert.match((await hint.textContent()) ?? '', /还有 2 项/);

  const taken = page.locator(`[data-item="${first}"]`);
  await taken.getByRole('button', { name: /采用/ }).click();
  await taken.locator('input[type="radio"][value="3"]:checked').waitFor();
  assert.equal(await taken.getByRole('button', { name: /采用/ }).count(), 0);
  assert.match((await hint.textContent()) ?? '', /还有 1 项/);

  await putAnswer(app, { id, item: second }, { answer: 'unknown' });
  const refused = page.locator(`[data-item="${second}"]`);
  await refused.getByRole('button', { name: /采用/ }).click();
  await refused.getByText('本项填报或上一次的填报有改动').waitFor();
  assert.equal(await page.evaluate('document.activeElement.dataset.part'), 'suggestion');
  assert.deepEqual(problems, []);
});
