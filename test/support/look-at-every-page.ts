import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { demoApp } from './demo-app.ts';
import { findViolations } from './find-violations.ts';
import { openBrowser, visit } from './open-browser.ts';

const widths = [1440, 768, 390];

/** Every page of the demo in one language and one light: no violation of WCAG 2.2 AA, and never sideways scrolling. */
export async function lookAtEveryPage(t: TestContext, language: 'zh-CN' | 'en', colorScheme: 'light' | 'dark') {
  const app = await demoApp(t);
  const browser = await openBrowser(t);
  const addresses = await app.addresses();
  assert.ok(addresses.length >= 8, `${addresses.length} pages`);
  const { page, problems } = await visit(browser, app, { colorScheme });
  await page.goto(`/language/${language}`);
  for (const address of addresses) {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(address);
    assert.deepEqual(await findViolations(page), [], `${address} in ${language}, ${colorScheme}`);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      const overflow = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      assert.equal(overflow, 0, `${address} is ${overflow} px too wide at ${width} px in ${language}`);
    }
  }
  assert.deepEqual(problems, []);
}
