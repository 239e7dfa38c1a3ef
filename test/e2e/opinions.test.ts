import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { putAnswer } from '../support/api-client.ts';
import { openBrowser, visit } from '../support/open-browser.ts';
import { movedClock, seated, storedRecord, voteRound } from '../support/recorded-workshop.ts';
import { startApp } from '../support/start-app.ts';
import { command, exampleItems, makeWorkshop } from '../support/workshop-client.ts';

const [item = '', second = ''] = exampleItems;

/** Somebody answered 2 and the room recorded 4. */
async function settled(t: TestContext) {
  const clock = movedClock();
  const app = await startApp(t, { now: clock.now });
  const workshop = await makeWorkshop(app);
  await putAnswer(app, { id: workshop.assessment, item }, { answer: 'scored', value: 2 });
  const phones = await seated(app, workshop, 5);
  await voteRound(app, workshop, { item, round: 1, values: [4, 4, 4, 4, 4], phones });
  await command(app, workshop, 'record');
  clock.pass(20);
  await command(app, workshop, 'next');
  return { app, workshop, form: `/assessments/${workshop.assessment}/areas/lifeline` };
}

test('with scripts an opinion is adopted without leaving the page, and what is typed elsewhere stays', async t => {
  const { app, workshop, form } = await settled(t);
  const { page, problems } = await visit(await openBrowser(t), app);
  await page.goto(form);
  await page.locator(`[data-item="${second}"] textarea`).fill('打到一半');
  const card = page.locator(`[data-item="${item}"]`);
  await card.locator('summary').first().click();
  await card.getByRole('button', { name: /采用/ }).click();
  await card.getByText('已作为填报').waitFor();
  assert.equal(await card.locator('input[type="radio"][value="4"]').isChecked(), true);
  assert.equal(await card.getByRole('button', { name: /采用/ }).count(), 0);
  assert.equal(await page.locator(`[data-item="${second}"] textarea`).inputValue(), '打到一半');
  assert.equal((await storedRecord(app, workshop.assessment, item)).by, `workshop:${workshop.id}:1`);
  assert.deepEqual(problems, []);
});

for (const javaScriptEnabled of [true, false])
  test(`the enter key in a field never adopts, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async t => {
    const { app, workshop, form } = await settled(t);
    const { page } = await visit(await openBrowser(t), app, { javaScriptEnabled });
    await page.goto(form);
    const card = page.locator(`[data-item="${second}"]`);
    await card.locator('input[type="radio"][value="3"]').check();
    await card.locator('.evidence-new > summary').click();
    await card.locator('[name$=":title"]').first().fill('普查报告');
    await card.locator('[name$=":kind"]').first().selectOption('document');
    const title = encodeURIComponent('普查报告');
    const saved = page.waitForResponse(response => response.request().postData()?.includes(title) ?? false);
    await card.locator('[name$=":title"]').first().press('Enter');
    await saved;
    const record = await storedRecord(app, workshop.assessment, item);
    assert.deepEqual([record.value, record.rev], [2, 1]);
    assert.equal((await storedRecord(app, workshop.assessment, second)).value, 3);
  });
