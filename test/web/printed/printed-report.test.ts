import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Action } from '#assessment/action.ts';
import type { Answer } from '#assessment/answer.ts';
import { charts } from '#publish/charts/draw-charts.ts';
import { compareAssessments } from '#report/comparison.ts';
import type { PrintedBlock, PrintedPart, PrintedReport, PrintedTable } from '#report/printed-report.ts';
import { buildReport, type Report } from '#report/report.ts';
import { formatIn } from '#web/format.ts';
import { printedPartIds, printedReports } from '#web/printed/printed-report.ts';
import { openWords } from '#web/words.ts';
import { contentChecklist, contentReport, generatedAt, withTable } from '../../report/build-content.ts';
import { minutesAfter } from '../../report/build-minutes.ts';
import { buildAction } from '../../support/build-action.ts';
import { buildAssessment, scored } from '../../support/build-assessment.ts';
import { buildArea, buildChecklist, buildItem } from '../../support/build-checklist.ts';
import { demoReport } from '../../support/demo-report.ts';

const words = openWords(key => assert.fail(`no word "${key}"`));
const formats = (['zh-CN', 'en'] as const).map(language =>
  formatIn({ language, t: words.translate(language), timeZone: 'Asia/Shanghai', now: () => new Date(0) }),
);
const noDrawing = () => undefined;
const demo = await demoReport();
const empty = await demoReport('empty');

function printed(report: Report): [PrintedReport, PrintedReport] {
  const [chinese, english] = printedReports(report, formats, { draw: noDrawing });
  assert.ok(chinese && english);
  return [chinese, english];
}

test('an area without items leaves no heading over nothing in the score sheet, and without any item there is no sheet', () => {
  const areas = [buildArea('a'), buildArea('n', { weight: 0, items: [] })];
  const sheetOf = (given: typeof areas) =>
    printed(buildReport(buildAssessment(), buildChecklist({ areas: given }), generatedAt))[0].annexes.find(
      ({ id }) => id === 'score-sheet',
    );
  const headings = sheetOf(areas)?.blocks.flatMap(block => (block.kind === 'heading' ? [block.text] : []));
  assert.deepEqual(headings, ['A 领域 a']);
  assert.equal(sheetOf(areas.slice(1)), undefined);
});

function partsOf({ summary, parts, annexes }: PrintedReport): PrintedPart[] {
  return [summary, ...parts, ...annexes];
}

function tablesOf({ blocks }: PrintedPart): PrintedTable[] {
  return blocks.flatMap(block => (block.kind === 'table' ? [block.table] : []));
}

function tablesIn(id: string, { parts }: PrintedReport): PrintedTable[] {
  return parts.filter(part => part.id === id).flatMap(tablesOf);
}

function textsOf(block: PrintedBlock): string[] {
  switch (block.kind) {
    case 'list':
      return block.items;
    case 'facts':
      return block.facts.flatMap(({ label, value }) => [label, value]);
    case 'table':
      return [...block.table.columns.map(({ title }) => title), ...block.table.rows.flat().map(({ text }) => text)];
    case 'chart':
      return [block.caption, block.alt];
    case 'signatures':
      return block.labels;
    default:
      return [block.text];
  }
}

function allTexts(report: PrintedReport): string[] {
  return [
    ...[report.title, report.subtitle, report.runningTitle],
    ...report.facts.flatMap(({ label, value }) => [label, value]),
    ...partsOf(report).flatMap(({ title, blocks }) => [title, ...blocks.flatMap(textsOf)]),
  ];
}

/** Lines of 28 Chinese characters; 62 Latin ones stand in the same room. The small table is not counted. */
function linesOf(part: PrintedPart): number {
  const texts = part.blocks.filter(({ kind }) => kind !== 'table').flatMap(textsOf);
  return texts.reduce((lines, text) => lines + Math.ceil(roomOf(text) / 28), 0);
}

function roomOf(text: string): number {
  return [...text].reduce((room, character) => room + (character < '\u2000' ? 28 / 62 : 1), 0);
}

describe('the printed report', () => {
  test('has the parts of evaluation reports in their order, in both languages', () => {
    for (const report of printed(demo)) {
      assert.deepEqual(
        report.parts.map(({ id }) => id),
        ['scope', 'indicators', 'results', 'achievements', 'problems', 'risks', 'recommendations', 'evidence'],
      );
      assert.deepEqual(
        report.annexes.map(({ id }) => id),
        ['score-sheet', 'matrices', 'metrics', 'group'],
      );
    }
  });

  test('the summary of the demo city and of an empty assessment keeps to 24 lines in both languages', () => {
    for (const report of [demo, empty])
      for (const { summary, language } of printed(report)) {
        const lines = linesOf(summary);
        assert.ok(lines >= 9 && lines <= 24, `${language}: ${lines} lines`);
        assert.equal(summary.blocks.filter(({ kind }) => kind === 'table').length, 1);
      }
  });

  test('the workshops have a part once they have recorded something', () => {
    const [chinese] = printed(contentReport({ checklist: {}, minutes: minutesAfter([[3, 3, 3, 3, 3]]) }));
    const part = chinese.parts.find(({ id }) => id === 'discussions');
    assert.ok(part);
    assert.match(part.blocks.flatMap(textsOf).join('\n'), /3 级/);
  });

  test('recommends what is planned with owner, deadline, cost, measure of success and gain, and suggests beside it', () => {
    const action = buildAction('补建台账', {
      ...{ item: 'a2', target: 3, evidence: ['document'], lead: 'fire', support: ['water'], deadline: '2026-01-31' },
      ...{ cost: { band: '10-50' } },
    });
    const answers = { a1: scored(1), a2: scored(2), b1: scored(2) };
    const assessment = { ...buildAssessment(answers), actions: [action] };
    const report = buildReport(assessment, buildChecklist(contentChecklist), generatedAt);
    const [planned, suggested] = tablesIn('recommendations', printed(report)[0]);
    assert.deepEqual(planned?.rows, [
      [
        { text: 'A2 检查项 a2' },
        ...[{ text: '补建台账' }, { text: 'fire\n配合 water' }],
        { text: '2026年1月31日\n逾期\n计划\n10–50 万元', mark: 'stop' },
        ...[{ text: '2 级 → 3 级\n文件' }, { text: '下限 +5.0\n有据 +10.0' }],
      ],
    ]);
    assert.deepEqual(suggested?.rows[0]?.[0], { text: 'A1 检查项 a1', mark: 'stop' });
    const recommended = printed(report).map(({ parts }) => parts.find(({ id }) => id === 'recommendations'));
    const said = recommended.map(part => part?.blocks.flatMap(textsOf) ?? []);
    assert.ok(said[0]?.includes('没有完成的 1 条整改措施约需经费 10–50 万元。'));
    assert.ok(said[1]?.includes('1 unfinished action costs about CNY 100,000–500,000.'));
    const nothing = printed({ ...report, plan: { ...report.plan, actions: [], suggestions: [] }, findings: [] });
    assert.ok(!nothing[0].parts.some(({ id }) => id === 'recommendations'));
  });

  test('the summary says which bottom lines have no action, what the plan costs and what to begin with', () => {
    const action = buildAction('补建台账', {
      ...{ item: 'a2', target: 3, evidence: ['document'], lead: 'fire', deadline: '2026-01-31' },
      cost: { band: '10-50' },
    });
    const summaryOf = (actions: Action[]) => {
      const assessment = { ...buildAssessment({ a1: scored(1), a2: scored(2), b1: scored(2) }), actions };
      const report = buildReport(assessment, buildChecklist(contentChecklist), generatedAt);
      return printed(report).map(({ summary }) => summary.blocks.flatMap(textsOf));
    };
    const [chinese = [], english = []] = summaryOf([action]);
    assert.ok(chinese.some(line => /^未过的底线项还有 \d 项没有整改措施：.*A1/.test(line)));
    assert.ok(
      chinese.includes('没有完成的 1 条整改措施约需经费 10–50 万元。全部做到，得分下限由 25.0 到 30.0。'),
      chinese.join('\n'),
    );
    assert.ok(chinese.includes('先做 A2 检查项 a2（fire，期限 2026年1月31日，已逾期，10–50 万元）。'));
    assert.ok(english.some(line => line.startsWith('First: A2 Item a2 (fire, overdue since January 31, 2026')));
    assert.ok(summaryOf([]).every(lines => !lines.some(line => /约需|First:/.test(line))));
  });

  test('compares itself with the assessment before it where there is one', () => {
    const wholeChecklist = buildChecklist(contentChecklist);
    const sideOf = (answers: Record<string, Answer>, year: string) => ({
      assessment: buildAssessment(answers, { period: year, referenceDate: `${year}-11-30` }),
      wholeChecklist,
    });
    const old = sideOf({ a1: scored(2), b1: scored(3) }, '2025');
    const now = sideOf({ a1: scored(4), b1: scored(3) }, '2026');
    const report = buildReport(now.assessment, wholeChecklist, generatedAt);
    assert.equal(tablesIn('comparison', printed(report)[0]).length, 0);
    const [areas, items] = tablesIn('comparison', printed({ ...report, comparison: compareAssessments(old, now) })[0]);
    const texts = areas?.rows.map(row => row.map(({ text }) => text));
    assert.deepEqual(texts?.[0], ['A 领域 a', '40.0', '80.0', '+40.0', '0.0', '0.0', '0.0', '+20.0']);
    assert.deepEqual(
      items?.rows.map(row => row.map(({ text }) => text)),
      [['A1 检查项 a1', '2 级', '4 级', '+20.0', '0.0']],
    );
  });

  test('a milestone is named with its hash on the front page', () => {
    const sha256 = 'cd'.repeat(32);
    const head = { id: 'm1', name: '报送稿', keptAt: generatedAt, by: 'local', program: '1.0.0', sha256 };
    const values = printed({ ...demo, milestone: head })[0].facts.map(({ value }) => value);
    assert.ok(values.includes('报送稿') && values.includes(sha256) && values.includes('ab'.repeat(32)));
  });

  test('no table bears the words of the heading above it', () => {
    for (const report of printed(demo))
      for (const part of partsOf(report)) {
        const headings = [part.title, ...part.blocks.flatMap(block => (block.kind === 'heading' ? [block.text] : []))];
        for (const { caption } of tablesOf(part)) assert.ok(!headings.includes(caption), caption);
      }
  });

  test('the shown scores are the same in summary, results and score sheet', () => {
    const [chinese] = printed(demo);
    const { score, supported } = demo.overall;
    const [figures] = chinese.summary.blocks.flatMap(block => (block.kind === 'table' ? [block.table] : []));
    assert.equal(figures?.rows[0]?.[0]?.text, score?.toFixed(1));
    assert.equal(figures?.rows[0]?.[2]?.text, supported?.toFixed(1));
    const results = chinese.parts.find(({ id }) => id === 'results')?.blocks.flatMap(textsOf) ?? [];
    assert.ok(results.some(text => text.startsWith(`${score?.toFixed(1)}（`)));
    for (const { figures: area } of demo.areas) assert.ok(results.includes(area.supported?.toFixed(1) ?? '—'));
  });

  test('the score sheet has every item in scope once', () => {
    const [chinese] = printed(demo);
    const sheet = chinese.annexes.find(({ id }) => id === 'score-sheet')?.blocks ?? [];
    const rows = sheet.flatMap(block => (block.kind === 'table' ? block.table.rows : []));
    assert.equal(rows.length, demo.items.length);
    assert.deepEqual(
      rows.map(([item]) => item?.text.split(' ')[0]),
      demo.items.map(({ code }) => code),
    );
  });

  test('parts are chosen by id, the summary always stays, unknown ids choose nothing', () => {
    assert.equal(new Set(printedPartIds).size, printedPartIds.length);
    const [chosen] = printedReports(demo, formats, { draw: noDrawing, parts: ['problems', 'group', 'nothing'] });
    assert.deepEqual(
      [chosen?.parts, chosen?.annexes].map(parts => parts?.map(({ id }) => id)),
      [['problems'], ['group']],
    );
    assert.ok((chosen?.summary.blocks.length ?? 0) > 3);
  });

  test('drawings come with their caption and what they say of themselves', () => {
    const [chinese] = printedReports(demo, formats, {
      draw: (chart, format) => charts.svg(demo, chart, format),
      parts: ['results'],
    });
    const drawn = chinese?.parts
      .flatMap(({ blocks }) => blocks)
      .flatMap(block => (block.kind === 'chart' ? [block] : []));
    assert.deepEqual(
      drawn?.map(({ caption }) => caption),
      ['各领域得分', '各领域得分雷达图', '自报与有据对照', '四类风险的闭环'],
    );
    assert.ok(drawn?.every(({ svg, alt }) => (svg.includes('</svg>') && alt.includes('自报')) || alt.includes('监测')));
  });

  test('every row of every table has as many cells as there are columns', () => {
    for (const report of [demo, empty, contentReport({ checklist: withTable })])
      for (const one of printed(report))
        for (const block of partsOf(one).flatMap(({ blocks }) => blocks))
          if (block.kind === 'table')
            for (const row of block.table.rows)
              assert.equal(row.length, block.table.columns.length, block.table.caption);
  });
});

describe('texts that people typed', () => {
  const hostile = '\ud800名\u0000称\u202e<script>#panic(){{x}}\u2028=1+1\udc00';

  test('are well-formed and without controls wherever they stand', () => {
    const typed = fc.oneof(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), fc.constant(hostile));
    fc.assert(
      fc.property(typed, typed, (name, note) => {
        const answer = {
          answer: 'scored' as const,
          value: 3,
          note,
          evidence: [{ kind: 'audit' as const, title: name }],
        };
        const report = contentReport({
          checklist: {
            ...withTable,
            departments: [{ id: 'fire', name: { zh: `a${name}`, en: `b${name}` } }],
          },
          answers: { a1: answer, a2: { answer: 'unknown', reason: name } },
          setup: { city: name, period: name },
        });
        for (const text of printed(report).flatMap(allTexts)) {
          assert.ok(text.isWellFormed());
          assert.doesNotMatch(text, /[^\P{Cc}\n]|[\u202a-\u202e\u2028\u2029]/u);
        }
      }),
      { numRuns: 15 },
    );
  });

  test('a note of 50,000 characters is cut, and the cut is said', () => {
    const note = '长'.repeat(50_000);
    const [chinese, english] = printed(contentReport({ answers: { a1: { answer: 'scored', value: 3, note } } }));
    assert.ok(allTexts(chinese).every(text => text.length < 1_000));
    assert.ok(allTexts(chinese).some(text => text.includes('此处截断，全文在 JSON 文件里')));
    assert.ok(allTexts(english).some(text => text.includes('cut here; the full text is in the JSON file')));
  });

  test('names of 60 characters leave the summary a page', () => {
    const long = '很'.repeat(60);
    const items = ['a1', 'a2', 'a3', 'a4'].map(id =>
      buildItem(id, { title: { zh: long }, bottomLine: true, lead: 'fire' }),
    );
    const report = contentReport({
      checklist: {
        ...{
          bottomLine: { cap: 'C' },
          areas: [buildArea('a', { items }), buildArea('b', { items: [buildItem('b1')] })],
        },
        departments: [{ id: 'fire', name: { zh: long } }],
      },
      setup: { city: long, period: '年'.repeat(40), policy: { bottomLineCap: true } },
    });
    const [{ summary }] = printed(report);
    assert.ok(linesOf(summary) <= 28, `${linesOf(summary)} lines`);
  });
});
