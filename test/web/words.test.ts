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

test('how far a room agreed has one set of words', () => {
  assert.deepEqual(
    keys.en.filter(key => /\bverdict\.split$/.test(key)),
    ['opinions.verdict.split'],
  );
});

test('one of a thing is told as one', () => {
  const t = words.translate('en');
  assert.match(t('printed.summary.trail', { count: 1, head: 'abc' }), /^1 change,/);
  assert.equal(t('editor.entries', { count: 1 }), '1 entry');
  assert.match(t('editor.import.refused', { count: 1 }), /1 fault$/);
  assert.match(t('editor.warn.english', { count: 1, texts: 9 }), /^1 of 9 texts has no/);
  assert.match(t('untranslated.some', { count: 1, texts: 9 }), /has no English; it stands/);
  assert.doesNotMatch(t('report.finding.evidence.carried', { count: 0, total: 1, records: 0 }), /1 items/);
  assert.match(t('report.chart.summary.undefined', { supported: '—', bands: 'B 60' }), /^No claimed score;/);
});

test('a split opinion on yes or no is told without a level', () => {
  for (const language of ['zh-CN', 'en'] as const)
    assert.doesNotMatch(words.translate(language)('report.finding.discussions.split', { count: 2 }), /等级|level/);
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
