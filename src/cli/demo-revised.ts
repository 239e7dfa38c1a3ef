import type { DemoAnswer } from './demo-answer.ts';
import { surveyEvidence } from './demo-lifeline.ts';

/** What the review of the first draft changed. */
export const demoRevised: DemoAnswer[] = [
  [
    'lifeline-asset-survey',
    {
      answer: 'scored',
      value: 3,
      note: '复查后改为 3 级：燃气查明率 82%，不到 85%。',
      evidence: surveyEvidence,
    },
  ],
  [
    'participation-public-comment',
    {
      answer: 'scored',
      value: 2,
      note: '复查后改为 2 级：近 24 个月的 9 件中 5 件征求过意见，采纳情况没有公布。',
      evidence: [{ kind: 'document', title: '征求意见公告汇编', ago: 150 }],
    },
  ],
  [
    'cyber-fallback',
    {
      answer: 'scored',
      value: 1,
      note: '复查后改为 1 级：三个系统同属一类，不够三类。',
      evidence: [{ kind: 'statement', title: '政务云备份情况说明', ago: 68 }],
    },
  ],
];
