import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const css = readFileSync(path.join(import.meta.dirname, '../../src/web/assets/rencheng.css'), 'utf8');

/** What the first rule says that has this selector. */
function ruleOf(selector: string): string {
  const rules = [...css.matchAll(/([^{}]*)\{([^{}]*)\}/g)];
  return rules.find(([, selectors = '']) => selectors.split(',').some(one => one.trim() === selector))?.[2] ?? '';
}

test('a box to tick keeps its size beside a sentence of several lines', () => {
  assert.match(ruleOf('.compare-choice [type="checkbox"]'), /width: 1\.25rem;.*flex: none;/);
});

test('the column of marks is wide enough for a hundred per cent', () => {
  assert.match(ruleOf('.evidence-ladder.is-shares li'), /grid-template-columns: 2\.75rem /);
});
