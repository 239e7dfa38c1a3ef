import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What of WCAG 2.2 AA a page misses, a line a rule. Looked for in the page itself: a second page to sum up frames, which there are none of, takes twice as long as the rules. */
export async function findViolations(page: Page): Promise<string[]> {
  assert.equal(page.frames().length, 1);
  const { violations, passes } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(wcag)
    .setLegacyMode()
    .analyze();
  assert.ok(passes.length > 5, `${passes.length} rules are met by ${page.url()}`);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(' ')).join(', ')}`);
}
