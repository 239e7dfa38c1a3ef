import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { colourByClass, palette } from '#publish/charts/palette.ts';

const css = readFileSync(path.join(import.meta.dirname, '../../../src/web/assets/rencheng.css'), 'utf8');
/** The tokens of the light theme: the first time that each is set. */
const tokenOf = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(css)?.[1];

test('the colours of files are the light tokens of the pages, to one shade where two are the same white', () => {
  for (const [name, literal] of Object.entries(palette)) {
    const token = tokenOf(name);
    assert.ok(token, name);
    const distance = Math.abs(Number.parseInt(token.slice(1), 16) - Number.parseInt(literal.slice(1), 16));
    assert.ok(distance <= 3, `${name}: ${literal} in files, ${token} on pages`);
  }
});

test('no two colours are equal, so that each has its own class', () => {
  const literals = Object.values(palette);
  assert.equal(new Set(literals).size, literals.length);
});

test('fill and stroke become classes, and what has neither stays', () => {
  assert.equal(
    colourByClass(`<rect x="1" fill="${palette.accent}" stroke="${palette.ink}"/><path fill="none"/>`),
    '<rect class="fill-accent stroke-ink" x="1"/><path fill="none"/>',
  );
});
