import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { openWords } from '#web/words.ts';

const root = path.join(import.meta.dirname, '../..');
const words = openWords(key => assert.fail(`no word "${key}"`));
const keys = { zh: Object.keys(words.labels('zh-CN')), en: Object.keys(words.labels('en')) };
const withoutPlural = (key: string) => key.replace(/_(one|other)$/, '');

function sources(folder: string, ending: string): [file: string, text: string][] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith(ending))
    .map(file => [file, readFileSync(path.join(root, folder, file), 'utf8')]);
}

test('both languages have the same words', () => {
  assert.ok(keys.zh.length > 200, `${keys.zh.length} words`);
  assert.deepEqual([...new Set(keys.en.map(withoutPlural))].sort(), [...new Set(keys.zh.map(withoutPlural))].sort());
});

test('English counts one and many', () => {
  const ones = keys.en.filter(key => key.endsWith('_one')).map(withoutPlural);
  const others = keys.en.filter(key => key.endsWith('_other')).map(withoutPlural);
  assert.deepEqual(ones.sort(), others.sort());
});

test('English fills in nothing that Chinese does not', () => {
  const holes = (text: string | undefined) => [...new Set((text ?? '').match(/{{\w+}}/g))];
  for (const key of keys.zh) {
    const english = words.labels('en')[key] ?? words.labels('en')[`${withoutPlural(key)}_other`];
    const chinese = holes(words.labels('zh-CN')[key]);
    assert.deepEqual(
      holes(english).filter(hole => !chinese.includes(hole)),
      [],
      key,
    );
  }
});

test('every word that a template or a presenter names is there', () => {
  const known = new Set([...keys.zh, ...keys.zh.map(withoutPlural)]);
  const templates = sources('views', '.ejs');
  const presenters = sources('src/web', '.ts');
  assert.ok(templates.length >= 10 && presenters.length >= 30);
  const used = [
    ...templates.flatMap(([file, text]) => [...text.matchAll(/words\['([^']+)'\]/g)].map(match => [file, match[1]])),
    ...presenters.flatMap(([file, text]) => [...text.matchAll(/\bt\('([^']+)'/g)].map(match => [file, match[1]])),
  ];
  assert.ok(used.length > 100, `${used.length} uses`);
  assert.deepEqual(
    used.filter(([, key]) => !known.has(key ?? '')),
    [],
  );
});

test('no word lies unused', () => {
  const text = [...sources('views', '.ejs'), ...sources('src', '.ts')].map(([, source]) => source).join('\n');
  const composed = [...text.matchAll(/t\(`([^`$]*)\$\{/g)].map(match => match[1] ?? '');
  assert.ok(composed.length > 5);
  const unused = [...new Set(keys.zh.map(withoutPlural))].filter(
    key => !text.includes(`'${key}'`) && !composed.some(start => start !== '' && key.startsWith(start)),
  );
  assert.deepEqual(unused, []);
});
