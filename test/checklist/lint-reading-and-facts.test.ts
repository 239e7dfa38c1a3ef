import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chineseNumber } from '#checklist/lint/chinese-number.ts';
import { lintChecklist } from '#checklist/lint/lint-checklist.ts';
import { buildChecklist, checklistInput } from './example-checklist.ts';

const text = (zh: string, en: string) => ({ zh, en });
const item = {
  id: 'log',
  code: 'X1',
  kind: 'yes-no',
  title: text('台账', 'Log'),
  question: text('是否有台账？', 'Is there a log?'),
  guidance: text('看台账。', 'Look at the log.'),
  evidence: [{ kind: 'document', example: text('台账', 'Log') }],
  lead: 'housing',
  support: [],
  sources: [{ source: 'plan', at: '任务1' }],
  tags: ['loop:monitor'],
};
const sources = [
  {
    id: 'plan',
    title: text('城市内涝治理行动计划（试行）', 'Plan against urban flooding (trial)'),
    kind: 'policy',
    seen: 'second-hand',
  },
  {
    id: 'told',
    title: text('东江市办法（据其解读）', 'Dongjiang measures (from their explanation)'),
    kind: 'practice',
    seen: 'second-hand',
  },
];
const departments = [{ id: 'housing', name: text('住房城乡建设', 'Housing and urban-rural development') }];

type Snippet = Record<string, unknown>;
const guided = (zh: string, en: string): Snippet => ({ guidance: text(zh, en) });
const cited = (source: string, at: string): Snippet => ({ sources: [{ source, at }] });
/** A ladder whose level 3 is the one in question. */
const third = (zh: string): Snippet => ({
  kind: 'maturity',
  evidence: ['operation', 'measurement', 'audit'].map(kind => ({ kind, example: text('台账', 'Log') })),
  levels: {
    0: text('没有台账。', 'There is no log.'),
    1: text('至少 1 个部门有台账。', 'At least 1 department has a log.'),
    2: text('至少 2 个部门有台账。', 'At least 2 departments have a log.'),
    3: text(`达到 2 级，且${zh}`, 'Level 2, and the log was read out.'),
    4: text('达到 3 级，且年年公布。', 'Level 3, and it is published year by year.'),
    5: text('达到 4 级，且据此改过。', 'Level 4, and changes followed.'),
  },
});

const cases: [name: string, bad: Snippet, finding: string, good: Snippet][] = [
  [
    'a stretch that nobody reads in one breath',
    third('市级部门收到的积水险情报告单在汛期结束之后由责任单位签收。'),
    'hard-to-read levels.3.zh',
    third('市级部门收到的积水险情报告单，汛期结束之后由责任单位签收。'),
  ],
  [
    'a long sentence, though every stretch is short',
    third('供水台账每年由运营单位核对，排水台账每年由运营单位核对，燃气台账每年由运营单位核对，供热台账也一起核对。'),
    'hard-to-read levels.3.zh',
    third('供水台账每年由运营单位核对，排水台账每年由运营单位核对；燃气台账每年由运营单位核对，供热台账也一起核对。'),
  ],
  [
    'too many clauses',
    third('甲查；乙查；丙查；丁查；戊查；己查；庚查；辛查。'),
    'hard-to-read levels.3.zh',
    third('甲查；乙查；丙查；丁查；戊查；己查；庚查。'),
  ],
  [
    'one 的 within another',
    third('查的街道的台账的条目齐。'),
    'hard-to-read levels.3.zh',
    third('查的街道，台账的条目目的明，的确齐。'),
  ],
  [
    'another article in English',
    { evidence: [{ kind: 'document', example: text('第二十七条的记录', 'Records under Article 26') }] },
    'articles-differ evidence.0.example',
    guided('见第二十七条和第105条。', 'See Articles 27 and 105.'),
  ],
  [
    'a level that the English leaves out',
    guided('查不到的最高定 2 级。', 'What cannot be found goes no higher than 2.'),
    'levels-differ guidance.en',
    guided('查不到的最高定 2 级，全无的按 1 级。', 'Where it cannot be found the level is 2 at most, with none 1.'),
  ],
  [
    'a source under another name in English',
    guided('按《城市内涝治理行动计划》查。', 'Check by the flood action programme.'),
    'names-differ guidance.en',
    guided(
      '按《城市内涝治理行动计划》查，《意见》不查。',
      'Check by the Plan against urban flooding, not the Opinion.',
    ),
  ],
  [
    'a department under another name in English',
    guided('问住房城乡建设部门。', 'Ask the building authority.'),
    'names-differ guidance.en',
    guided('问住房城乡建设部门。', 'Ask the housing department.'),
  ],
  [
    'what was never verified, stated as a fact',
    guided('看三级平台、五级应用。', 'Look at the platforms.'),
    'unverified-claim guidance.zh',
    guided('看三级平台；据有关报道有“五级应用”。', 'Look at the platforms.'),
  ],
  [
    'the same in English',
    guided('看平台。', 'Look at the five tier applications.'),
    'unverified-claim guidance.en',
    guided('看平台。', 'Look at the five tier applications, as reported.'),
  ],
  [
    'an unverified number where a source is cited',
    cited('plan', 'CJJ/T 312'),
    'unverified-claim sources.0.at',
    cited('plan', 'CJJ/T 312（未核实）'),
  ],
  [
    'an article of a source that nobody here has read',
    cited('plan', '第3条'),
    'second-hand-article sources.0.at',
    cited('plan', '第3条（据新华社报道）'),
  ],
  [
    'an article of a second-hand source, though another says in its title whose account it is',
    cited('plan', '第三条'),
    'second-hand-article sources.0.at',
    cited('told', '第三条'),
  ],
];

for (const [name, bad, finding, good] of cases) {
  test(`finding: ${name}`, () => {
    assert.deepEqual(findingsWith(bad), [finding]);
    assert.deepEqual(findingsWith(good), []);
  });
}

test('an item may have its exception, as with every rule', () => {
  const lint = [{ rule: 'second-hand-article', reason: '只引条名' }];
  assert.deepEqual(findingsWith({ ...cited('plan', '第3条'), lint }), []);
});

test('Chinese numbers of articles are read up to 999', () => {
  const written = ['三', '十', '十二', '二十', '二十七', '一百', '一百零五', '一百一十', '九百九十九', '27'];
  assert.deepEqual(written.map(chineseNumber), [3, 10, 12, 20, 27, 100, 105, 110, 999, 27]);
});

function findingsWith(snippet: Snippet): string[] {
  const input = checklistInput([{ ...item }]);
  const [area] = input.areas;
  const changed = { ...input, sources, departments, areas: [{ ...area, items: [{ ...item, ...snippet }] }] };
  return lintChecklist(buildChecklist(changed)).map(({ rule, path }) => `${rule} ${path.slice(4).join('.')}`);
}
