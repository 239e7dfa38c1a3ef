import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { scopeChecklist } from '#checklist/scope-checklist.ts';
import { rowKey } from '#exchange/pack-format.ts';
import { type RawWorkbook, readRawWorkbook } from '#exchange/raw-workbook.ts';
import { buildAssessment } from '../support/build-assessment.ts';
import { cellOf, editWorkbook, sheetOf } from '../support/edit-workbook.ts';
import { after, answers, assessment, checklist, diffOf, diffOfRaw, evidence, packOf, typedOver } from './pack-case.ts';

const stamp = { by: 'local', at: '2026-11-21T00:00:00.000Z' };
const whole = await packOf();
const raw = await readRawWorkbook(whole);

test('a pack that comes back as it went out changes nothing, in either language', async () => {
  for (const bytes of [whole, await packOf(assessment, 'everybody', 'en')]) {
    const diff = await diffOf(bytes);
    assert.deepEqual(diff, { entries: [], invalid: [], unchanged: 7, absent: [] });
  }
});

test('what was filled in is told as new, changed or cleared, each with the answer that would be recorded', async () => {
  const bytes = await editWorkbook(whole, workbook => {
    const sheet = sheetOf(workbook, '填报');
    cellOf(sheet, rowKey(assessment.id, 'b1'), { column: 'answer' }).value = '4 4';
    cellOf(sheet, rowKey(assessment.id, 'a2'), { column: 'note' }).value = {
      richText: [{ text: '补' }, { text: '充' }],
    };
    cellOf(sheet, rowKey(assessment.id, 'a3'), { column: 'value' }).value = ' 93.5 % ';
    for (const column of ['answer', 'reason', 'note'])
      cellOf(sheet, rowKey(assessment.id, 'a1'), { column: column }).value = null;
    const records = sheetOf(workbook, '佐证');
    cellOf(records, rowKey(assessment.id, 'a2'), { column: 'title', nth: 0 }).value = '普查报告（修订）';
    for (const column of ['kind', 'title'])
      cellOf(records, rowKey(assessment.id, 'a2'), { column: column, nth: 1 }).value = null;
    cellOf(records, rowKey(assessment.id, 'a2'), { column: 'kind', nth: 2 }).value = '演练';
    cellOf(records, rowKey(assessment.id, 'a2'), { column: 'title', nth: 2 }).value = '演练评估';
    cellOf(records, rowKey(assessment.id, 'a2'), { column: 'date', nth: 2 }).value = '2026年5月6日';
    sheetOf(workbook, '表 A6').getCell('D7').value = '2';
  });
  const { entries, invalid, unchanged } = await diffOf(bytes);
  assert.deepEqual(invalid, []);
  assert.equal(unchanged, 2);
  assert.deepEqual(
    entries.map(({ itemId, kind, rev, mine }) => ({ itemId, kind, rev, mine })),
    [
      { itemId: 'a1', kind: 'cleared', rev: 1, mine: null },
      {
        ...{ itemId: 'a2', kind: 'changed', rev: 1 },
        mine: {
          ...{ answer: 'scored', value: 3, note: '补充' },
          evidence: [
            { ...evidence, title: '普查报告（修订）' },
            { kind: 'exercise', title: '演练评估', date: '2026-05-06' },
          ],
        },
      },
      { itemId: 'a3', kind: 'changed', rev: 1, mine: { answer: 'scored', value: 93.5 } },
      {
        ...{ itemId: 'a6', kind: 'changed', rev: 1 },
        mine: { answer: 'scored', value: { housing: { gas: 1, flood: 2 }, fire: { flood: 0 } } },
      },
      { itemId: 'b1', kind: 'new', rev: 0, mine: { answer: 'scored', value: 4 } },
    ],
  );
});

test('rows in another order, renamed sheets and moved columns are found by their hidden marks', async () => {
  const bytes = await editWorkbook(whole, workbook => {
    const sheet = sheetOf(workbook, '填报');
    const rows = [4, 9].map(number => [...Array(12).keys()].map(column => sheet.getCell(number, column + 1).value));
    for (const [index, number] of [9, 4].entries())
      for (const [column, value] of (rows[index] ?? []).entries()) sheet.getCell(number, column + 1).value = value;
    cellOf(sheet, rowKey(assessment.id, 'b1'), { column: 'answer' }).value = '不掌握';
    sheet.name = '一处填好的';
  });
  const { entries, invalid, unchanged } = await diffOf(bytes);
  assert.deepEqual(invalid, []);
  assert.equal(unchanged, 6);
  assert.deepEqual(
    entries.map(({ itemId, kind, place }) => [itemId, kind, place]),
    [['b1', 'new', '一处填好的!11']],
  );
});

test('a deleted row leaves its answer as it is and is named', () => {
  const rows = Object.fromEntries([...'ABCDEFGHIJKL'].map(letter => [`填报!${letter}6`, null]));
  const { entries, invalid, absent } = diffOfRaw(typedOver(raw, rows));
  assert.deepEqual({ entries, invalid, absent }, { entries: [], invalid: [], absent: ['a3'] });
});

test('new evidence for an item whose row was deleted is told, not lost', () => {
  const rows = Object.fromEntries([...'ABCDEFGHIJKL'].map(letter => [`填报!${letter}11`, null]));
  const { invalid } = diffOfRaw(typedOver(raw, { ...rows, '佐证!E23': '文件', '佐证!F23': '材料' }));
  assert.deepEqual(
    invalid.map(({ itemId, place }) => [itemId, place]),
    [['b1', '佐证!23']],
  );
});

test('an answer that somebody else changed meanwhile is a conflict, unless nothing was filled in or both say the same', () => {
  const changes = [
    { type: 'answered', ...stamp, item: 'a2', rev: 1, answer: answers.a2 ?? { answer: 'unknown' } },
    { type: 'answered', ...stamp, item: 'a2', rev: 2, answer: { answer: 'unknown' } },
    { type: 'answered', ...stamp, item: 'a3', rev: 1, answer: answers.a3 ?? { answer: 'unknown' } },
    { type: 'answered', ...stamp, item: 'a3', rev: 2, answer: { answer: 'scored', value: 10 } },
    { type: 'answered', ...stamp, item: 'b1', rev: 1, answer: { answer: 'scored', value: 5 } },
  ] as const;
  const now = after([changes[1], changes[3], changes[4]]);
  const filled = typedOver(raw, { '填报!H6': 20, '填报!G11': 5 });
  const { entries, invalid, unchanged } = diffOfRaw(filled, { assessment: now, changes: [...changes] });
  assert.deepEqual(invalid, []);
  assert.equal(unchanged, 6);
  assert.deepEqual(
    entries.map(({ itemId, kind, rev, stored, mine }) => ({ itemId, kind, rev, stored, mine })),
    [
      {
        ...{ itemId: 'a3', kind: 'conflicting', rev: 2 },
        ...{ stored: { answer: 'scored', value: 10 }, mine: { answer: 'scored', value: 20 } },
      },
    ],
  );
});

describe('a table that departments fill in row by row', async () => {
  const answered = (value: Record<string, Record<string, number>>) =>
    after([{ type: 'answered', ...stamp, item: 'a6', rev: 2, answer: { answer: 'scored', value } }]);
  const changes = [
    { type: 'answered' as const, ...stamp, item: 'a6', rev: 1, answer: answers.a6 ?? { answer: 'unknown' as const } },
  ];
  const rows = await readRawWorkbook(await packOf(assessment, { department: 'fire' }));

  test('has for a department that does not lead it nothing but its own row', () => {
    const diff = diffOfRaw(typedOver(rows, { '表 A6!C7': 3 }));
    assert.deepEqual(diff.invalid, []);
    assert.deepEqual(
      diff.entries.map(({ mine }) => mine?.value),
      [{ housing: { gas: 1 }, fire: { flood: 0, gas: 3 } }],
    );
  });

  test('is joined with the cells that others filled in meanwhile', () => {
    const now = answered({ housing: { gas: 1, flood: 3 }, fire: { flood: 0 } });
    const { entries } = diffOfRaw(typedOver(rows, { '表 A6!C7': 3 }), { assessment: now, changes });
    assert.deepEqual(
      entries.map(({ kind, isJoined, rev, mine }) => ({ kind, isJoined, rev, value: mine?.value })),
      [
        {
          ...{ kind: 'changed', isJoined: true, rev: 2 },
          value: { housing: { gas: 1, flood: 3 }, fire: { flood: 0, gas: 3 } },
        },
      ],
    );
  });

  test('is a conflict where the same cell says two things', () => {
    const now = answered({ housing: { gas: 1 }, fire: { flood: 2 } });
    const { entries } = diffOfRaw(typedOver(rows, { '表 A6!D7': 3 }), { assessment: now, changes });
    assert.deepEqual(
      entries.map(({ kind, isJoined }) => [kind, isJoined]),
      [['conflicting', false]],
    );
  });

  test('says nothing where the whole was answered without a score', () => {
    const now = after([{ type: 'answered', ...stamp, item: 'a6', rev: 2, answer: { answer: 'unknown' } }]);
    assert.deepEqual(diffOfRaw(rows, { assessment: now, changes }).entries, []);
  });
});

test('a level with its name, as the form shows it, is that level', () => {
  const label = { zh: '协同', en: 'Joined up' };
  const scale = {
    ...checklist.scale,
    levels: checklist.scale.levels?.map(level => (level.value === 4 ? { ...level, label } : level)),
  };
  for (const typed of ['4 协同', ' 4　协同 ', '4 joined up']) {
    const { entries, invalid } = diffOfRaw(typedOver(raw, { '填报!G11': typed }), {
      checklist: { ...checklist, scale },
    });
    assert.deepEqual(invalid, [], typed);
    assert.equal(entries[0]?.mine?.value, 4);
  }
  const wrong = diffOfRaw(typedOver(raw, { '填报!G11': '3 协同' }), { checklist: { ...checklist, scale } });
  assert.match(wrong.invalid[0]?.message.zh ?? '', /不在下拉列表里/);
});

test('all that is wrong with an item is told at once, what cannot be read and what the rules refuse, a place once', () => {
  const faulty = typedOver(raw, {
    ...{ '填报!G5': '大概三级', '佐证!K6': 'javascript:alert(1)' },
    ...{ '表 A6!C7': '很多', '表 A6!D7': 9, '表 A6!C8': -1 },
    '填报!H6': '九成',
  });
  const { entries, invalid } = diffOfRaw(faulty);
  assert.deepEqual(entries, []);
  assert.deepEqual(invalid.map(({ itemId, place }) => `${itemId} ${place}`).toSorted(), [
    'a2 佐证!K6',
    'a2 填报!G5',
    'a3 填报!H6',
    'a6 表 A6!C7',
    'a6 表 A6!C8',
    'a6 表 A6!D7',
  ]);
});

describe('what cannot be taken is told with its cell, and nothing else of its item is taken', () => {
  const cases: Record<string, { typed: Parameters<typeof typedOver>[1]; place: string; says: RegExp }> = {
    'a pasted value outside the list': {
      typed: { '填报!G11': '基本做到' },
      place: '填报!G11',
      says: /“基本做到”不在下拉列表里/,
    },
    'a level that the scale does not have': { typed: { '填报!G11': 7 }, place: '填报!G11', says: /不在下拉列表里/ },
    'a formula': { typed: { '填报!H6': { kind: 'formula', text: '' } }, place: '填报!H6', says: /公式/ },
    'an error value': { typed: { '填报!K5': { kind: 'error', text: '#REF!' } }, place: '填报!K5', says: /错误值/ },
    'a figure that is none': { typed: { '填报!H6': '九成' }, place: '填报!H6', says: /“九成”不是数/ },
    'a figure out of its bounds, by the rule for every answer': {
      typed: { '填报!H6': 120 },
      place: '填报!H6',
      says: /不大于 100/,
    },
    'a count that is a day': {
      typed: { '填报!H7': { kind: 'date', text: '1900-01-02T00:00:00.000Z' } },
      place: '填报!H7',
      says: /不是数/,
    },
    'a figure for an item that takes none': { typed: { '填报!H11': 3 }, place: '填报!H11', says: /不填数值/ },
    'a note without an answer': { typed: { '填报!K11': '还没有定' }, place: '填报!G11', says: /还没有选作答/ },
    'a figure beside an answer without a score': {
      typed: { '填报!G6': '不掌握' },
      place: '填报!G6',
      says: /请只留一个/,
    },
    'not applicable where that is not possible': {
      typed: { '填报!G11': '不适用' },
      place: '填报!G11',
      says: /不在下拉列表里/,
    },
    'a reason for withholding that is not listed': {
      typed: { '填报!J8': '详情如下' },
      place: '填报!J8',
      says: /从列表中选择理由/,
    },
    'a key of another assessment': { typed: { '填报!A11': 'another-1/b1' }, place: '填报!A11', says: /另一次评价/ },
    'an item that the checklist does not have': {
      typed: { '填报!A11': `${assessment.id}/z9` },
      place: '填报!11',
      says: /没有这一项/,
    },
    'two rows of one item': { typed: { '填报!A11': `${assessment.id}/a2` }, place: '填报!11', says: /填报!5 已有一行/ },
    'an altered key': { typed: { '填报!A6': '改过' }, place: '填报!G6', says: /标识被改动过/ },
    'an altered revision': { typed: { '填报!B5': 'x' }, place: '填报!B5', says: /版本号/ },
    'something typed into a row of nobody': {
      typed: { '填报!G20': '3 3' },
      place: '填报!G20',
      says: /没有隐藏的检查项标识/,
    },
    'evidence without a kind': { typed: { '佐证!F23': '一份材料' }, place: '佐证!E23', says: /请选择佐证种类/ },
    'evidence of an unknown kind': {
      typed: { '佐证!E23': '照片', '佐证!F23': '台账' },
      place: '佐证!E23',
      says: /没有“照片”这种佐证/,
    },
    'evidence without a title': { typed: { '佐证!E23': '文件', '填报!G11': '不掌握' }, place: '佐证!F23', says: /./ },
    'a day that does not exist': { typed: { '佐证!H6': '2026-02-30' }, place: '佐证!H6', says: /“2026-02-30”读不出/ },
    'a link that is none': { typed: { '佐证!K6': 'javascript:alert(1)' }, place: '佐证!K6', says: /./ },
    'a record that stands there twice': { typed: { '佐证!B7': 'e1' }, place: '佐证!7', says: /两行/ },
    'a cell of a table that is no whole number': { typed: { '表 A6!C7': 1.5 }, place: '表 A6!C7', says: /整数/ },
    'a cell of a table that is too high': { typed: { '表 A6!C7': 4 }, place: '表 A6!C7', says: /0 到 3/ },
    'a table of another assessment': {
      typed: { '表 A6!B1': 'another-1/a6' },
      place: '表 A6!A1',
      says: /不属于本次评价/,
    },
    'a note that is longer than any': { typed: { '填报!K5': '长'.repeat(50_001) }, place: '填报!K5', says: /./ },
  };
  for (const [name, { typed, place, says }] of Object.entries(cases))
    test(name, () => {
      const { entries, invalid } = diffOfRaw(typedOver(raw, typed));
      assert.deepEqual(
        invalid.map(fault => fault.place),
        [place],
      );
      assert.match(invalid[0]?.message.zh ?? '', says);
      assert.ok(invalid[0]?.message.en);
      assert.deepEqual(entries, []);
    });

  test('a real formula and real merged cells', async () => {
    const bytes = await editWorkbook(whole, workbook => {
      sheetOf(workbook, '填报').getCell('H6').value = { formula: 'SUM(1,2)', result: 3 };
      sheetOf(workbook, '填报').mergeCells('G10:G11');
    });
    const { invalid, entries } = await diffOf(bytes);
    assert.deepEqual(invalid.map(({ place }) => place).sort(), ['填报!G11', '填报!H6']);
    assert.deepEqual(entries, []);
  });
});

test('days come as dates, as counts from 1900 or 1904, and in the usual ways of writing', async () => {
  const dayIn = (workbook: RawWorkbook) => diffOfRaw(workbook).entries[0]?.mine?.evidence?.[0]?.date;
  for (const typed of [46148, '2026/5/6', '2026.05.06', '20260506', 20260506, '２０２６年５月６日'])
    assert.equal(dayIn(typedOver(raw, { '佐证!H6': typed })), '2026-05-06', String(typed));
  assert.equal(dayIn({ ...typedOver(raw, { '佐证!H6': 46148 - 1462 }), date1904: true }), '2026-05-06');
  const real = await editWorkbook(whole, workbook => {
    workbook.properties.date1904 = true;
    sheetOf(workbook, '佐证').getCell('H6').value = new Date('2026-05-06T00:00:00.000Z');
  });
  assert.equal(dayIn(await readRawWorkbook(real)), '2026-05-06');
});

test('a share that a spreadsheet keeps as 0.92 is the 92 that was typed', () => {
  for (const typed of [{ kind: 'percent', text: '0.92' } as const, '92', ' 92 % ', '９２％', 92, '92.0'])
    assert.deepEqual(
      diffOfRaw(typedOver(raw, { '填报!H6': typed })).entries.map(({ mine }) => mine?.value),
      [92],
    );
});

test('a note that no cell can hold stays as it is', async () => {
  const note = '长'.repeat(40_000);
  const long = buildAssessment({ ...answers, b1: { answer: 'unknown', note } });
  const sheets = await readRawWorkbook(await packOf(long));
  assert.deepEqual(diffOfRaw(sheets, { assessment: long }).entries, []);
  const [entry] = diffOfRaw(typedOver(sheets, { '填报!G11': '2 2' }), { assessment: long }).entries;
  assert.equal(entry?.mine?.value, 2);
  assert.equal(entry?.mine?.note, note);
});

test('evidence that other items use as well is shown and cannot be changed here', async () => {
  const shared = buildAssessment({ ...answers, b1: { answer: 'unknown', evidence: [evidence] } });
  const filled = typedOver(await readRawWorkbook(await packOf(shared)), { '佐证!F6': '换个名称' });
  const { entries, invalid } = diffOfRaw(filled, { assessment: shared });
  assert.deepEqual(entries, []);
  assert.deepEqual(
    invalid.map(({ place }) => place),
    ['佐证!6'],
  );
  assert.match(invalid[0]?.message.zh ?? '', /B1/);
});

test('the same file again changes nothing, also where it brought new evidence', () => {
  const filled = typedOver(raw, { '佐证!E14': '文件', '佐证!F14': '新文件' });
  const [entry] = diffOfRaw(filled).entries;
  assert.equal(entry?.itemId, 'a4');
  assert.ok(entry?.mine);
  const answer = { ...entry.mine, evidence: entry.mine.evidence?.map(record => ({ ...record, id: 'given' })) ?? [] };
  const recorded = { type: 'answered' as const, ...stamp, item: 'a4', rev: 2, answer };
  const first = { type: 'answered' as const, ...stamp, item: 'a4', rev: 1, answer: answers.a4 ?? answer };
  const again = diffOfRaw(filled, { assessment: after([recorded]), changes: [first, recorded] });
  assert.deepEqual(again.entries, []);
});

test('a pack of another assessment, of another checklist, of a newer program or of nobody is refused with words', () => {
  const reason = /faulty-input/;
  assert.throws(() => diffOfRaw(raw, { assessment: { ...assessment, id: 'another-1' } }), reason);
  const older = { ...assessment, checklist: { ...assessment.checklist, sha256: 'cd'.repeat(32) } };
  assert.throws(() => diffOfRaw(raw, { assessment: older }), reason);
  assert.throws(() => diffOfRaw(typedOver(raw, { 'rencheng!B1': 99 })), reason);
  assert.throws(() => diffOfRaw({ ...raw, sheets: raw.sheets.filter(({ name }) => name !== 'rencheng') }), reason);
});

test('an item that went out of scope meanwhile is told', () => {
  const { invalid } = diffOfRaw(raw, { checklist: scopeChecklist(checklist, { areas: ['a'] }) });
  assert.deepEqual(
    invalid.map(({ itemId, place }) => [itemId, place]),
    [['b1', '填报!11']],
  );
});
