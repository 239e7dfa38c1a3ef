import type { DemoAnswer } from './demo-answer.ts';

/** Area J: the meetings are followed up, money and plans less so. */
export const demoGovernance: DemoAnswer[] = [
  [
    'governance-coordination-body',
    {
      answer: 'scored',
      value: 4,
      note: '近 12 个月开会五次，议定 42 件，按期办结 35 件。',
      evidence: [
        { kind: 'document', title: '城市安全韧性工作领导小组成立文件', number: '示委办〔2024〕16号', ago: 900 },
        { kind: 'measurement', title: '议定事项按期办结情况季度通报', number: '示韧办〔2026〕9号', ago: 53 },
      ],
    },
  ],
  [
    'governance-resilience-plan',
    {
      answer: 'scored',
      value: 3,
      evidence: [
        {
          kind: 'document',
          title: '示例市韧性城市建设行动方案',
          number: '示政发〔2025〕14号',
          ago: 470,
          validFor: 1095,
        },
        { kind: 'operation', title: '规划任务年度进度表', ago: 70 },
      ],
    },
  ],
  [
    'governance-duty-assessment',
    {
      answer: 'scored',
      value: 3,
      note: '38 个单位中 28 个有得分或扣分；逐单位得分表由考核办保管，没有拿到。',
      evidence: [{ kind: 'document', title: '年度考核评分细则', number: '示考核〔2025〕3号', ago: 340 }],
    },
  ],
  [
    'governance-evaluation',
    {
      answer: 'scored',
      value: 3,
      note: '去年评价列出问题 57 条，验收销号 38 条。',
      evidence: [
        { kind: 'document', title: '城市安全韧性评价报告和问题清单', ago: 350 },
        { kind: 'operation', title: '逐条整改和验收记录', ago: 34 },
      ],
    },
  ],
  [
    'governance-project-performance',
    {
      answer: 'scored',
      value: 52,
      note: '抽 25 个项目，目标数和实际数都写明的 13 个。',
      evidence: [{ kind: 'operation', title: '抽中项目的绩效目标表和评价表', ago: 145, keptAt: '市财政局' }],
    },
  ],
  [
    'governance-contingency-plans',
    {
      answer: 'scored',
      value: 4,
      note: '市级预案 34 件，更新 29 件；评估报告在各牵头部门，正在收集。',
      evidence: [{ kind: 'document', title: '市级应急预案目录', number: '示应急〔2026〕28号', ago: 80 }],
    },
  ],
  [
    'governance-cross-city',
    {
      answer: 'scored',
      value: 3,
      evidence: [
        { kind: 'document', title: '流域四市防汛联防协议', ago: 640, validFor: 700 },
        { kind: 'operation', title: '流域洪水、气象预警、危化品事故三个领域的通报和会商记录', ago: 39 },
      ],
    },
  ],
  [
    'governance-science-standards',
    {
      answer: 'scored',
      value: 2,
      note: '内涝预报课题写进了防汛预案，其余四项说不出用在哪里。',
      evidence: [{ kind: 'document', title: '城市安全专家名单和课题清单', ago: 290 }],
    },
  ],
];
