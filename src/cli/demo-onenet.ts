import type { DemoAnswer } from './demo-answer.ts';

/** How the data of each department reach the platform; commerce and earthquake have not been filled in yet. */
const feeds = {
  emergency: { weather: 3, gas: 3, flood: 3, security: 1 },
  industry: { weather: 1, gas: 2 },
  'public-security': { weather: 1, gas: 1, flood: 1, security: 3 },
  'natural-resources': { weather: 2, flood: 2 },
  ecology: { weather: 2, gas: 0, flood: 1, security: 0 },
  transport: { weather: 3, gas: 1, flood: 3, security: 1 },
  'water-resources': { weather: 3, gas: 0, flood: 3, security: 0 },
  health: { weather: 1, gas: 1, flood: 1, security: 1 },
  market: { weather: 0, gas: 2, flood: 0, security: 0 },
  meteorology: { weather: 3, gas: 1, flood: 3, security: 0 },
  data: { weather: 2, gas: 2, flood: 2, security: 2 },
  fire: { weather: 0, gas: 2, flood: 1 },
};

/** Area D: the platform runs, corrections and company data lag behind. */
export const demoOnenet: DemoAnswer[] = [
  [
    'onenet-platform-work',
    {
      answer: 'scored',
      value: 4,
      evidence: [
        { kind: 'operation', title: '近 12 个月处置单和督办单导出', ago: 12, keptAt: '市城管局' },
        { kind: 'measurement', title: '三季度停用时长和故障件数通报', number: '示城管〔2026〕21号', ago: 50 },
      ],
    },
  ],
  [
    'onenet-department-feeds',
    {
      answer: 'scored',
      value: 11,
      note: '商务、地震没有接口，自然资源只有人工导入。',
      evidence: [{ kind: 'operation', title: '近 90 天接口日志导出', ago: 6, keptAt: '市数据局' }],
    },
  ],
  [
    'onenet-feed-matrix',
    {
      answer: 'scored',
      value: feeds,
      evidence: [{ kind: 'statement', title: '部门逐格填报的一览表', ago: 18 }],
    },
  ],
  [
    'onenet-data-requests',
    {
      answer: 'scored',
      value: 3,
      evidence: [{ kind: 'document', title: '公共数据共享目录（第三版）', number: '示数据〔2026〕4号', ago: 160 }],
    },
  ],
  [
    'onenet-data-correction',
    { answer: 'scored', value: 1, evidence: [{ kind: 'statement', title: '纠错情况说明', ago: 25 }] },
  ],
  [
    'onenet-street-dispatch',
    {
      answer: 'scored',
      value: 5,
      evidence: [
        { kind: 'operation', title: '近 12 个月派单记录导出', ago: 12 },
        { kind: 'audit', title: '第三方现场核对 40 件办结案件', number: '示评〔2026〕3号', ago: 64 },
      ],
    },
  ],
  [
    'onenet-joint-cases',
    {
      answer: 'scored',
      value: 4,
      evidence: [{ kind: 'event', title: '7·12 燃气泄漏处置复盘报告', number: '示应急〔2026〕17号', ago: 128 }],
    },
  ],
  ['onenet-utility-faults', { answer: 'withheld', reason: 'trade-secret' }],
  ['onenet-scene-review', { answer: 'scored', value: 2 }],
];
