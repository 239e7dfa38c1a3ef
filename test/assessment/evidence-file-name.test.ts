import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { EvidenceFileType } from '#assessment/evidence-file.ts';
import { evidenceFileName } from '#assessment/evidence-file-name.ts';

const cases: [given: string, type: EvidenceFileType, name: string][] = [
  ['普查报告（2026年）.pdf', 'application/pdf', '普查报告（2026年）.pdf'],
  ['报告.PDF', 'application/pdf', '报告.pdf'],
  ['报告.pdf', 'image/png', '报告.png'],
  ['照片.jpeg', 'image/jpeg', '照片.jpeg'],
  ['台账.et', 'application/vnd.ms-excel', '台账.et'],
  ['../../etc/passwd', 'text/plain', 'passwd.txt'],
  ['C:\\文件\\方案.v2', 'application/pdf', '方案.v2.pdf'],
  ['a/b\\c.pdf', 'application/pdf', 'c.pdf'],
  ['病毒.exe', 'application/pdf', '病毒.pdf'],
  ['\u202egnp.exe', 'image/png', 'gnp.png'],
  ['a\u0000b\r\n.pdf', 'application/pdf', 'ab.pdf'],
  ['CON.pdf', 'application/pdf', '_CON.pdf'],
  ['lpt1', 'text/csv', '_lpt1.csv'],
  ['问题:"一"*?.pdf', 'application/pdf', '问题--一---.pdf'],
  ['...', 'application/pdf', '佐证.pdf'],
  ['', 'application/pdf', '佐证.pdf'],
  [' . 名 . .pdf', 'application/pdf', '名.pdf'],
  ['长'.repeat(200), 'application/pdf', `${'长'.repeat(80)}.pdf`],
  ['半\ud800.pdf', 'application/pdf', '半\ufffd.pdf'],
];

for (const [given, type, name] of cases) {
  test(`${JSON.stringify(given.slice(0, 30))} becomes ${JSON.stringify(name.slice(0, 30))}`, () => {
    assert.equal(evidenceFileName(given, type), name);
  });
}

test('whatever came in, the name is safe and stays what it is when it comes in again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), given => {
      const name = evidenceFileName(given, 'application/pdf');
      assert.match(name, /^[^\\/:*?"<>|]+\.pdf$/);
      assert.ok(Buffer.byteLength(name) <= 330 && !/^[. ]/.test(name));
      assert.equal(evidenceFileName(name, 'application/pdf'), name);
    }),
  );
});
