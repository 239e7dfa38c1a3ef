import type { DemoAnswer } from './demo-answer.ts';

/** Area K: a weak one. Rosters there are; nobody has asked the residents. */
export const demoParticipation: DemoAnswer[] = [
  [
    'participation-public-comment',
    {
      answer: 'scored',
      value: 1,
      note: '两件规划征求过意见，采纳情况没有公布。',
      evidence: [{ kind: 'document', title: '征求意见公告两份', ago: 310 }],
    },
  ],
  [
    'participation-neighbourhoods',
    {
      answer: 'scored',
      value: 3,
      note: '抽 20 个社区和村，13 个三样都有；拨打记录没有留存。',
      evidence: [{ kind: 'document', title: '社区（村）报告员名册和物资清单', ago: 120 }],
    },
  ],
  [
    'participation-rescue-teams',
    {
      answer: 'scored',
      value: 2,
      evidence: [{ kind: 'document', title: '社会救援队伍登记名录和保险单', ago: 180, validFor: 240 }],
    },
  ],
  [
    'participation-market',
    {
      answer: 'scored',
      value: 1,
      note: '只有购买服务一种，近 24 个月没有扣款和整改记录。',
      evidence: [{ kind: 'statement', title: '市场机制情况说明', ago: 50 }],
    },
  ],
  [
    'participation-drills',
    {
      answer: 'scored',
      value: 71,
      note: '学校 94%，照护机构 48%，取平均。',
      evidence: [{ kind: 'statement', title: '教育、民政、卫健三家报数汇总', ago: 44 }],
    },
  ],
  ['participation-survey', { answer: 'scored', value: 0, note: '近 24 个月没有做过居民调查。' }],
];
