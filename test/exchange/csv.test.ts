import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { diffIncoming } from '#assessment/incoming-diff.ts';
import { readAnswersFile } from '#exchange/read-answers-file.ts';
import { writeAnswersCsv } from '#exchange/write-csv.ts';
import { AppError } from '#shared/app-error.ts';
import { wordings } from '../support/wordings.ts';
import { assessment, checklist } from './pack-case.ts';

const known = { checklist, wordings: [wordings.zh, wordings.en] };
const template = writeAnswersCsv({ assessment, checklist, packFor: 'everybody' }, wordings.zh);

async function diffOf(content: string | Buffer) {
  const incoming = await readAnswersFile(Buffer.from(content), assessment, known);
  return diffIncoming(incoming, { assessment, checklist, changes: () => [] });
}

async function mineOf(content: string | Buffer) {
  const { entries, invalid } = await diffOf(content);
  assert.deepEqual(invalid, []);
  return Object.fromEntries(entries.map(({ itemId, mine }) => [itemId, mine]));
}

test('the template that comes back as it went out changes nothing, in either language', async () => {
  assert.equal(template.charCodeAt(0), 0xfeff);
  assert.ok(template.includes(`'=HYPERLINK`), 'formulas are no formulas');
  const english = writeAnswersCsv({ assessment, checklist, packFor: 'everybody' }, wordings.en);
  for (const text of [template, english]) {
    const { entries, invalid } = await diffOf(text);
    assert.deepEqual({ entries, invalid }, { entries: [], invalid: [] });
  }
});

describe('answers come as words or as codes, by code or id, in several encodings', () => {
  const rows = '编号,作答,数值,理由,备注\nB1,4 4,,,说明\nA3,,93.5%,,\n';
  const expected = {
    b1: { answer: 'scored', value: 4, note: '说明' },
    a3: { answer: 'scored', value: 93.5 },
  };
  const gb18030 = Buffer.from([
    ...[0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xd7, 0xf7, 0xb4, 0xf0, 0x0a],
    ...[0x42, 0x31, 0x2c, 0xb2, 0xbb, 0xd5, 0xc6, 0xce, 0xd5, 0x0a],
  ]);

  test('UTF-8 without a mark', async () => assert.deepEqual(await mineOf(rows), expected));
  test('UTF-8 with a mark', async () => assert.deepEqual(await mineOf(`\ufeff${rows}`), expected));
  test('UTF-16 with a mark', async () =>
    assert.deepEqual(await mineOf(Buffer.from(`\ufeff${rows}`, 'utf16le')), expected));
  test('GB18030', async () => assert.deepEqual(await mineOf(gb18030), { b1: { answer: 'unknown' } }));
  test('semicolons and Windows line ends', async () =>
    assert.deepEqual(await mineOf(rows.replaceAll(',', ';').replaceAll('\n', '\r\n')), expected));
  test('English headings, ids and codes', async () =>
    assert.deepEqual(await mineOf('item,answer,value\nb1,scored,2\na5,scored,yes\na2,unknown,\n'), {
      b1: { answer: 'scored', value: 2 },
      a5: { answer: 'scored', value: true },
      a2: { answer: 'unknown', evidence: assessment.answers.a2?.answer?.evidence },
    }));
});

test('rows may end in any of the three ways, each in its own', async () => {
  const ends = ['\n', '\r\n', '\r'];
  for (const [one, two, three] of ends.flatMap(a => ends.flatMap(b => ends.map(c => [a, b, c] as const)))) {
    const rows = `编号;作答;备注${one}B1;不掌握;"有，\r\n下一行"${two}A3;不掌握;"x"${three}`;
    assert.deepEqual(
      await mineOf(rows),
      { b1: { answer: 'unknown', note: '有，\n下一行' }, a3: { answer: 'unknown', note: 'x' } },
      JSON.stringify(rows),
    );
  }
});

test('a quote too many or too few is told with its row, whatever ends the rows before', async () => {
  const faulty = ['A3,"没有收尾', 'A3,"多了"字', 'A3,中间"有'];
  for (const row of faulty) {
    const error: unknown = await diffOf(`编号,作答\r\nB1,"不\n掌握"\n${row}\r\n`).catch(cause => cause);
    assert.ok(error instanceof AppError);
    assert.match(error.faults[0]?.message.zh ?? '', /第 3 行.*引号/, row);
  }
});

test('what cannot be taken is told with its cell', async () => {
  const rows = ['B1,基本做到,,', 'Z9,不掌握,,', 'A3,,九成,', 'A2,,9,', 'A4,不掌握,,', 'A4,不掌握,,', 'A1,不适用,,'];
  const { entries, invalid } = await diffOf(`编号,作答,数值,理由\n${rows.join('\n')}\n`);
  assert.deepEqual(
    invalid.map(({ place }) => place),
    ['B2', 'A3', 'C4', 'C5', 'A7', 'D8'],
  );
  assert.deepEqual(entries, []);
});

test('a revision says which answer was seen', async () => {
  const { entries } = await diffOf('编号,作答,rev\nA2,不掌握,0\nA3,不掌握,1\n');
  assert.deepEqual(
    entries.map(({ itemId, kind }) => [itemId, kind]),
    [
      ['a2', 'conflicting'],
      ['a3', 'changed'],
    ],
  );
});

test('files that are none of these are refused with words', async () => {
  const files: [Buffer | string, RegExp][] = [
    ['', /空的/],
    [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), /旧格式|密码/],
    ['%PDF-1.7', /PDF/],
    [Buffer.from([0, 1, 2, 3]), /读不出文字/],
    [Buffer.from([0xff, 0xff, 0xff]), /读不出文字/],
    ['一封信，没有表头', /表头/],
    ['编号,作答\nB1,"没有收尾', /引号/],
    [`编号,作答\n${'B1,不掌握\n'.repeat(20_001)}`, /超过/],
  ];
  for (const [content, reason] of files) {
    const error: unknown = await diffOf(content).catch(cause => cause);
    assert.ok(error instanceof AppError, String(reason));
    assert.match(error.faults[0]?.message.zh ?? '', reason);
  }
});
