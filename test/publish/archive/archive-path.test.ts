import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { archivePath } from '#publish/archive/archive-path.ts';

test('no path leads out of the folder that it is unpacked into', () => {
  assert.equal(archivePath('../../etc/passwd', new Set()), 'etc/passwd');
  assert.equal(archivePath('/root\\x', new Set()), 'root-x');
  assert.equal(archivePath('C:\\x.txt', new Set()), 'C--x.txt');
  assert.equal(archivePath('..', new Set()), '_');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), wanted => {
      const path = archivePath(wanted, new Set());
      assert.ok(path !== '' && !path.startsWith('/') && !path.includes('\\') && path.isWellFormed());
      for (const segment of path.split('/')) assert.doesNotMatch(segment, /^\.\.?$|^$/);
    }),
  );
});

test('Chinese names stay as they are, long ones keep their ending, devices of Windows are none', () => {
  assert.equal(archivePath('evidence/普查报告.pdf', new Set()), 'evidence/普查报告.pdf');
  assert.equal(archivePath(`${'长'.repeat(200)}.pdf`, new Set()), `${'长'.repeat(120)}.pdf`);
  assert.equal(archivePath('con.txt', new Set()), '_con.txt');
});

test('the same name twice is told apart, also where only its letters differ', () => {
  const taken = new Set<string>();
  assert.deepEqual(
    ['a/图.svg', 'a/图.svg', 'A/图.SVG'].map(wanted => archivePath(wanted, taken)),
    ['a/图.svg', 'a/图 (2).svg', 'A/图 (3).SVG'],
  );
});
