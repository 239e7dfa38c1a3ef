import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportCsv } from '#publish/report-csv.ts';
import { buildReport } from '#report/report.ts';
import { minutesAfter } from '../report/build-minutes.ts';
import { buildAssessment, scored } from '../support/build-assessment.ts';
import { buildArea, buildChecklist, buildItem } from '../support/build-checklist.ts';

/** Words as their keys with their parameters, so that the test needs no catalogue. */
const wording = {
  language: 'en' as const,
  t: (key: string, params: object = {}) => [key.replace('report.csv.', ''), ...Object.values(params)].join(' '),
  minute: (isoTime: string) => isoTime,
};

const checklist = buildChecklist({
  areas: [
    buildArea('a', {
      items: [
        buildItem('a1', { bottomLine: true }),
        {
          ...{ id: 'a2', code: 'A2', kind: 'metric', title: { zh: '改造率', en: 'Share renewed' } },
          ...{ unit: '%', direction: 'higher-is-better', bands: [{ at: -2.5, level: 2 }] },
        },
        buildItem('a3'),
        {
          ...{ id: 'a4', code: 'A4', kind: 'matrix', title: { zh: '矩阵' } },
          ...{ rows: ['r1'], columns: ['c1', 'c2'], cellMax: 2 },
        },
      ],
    }),
  ],
});

function csvOf(answers: Parameters<typeof buildAssessment>[0]): string {
  return reportCsv(buildReport(buildAssessment(answers), checklist, '2026-11-18T06:40:00.000Z'), wording);
}

/** Rows as objects by heading; the cells of these tests hold no commas, quotes or line breaks. */
function rowsOf(csv: string): Record<string, string>[] {
  const [heading = '', ...lines] = csv.slice(1).trimEnd().split('\r\n');
  const names = heading.split(',');
  return lines.map(line => Object.fromEntries(line.split(',').map((cell, index) => [names[index], cell])));
}

test('there is a byte order mark, a heading and one row an item, as Windows ends lines', () => {
  const csv = csvOf({});
  assert.equal(csv.charCodeAt(0), 0xfeff);
  assert.equal(csv.split('\r\n').length, 1 + 4 + 1);
  assert.ok(csv.startsWith('\ufeffarea-code,area,code,item,id,'));
});

test('what workshops recorded follows at the end, and only where there was one', () => {
  const minutes = minutesAfter([
    [0, 0, 0, 5, 5, 5],
    [3, 3, 3, 4, 4],
  ]);
  const report = buildReport(buildAssessment({ a1: scored(4) }), checklist, '2026-11-18T06:40:00.000Z', [minutes]);
  const [a1, a2] = rowsOf(reportCsv(report, wording));
  const cells = (row: Record<string, string> | undefined) =>
    ['opinion', 'verdict', 'n', 'median', 'relation'].map(name => row?.[`opinions.csv.${name}`]);
  assert.deepEqual(cells(a1), ['3', 'opinions.verdict.consensus', '5', '3', 'opinions.relation.differs']);
  assert.deepEqual(cells(a2), ['', '', '', '', '']);
  assert.doesNotMatch(csvOf({}), /opinions/);
});

test('in English each row names its texts that stand in Chinese, and in Chinese there is no such column', () => {
  const [a1, , , a4] = rowsOf(csvOf({}));
  assert.deepEqual([a1?.['untranslated.csv'], a4?.['untranslated.csv']], ['', 'item']);
  const bare = buildChecklist({
    areas: [
      {
        ...buildArea('a'),
        title: { zh: '甲' },
        items: [
          {
            ...{ id: 'a1', code: 'A1', kind: 'metric', title: { zh: '率' }, unit: { zh: '个' } },
            ...{ direction: 'higher-is-better', bands: [{ at: 1, level: 2 }] },
          },
        ],
      },
    ],
  });
  const report = buildReport(buildAssessment({}), bare, '2026-11-18T06:40:00.000Z');
  const separated = { ...wording, t: (key: string) => (key === 'report.csv.evidence-separator' ? '; ' : key) };
  assert.match(reportCsv(report, separated), /report\.csv\.area; report\.csv\.item; report\.csv\.unit\r\n$/);
  assert.doesNotMatch(reportCsv(report, { ...wording, language: 'zh-CN' }), /untranslated/);
  const translated = buildChecklist({ areas: [buildArea('a')] });
  const all = buildReport(buildAssessment({}), translated, '2026-11-18T06:40:00.000Z');
  assert.doesNotMatch(reportCsv(all, wording), /untranslated/);
});

test('answers stand as they were given, numbers as numbers with a point', () => {
  const [a1, a2, a3, a4] = rowsOf(
    csvOf({
      a1: scored(4, 'document'),
      a2: scored(-2.5),
      a3: { answer: 'withheld', reason: 'work-secret' },
      a4: scored({ r1: { c1: 2, c2: 1 } }),
    }),
  );
  assert.deepEqual(
    [a1?.['area-code'], a1?.area, a1?.code, a1?.item, a1?.['bottom-line']],
    ['A', 'Area a', 'A1', 'Item a1', 'yes'],
  );
  assert.deepEqual([a1?.value, a1?.claimed, a1?.supported, a1?.weight], ['4', '80', '40', '25']);
  assert.deepEqual([a1?.['claimed-level'], a1?.['supported-level']], ['4', '2']);
  assert.equal(a1?.evidence, 'report.evidence.line assessment.evidence.document 佐证 document');
  assert.deepEqual([a2?.value, a2?.unit, a2?.claimed, a2?.['claimed-level']], ['-2.5', '%', '40', '2']);
  assert.deepEqual(
    [a3?.state, a3?.reason, a3?.claimed, a3?.value],
    ['report.answer.withheld', 'assessment.withheld.work-secret', '', ''],
  );
  assert.deepEqual([a4?.value, a4?.claimed], ['r1/c1: 2evidence-separatorr1/c2: 1', '75']);
});

test('what a user typed cannot start a formula', () => {
  for (const note of ['=HYPERLINK("http://x.example")', '+1+1', '-2', '@SUM(A1)', '\uff1dA1']) {
    const csv = csvOf({ a1: { ...scored(3), note } });
    assert.ok(!new RegExp(`[,"]${escaped(note.slice(0, 3))}`).test(csv), csv);
    assert.ok(csv.includes(`'${note.slice(0, 3)}`), csv);
  }
});

test('a note of several lines stays one cell', () => {
  const csv = csvOf({ a1: { ...scored(3), note: '第一行\n第二行，"引"' } });
  assert.ok(csv.includes('"第一行\n第二行，""引"""'), csv);
});

function escaped(text: string): string {
  return text.replace(/[^\w]/g, sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
