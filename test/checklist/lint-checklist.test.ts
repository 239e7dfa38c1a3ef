import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintChecklist } from '#checklist/lint/lint-checklist.ts';
import { buildChecklist, checklistInput, exampleItems } from './example-checklist.ts';

const text = (zh: string, en: string) => ({ zh, en });

const levels = {
  0: text('没有部门有台账。', 'No department has a log.'),
  1: text('至少 1 个部门有台账。', 'At least 1 department has a log.'),
  2: text('至少 2 个部门有台账。', 'At least 2 departments have a log.'),
  3: text('达到 2 级，且齐全率不低于 70%。', 'Level 2, and at least 70 % of records are complete.'),
  4: text('达到 3 级，且每季度通报责任单位。', 'Level 3, and reported to the owners every quarter.'),
  5: text('达到 4 级，且近 36 个月复盘过。', 'Level 4, and reviewed in the last 36 months.'),
};
const evidence = (kind: string) => ({ kind, example: text('台账', 'Log') });
const item = {
  id: 'log',
  code: 'X1',
  kind: 'maturity',
  title: text('台账', 'Log'),
  question: text('有多少个部门有台账？', 'How many departments have a log?'),
  guidance: text('看近 12 个月的台账。', 'Look at the log of the last 12 months.'),
  levels,
  evidence: ['document', 'operation', 'measurement', 'audit'].map(evidence),
  lead: 'housing',
  support: ['water'],
  sources: [
    { source: 'fire-law', at: '第5条' },
    { source: 'proposal', at: '70 %, 36' },
  ],
  tags: ['loop:monitor'],
};
const metric = {
  ...item,
  kind: 'metric',
  unit: '%',
  direction: 'higher-is-better',
  bands: [60, 80, 90, 95, 100].map((at, index) => ({ at, level: index + 1 })),
  levels: {
    0: text('不到 60%。', 'Less than 60 %.'),
    1: text('60% 及以上、不到 80%。', '60 % or more, less than 80 %.'),
    2: text('80% 及以上、不到 90%。', '80 % or more, less than 90 %.'),
    3: text('90% 及以上、不到 95%。', '90 % or more, less than 95 %.'),
    4: text('95% 及以上、不到 100%。', '95 % or more, less than 100 %.'),
    5: text('100%。', '100 %.'),
  },
  sources: [{ source: 'proposal', at: '60 %, 80 %, 90 %, 95 %' }],
};

type Snippet = Record<string, unknown>;
const asking = (zh: string, en: string): Snippet => ({ question: text(zh, en) });
const guided = (zh: string, en: string): Snippet => ({ guidance: text(zh, en) });
const level = (number: number, zh: string, en: string): Snippet => ({ levels: { ...levels, [number]: text(zh, en) } });
const sourced = (source: string, at: string): Snippet => ({ sources: [...item.sources, { source, at }] });

type Case = { name: string; bad: Snippet; finding: string | string[]; good: Snippet };
const cases: Case[] = [
  {
    name: 'a vague word in a question',
    bad: asking('有多少个有关部门有台账？', 'How many departments have a log?'),
    finding: 'vague-word question.zh',
    good: asking('清单上有多少个部门有台账？', 'How many departments have a log?'),
  },
  {
    name: 'a vague word in an English question',
    bad: asking('有多少个部门有台账？', 'How many relevant departments have a log?'),
    finding: 'vague-word question.en',
    good: asking('有多少个部门有台账？', 'How many departments on the list have a log?'),
  },
  {
    name: 'a vague word in a level that counts nothing',
    bad: level(4, '达到 3 级，且定期通报责任单位。', 'Level 3, and reported to the owners.'),
    finding: 'vague-word levels.4.zh',
    good: level(4, '达到 3 级，且通报责任单位。', 'Level 3, and reported to the owners.'),
  },
  {
    name: 'a vague word in a clause without a count, though another clause has one',
    bad: level(4, '达到 3 级，且 3 个部门联网；部门联动。', 'Level 3, and 3 departments are online; they report.'),
    finding: 'vague-word levels.4.zh',
    good: level(4, '达到 3 级，且 3 个部门联动。', 'Level 3, and 3 departments report.'),
  },
  {
    name: 'a vague word beside a span of time',
    bad: level(5, '达到 4 级，且近 36 个月有效复盘。', 'Level 4, and reviewed in the last 36 months.'),
    finding: 'vague-word levels.5.zh',
    good: level(5, '达到 4 级，且近 36 个月在有效期内。', 'Level 4, and valid for the last 36 months.'),
  },
  {
    name: 'an English vague word in a level',
    bad: level(5, '达到 4 级，且近 36 个月改过。', 'Level 4, and improved in the last 36 months.'),
    finding: 'vague-word levels.5.en',
    good: level(5, '达到 4 级，且近 36 个月改过。', 'Level 4, and changed in the last 36 months.'),
  },
  {
    name: 'a list of predicates after 是否',
    bad: asking('物资储备是否足额、分散存放？', 'Is the stock complete?'),
    finding: 'double-question question.zh',
    good: asking('帐篷、水泵、发电机，能否当天运到？', 'Can tents, pumps and generators be there the same day?'),
  },
  {
    name: 'two asking words',
    bad: asking('有多少个部门有台账，是否更新？', 'How many departments have a log?'),
    finding: 'double-question question.zh',
    good: asking('有多少个部门更新台账？', 'How many departments have a log?'),
  },
  {
    name: 'two questions in English',
    bad: asking('有多少个部门有台账？', 'How many departments have a log, and is it complete?'),
    finding: 'double-question question.en',
    good: asking('有多少个部门有台账？', 'How many departments have a log of works and repairs?'),
  },
  {
    name: 'a level without the opening that names the one below',
    bad: level(3, '齐全率不低于 70%。', 'At least 70 % of records are complete.'),
    finding: ['level-prefix levels.3.zh', 'level-prefix levels.3.en'],
    good: {},
  },
  {
    name: 'a level whose opening names another level',
    bad: level(3, '达到 1 级，且齐全率不低于 70%。', 'Level 1, and at least 70 % of records are complete.'),
    finding: ['level-prefix levels.3.zh', 'level-prefix levels.3.en'],
    good: level(2, '达到 1 级，且演练过。', 'Level 1, and drilled.'),
  },
  {
    name: 'a level that adds an adjective',
    bad: level(
      4,
      '达到 3 级，且齐全率稳定地不低于 70%。',
      'Level 3, and at least 70 % of all tested records were found good.',
    ),
    finding: 'level-repeats levels.4.zh',
    good: level(
      4,
      '达到 3 级，且齐全率稳定地不低于 70%，并抄送权属单位。',
      'Level 3, and at least 70 % of all tested records were found good.',
    ),
  },
  {
    name: 'a level that is the one below in other vague words',
    bad: {
      levels: {
        ...levels,
        1: text('有 1 本台账。', 'There is 1 log.'),
        2: text('达到 1 级，且有 1 本健全的台账。', 'Level 1, and the housing department keeps 1 log.'),
      },
    },
    finding: 'level-repeats levels.2.zh',
    good: {
      levels: {
        ...levels,
        1: text('有 1 本台账。', 'There is 1 log.'),
        2: text('达到 1 级，且有 2 本台账。', 'Level 1, and there are 2 logs.'),
      },
    },
  },
  {
    name: 'no evidence for level 5',
    bad: { evidence: ['document', 'operation', 'exercise'].map(evidence) },
    finding: 'evidence-ladder evidence',
    good: { evidence: ['document', 'event'].map(evidence) },
  },
  {
    name: 'no evidence for level 4 on a scale that ends there',
    bad: { ...fourLevels(), evidence: [evidence('operation')] },
    finding: 'evidence-ladder evidence',
    good: { ...fourLevels(), evidence: [evidence('measurement')] },
  },
  {
    name: 'a law without its article',
    bad: sourced('fire-law', '第二章'),
    finding: 'law-article sources.2.at',
    good: sourced('fire-law', '第二十八条'),
  },
  {
    name: 'a threshold without a source',
    bad: level(3, '达到 2 级，且齐全率不低于 75%。', 'Level 2, and at least 75 % of records are complete.'),
    finding: 'unsourced-number levels.3.zh',
    good: {
      ...level(3, '达到 2 级，且齐全率不低于 75%。', 'Level 2, and at least 75 % of records are complete.'),
      ...sourced('rule', '不低于 75%'),
    },
  },
  {
    name: 'a count where only the percentage is sourced',
    bad: guided('抽 70 条台账。', 'Sample 70 records.'),
    finding: 'unsourced-number guidance.zh',
    good: guided('抽 8 条台账。', 'Sample 8 records.'),
  },
  {
    name: 'a window without a source in a level',
    bad: level(5, '达到 4 级，且近 24 个月复盘过。', 'Level 4, and reviewed in the last 24 months.'),
    finding: 'unsourced-number levels.5.zh',
    good: guided('看近 24 个月的复盘。', 'Look at reviews of the last 24 months.'),
  },
  {
    name: 'a count, though a number stands in a code, a date, a document number, an article or a level',
    bad: {
      code: 'A14',
      ...guided(
        '见 A14，7×24 小时，2024 年 11 月 26 日〔2021〕54号第63条，定 12 级，抽 15 条。',
        'See A14, 7×24 hours, 26 November 2024 〔2021〕 54, Article 63, level 12, sample 15.',
      ),
    },
    finding: 'unsourced-number guidance.zh',
    good: {
      code: 'A14',
      ...guided(
        '见 A14，7×24 小时，2024 年 11 月 26 日〔2021〕54号第63条，定 12 级。',
        'See A14, 7×24 hours, 26 November 2024 〔2021〕 54, Article 63, level 12.',
      ),
    },
  },
  {
    name: 'a band without a source',
    bad: { ...metric, sources: [{ source: 'proposal', at: '60 %, 80 %, 90 %' }] },
    finding: 'unsourced-number bands.3.at',
    good: metric,
  },
  {
    name: 'other numbers in English',
    bad: guided('看近 12 个月的台账。', 'Look at the log of the last 18 months.'),
    finding: 'numbers-differ guidance',
    good: {
      ...guided('看 6 月 30 日前 50 万人的台账。', 'Look at the log of 500,000 people before 30 June.'),
      ...sourced('rule', '50 万人'),
    },
  },
  {
    name: 'a number in figures in one language only',
    bad: level(4, '达到 3 级，且 3 个部门通报。', 'Level 3, and three departments report.'),
    finding: 'numbers-differ levels.4',
    good: level(4, '达到 3 级，且三个部门通报。', 'Level 3, and three departments report.'),
  },
  {
    name: 'a long title',
    bad: { title: text('长'.repeat(25), 'Long') },
    finding: 'too-long title.zh',
    good: { title: text('长'.repeat(24), 'Long') },
  },
  {
    name: 'a long level',
    bad: level(4, `达到 3 级，且${`${'长'.repeat(24)}；`.repeat(3)}`, 'Level 3, and long.'),
    finding: 'too-long levels.4.zh',
    good: level(4, `达到 3 级，且${`${'长'.repeat(24)}；`.repeat(2)}${'长'.repeat(24)}`, 'Level 3, and long.'),
  },
  {
    name: 'a long level in English',
    bad: level(4, '达到 3 级，且很长。', `Level 3, and${' long'.repeat(53)}`),
    finding: 'too-long levels.4.en',
    good: level(4, '达到 3 级，且很长。', `Level 3, and${' long'.repeat(52)}`),
  },
  {
    name: 'a long guidance',
    bad: guided('长'.repeat(301), 'Long.'),
    finding: 'too-long guidance.zh',
    good: guided('长 '.repeat(300), 'Long.'),
  },
  {
    name: 'a text in one language',
    bad: { title: { zh: '台账' } },
    finding: 'missing-language title.en',
    good: {},
  },
  ...['guidance', 'question', 'evidence', 'lead', 'tags', 'levels'].map(part => ({
    name: `no ${part}`,
    bad: { [part]: undefined },
    finding: `missing-part ${part}`,
    good: {},
  })),
  {
    name: 'a deduction that does not say what is counted',
    bad: { ...item, kind: 'deduction', levels: undefined, points: 5, per: 1 },
    finding: 'missing-part shortcoming',
    good: { ...item, kind: 'deduction', levels: undefined, points: 5, per: 1, shortcoming: text('起', 'case') },
  },
  {
    name: 'half-width punctuation in Chinese',
    bad: guided('看台账,不看日志。', 'Look at the log.'),
    finding: 'punctuation guidance.zh',
    good: guided('看 1:500 的台账，不看日志（CIM）。', 'Look at the 1:500 log.'),
  },
  {
    name: 'half-width brackets in Chinese',
    bad: guided('看平台(CIM)的台账。', 'Look at the log.'),
    finding: 'punctuation guidance.zh',
    good: guided('看平台（CIM）的台账。', 'Look at the log.'),
  },
  {
    name: 'full-width punctuation in English',
    bad: guided('看台账。', 'Look at the log。'),
    finding: 'punctuation guidance.en',
    good: guided('看台账。', 'Look at the log (台账).'),
  },
  {
    name: 'a space before the Chinese percent sign',
    bad: guided('看 70 % 的台账。', 'Look at 70 % of the log.'),
    finding: 'punctuation guidance.zh',
    good: guided('看 70% 的台账。', 'Look at 70 % of the log.'),
  },
  {
    name: 'no space before the English percent sign',
    bad: guided('看 70% 的台账。', 'Look at 70% of the log.'),
    finding: 'punctuation guidance.en',
    good: guided('看 70% 的台账。', 'Look at 70 % of the log.'),
  },
  {
    name: 'an item that the checklist does not have',
    bad: guided('热线在 H5 查。', 'Hotlines are checked in H5.'),
    finding: ['dangling-code guidance.zh', 'dangling-code guidance.en'],
    good: guided(
      '在 X1 查，CJJ/T 315、GB/T 40947、PM2.5、CIM1 不是检查项。',
      'See X1; CJJ/T 315, GB/T 40947, PM2.5 and CIM1 are no items.',
    ),
  },
  {
    name: 'an exception that matches nothing',
    bad: { lint: [{ rule: 'too-long', reason: 'a name' }] },
    finding: 'idle-exception lint.0',
    good: { title: text('长'.repeat(25), 'Long'), lint: [{ rule: 'too-long', reason: 'a name' }] },
  },
  {
    name: 'an exception for another place',
    bad: {
      title: text('长'.repeat(25), 'Long'),
      guidance: text('长'.repeat(301), 'Long.'),
      lint: [{ rule: 'too-long', at: 'title', reason: 'a name' }],
    },
    finding: 'too-long guidance.zh',
    good: {
      guidance: text('长'.repeat(301), 'Long.'),
      lint: [{ rule: 'too-long', at: 'guidance.zh', reason: 'a law' }],
    },
  },
];

test('the six example items are without findings', () => {
  assert.equal(exampleItems.length, 6);
  assert.deepEqual(lintChecklist(buildChecklist(checklistInput(exampleItems))), []);
});

for (const { name, bad, finding, good } of cases) {
  test(`finding: ${name}`, () => {
    assert.deepEqual(findingsWith(bad), [finding].flat());
    assert.deepEqual(findingsWith(good), []);
  });
}

test('what stands outside the items is looked at too', () => {
  const { about: _about, ...input } = checklistInput([{ ...item }]);
  const [area] = input.areas;
  const bare = { ...input, title: text('小,表', 'Small'), areas: [{ ...area, purpose: { zh: '目的。' } }] };
  assert.deepEqual(
    lintChecklist(buildChecklist(bare)).map(({ rule, path }) => `${rule} ${path.join('.')}`),
    ['missing-part about', 'missing-language areas.0.purpose.en', 'punctuation title.zh'],
  );
});

test('a finding is told in both languages', () => {
  const [found] = lintChecklist(checklistWith({ title: text('长'.repeat(25), 'Long') }));
  assert.deepEqual(found?.message, { zh: '25 字，最多 24 字', en: '25 characters, at most 24' });
});

function findingsWith(snippet: Snippet): string[] {
  return lintChecklist(checklistWith(snippet)).map(({ rule, path }) => `${rule} ${path.slice(4).join('.')}`);
}

function checklistWith(snippet: Snippet) {
  const changed = { ...item, ...snippet };
  const input = checklistInput([item, metric]);
  const known = checklistInput([{ ...item, sources: [...item.sources, { source: 'rule', at: '1' }] }]);
  return buildChecklist({ ...known, areas: input.areas.map(area => ({ ...area, items: [changed] })) });
}

function fourLevels() {
  const { 5: _top, ...lower } = levels;
  return { scale: { min: 0, max: 4 }, levels: lower };
}
