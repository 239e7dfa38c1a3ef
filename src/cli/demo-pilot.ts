import type { DemoAnswer } from './demo-answer.ts';

/** What the pilot district answered a year before; only the first has been looked at again since. */
export const demoPilotLastYear: DemoAnswer[] = [
  [
    'lifeline-asset-survey',
    { answer: 'scored', value: 3, evidence: [{ kind: 'document', title: '新区设施普查报告', ago: 120 }] },
  ],
  [
    'lifeline-monitoring-coverage',
    {
      answer: 'scored',
      value: 4,
      note: '新建管网同步布设，布设率 92%。',
      evidence: [{ kind: 'operation', title: '监测点位清单和逐类布设率计算表', ago: 30 }],
    },
  ],
  ['lifeline-analysis-capabilities', { answer: 'scored', value: 2 }],
  [
    'lifeline-old-pipes',
    {
      answer: 'scored',
      value: 4,
      note: '新区老旧管网只剩 3.2 公里。',
      evidence: [
        { kind: 'operation', title: '改造台账', ago: 45 },
        { kind: 'measurement', title: '管道检测报告', ago: 200, validFor: 365 },
      ],
    },
  ],
  ['lifeline-backup-supply', { answer: 'unknown', reason: '备用水源由市里统一调度，新区没有数。' }],
];

/** This year's own answers; the others are suggestions that wait. */
export const demoPilot: DemoAnswer[] = [
  [
    'lifeline-asset-survey',
    { answer: 'scored', value: 4, evidence: [{ kind: 'operation', title: '设施台账导出', ago: 20 }] },
  ],
];
