import assert from 'node:assert/strict';
import { test } from 'node:test';
import { milestoneContent } from '#report/milestone-content.ts';
import { milestoneHash } from '#report/milestone-hash.ts';
import { canonicalJson } from '#shared/canonical-json.ts';

const bare = { assessment: { id: 'one' }, scores: [1, 2.5], milestone: { id: 'm1', name: '初稿' } };
const sha256 = milestoneHash(bare);
const document = { ...bare, milestone: { ...bare.milestone, sha256 } };
const named = { assessment: 'one', id: 'm1', name: '初稿', sha256 };
const bytes = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));

test('spaces and the order of keys are put right, so that the file is the one that was kept', () => {
  const kept = canonicalJson(document);
  assert.equal(milestoneContent(bytes(document), named), kept);
  assert.equal(milestoneContent(bytes(JSON.stringify(document, null, 2)), named), kept);
});

test('anything else is not the file', () => {
  for (const other of [
    { ...document, scores: [1, 2.6] },
    { ...document, more: 1 },
    { ...document, assessment: { id: 'two' } },
    { ...document, milestone: { ...document.milestone, name: '终稿' } },
    '',
    '[]',
    'null',
    '{"a":',
    '['.repeat(200_000),
    `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`,
  ])
    assert.equal(milestoneContent(bytes(other), named), undefined);
  assert.equal(milestoneContent(Buffer.from([0xff, 0xfe, 0x7b]), named), undefined);
  for (const wrong of [{ assessment: 'two' }, { id: 'm2' }, { name: '终稿' }, { sha256: 'a'.repeat(64) }])
    assert.equal(milestoneContent(bytes(document), { ...named, ...wrong }), undefined);
});

test('what is named right and nested deeper than anything that was kept is not the file either', () => {
  const deep = `{"assessment":{"id":"one"},"milestone":{"id":"m1","name":"初稿","sha256":"${sha256}"},"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
  assert.equal(milestoneContent(bytes(deep), named), undefined);
});
