import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compareVersions, nextVersion, versionStep } from '#checklist/version-step.ts';
import { buildArea, buildChecklist, buildItem } from '../support/build-checklist.ts';

const before = buildChecklist();
const withItems = (...items: Parameters<typeof buildItem>[]) =>
  buildChecklist({ areas: [buildArea('a', { items: items.map(args => buildItem(...args)) }), buildArea('b')] });

test('what changed decides how far the version moves', () => {
  const cases: [Parameters<typeof versionStep>[1], string][] = [
    [buildChecklist({ version: '9.9.9' }), 'none'],
    [buildChecklist({ title: { zh: '别的名称' } }), 'patch'],
    [withItems(['a1', { question: { zh: '问' } }], ['a2']), 'patch'],
    [withItems(['a1', { weight: 2 }], ['a2']), 'minor'],
    [withItems(['a1', { bottomLine: true }], ['a2']), 'minor'],
    [withItems(['a1'], ['a2'], ['a3']), 'minor'],
    [withItems(['a2'], ['a1']), 'minor'],
    [withItems(['a1', { core: false }], ['a2']), 'patch'],
    [withItems(['a1', { meaning: 2 }], ['a2']), 'major'],
    [withItems(['a1']), 'major'],
    [withItems(['renamed', { code: 'A1' }], ['a2']), 'major'],
    [
      buildChecklist({ grades: before.grades.map(grade => (grade.id === 'A' ? { ...grade, from: 95 } : grade)) }),
      'major',
    ],
    [buildChecklist({ headline: 'supported' }), 'major'],
  ];
  for (const [after, step] of cases)
    assert.equal(versionStep(before, after), step, JSON.stringify(after).slice(0, 300));
});

test('the next version is higher than the one before, whatever the step', () => {
  const part = fc.nat(99);
  fc.assert(
    fc.property(part, part, part, fc.constantFrom('major', 'minor', 'patch'), (a, b, c, step) => {
      const version = `${a}.${b}.${c}`;
      assert.ok(compareVersions(nextVersion(version, step), version) > 0);
    }),
  );
  assert.equal(nextVersion('1.9.3', 'minor'), '1.10.0');
  assert.ok(compareVersions('1.10.0', '1.9.0') > 0);
  assert.equal(compareVersions('1.0.0', '1.0.0'), 0);
});
