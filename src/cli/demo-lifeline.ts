import type { DemoAnswer, DemoEvidence } from './demo-answer.ts';

const pipesLedger: DemoEvidence = {
  id: 'pipes-ledger',
  kind: 'operation',
  title: '分类改造台账',
  ago: 35,
  validFor: 70,
};

export const surveyEvidence = [
  {
    kind: 'document' as const,
    title: '示例市市政设施普查报告',
    number: '示住建〔2025〕8号',
    ago: 420,
    keptAt: '市住建局档案室',
  },
  { kind: 'operation' as const, title: '设施台账导出（四类各 20 条）', ago: 30, keptAt: '市城管平台' },
];

/** Area A: one item is still open. */
export const demoLifeline: DemoAnswer[] = [
  [
    'lifeline-asset-survey',
    {
      answer: 'scored',
      value: 4,
      note: '供电明细由供电公司按保密规定出具总量说明。',
      evidence: surveyEvidence,
    },
  ],
  [
    'lifeline-asset-updates',
    {
      answer: 'scored',
      value: 62,
      note: '供水 81%、排水 74%、燃气 93%、供电没有数，按 0 计。',
      evidence: [{ kind: 'operation', title: '近 12 个月竣工项目与台账录入日期对照表', ago: 25, keptAt: '市住建局' }],
    },
  ],
  [
    'lifeline-renewal-plan',
    {
      answer: 'scored',
      value: 3,
      evidence: [
        {
          kind: 'document',
          title: '示例市老旧管网改造三年计划',
          number: '示政办〔2024〕31号',
          ago: 700,
          validFor: 1095,
        },
        { kind: 'operation', title: '年度项目库销号表', ago: 40 },
        pipesLedger,
      ],
    },
  ],
  [
    'lifeline-monitoring-coverage',
    {
      answer: 'scored',
      value: 4,
      note: '排水布设率 83%，其余三类 90% 以上。',
      evidence: [
        { kind: 'document', title: '监测点位清单和逐类布设率计算表', ago: 60 },
        { kind: 'measurement', title: '三季度设备在线率通报', number: '示监测〔2026〕9号', ago: 55 },
        { kind: 'exercise', title: '现场触发测试记录（52 台）', ago: 400, validFor: 365 },
      ],
    },
  ],
  [
    'lifeline-sensor-siting',
    {
      answer: 'scored',
      value: 2,
      evidence: [{ kind: 'document', title: '燃气、排水风险评估报告', ago: 500 }],
    },
  ],
  [
    'lifeline-old-pipes',
    {
      answer: 'scored',
      value: 2,
      note: '供水改造率 71%，燃气 58%，供热 64%；排水没有逐段台账。',
      evidence: [pipesLedger],
    },
  ],
  [
    'lifeline-hydrants',
    {
      answer: 'scored',
      value: 92,
      evidence: [
        { kind: 'operation', title: '二季度消火栓巡检记录和修复工单', ago: 150 },
        { kind: 'audit', title: '消防救援支队随机抽查记录', ago: -12 },
      ],
    },
  ],
  ['lifeline-backup-supply', { answer: 'withheld', reason: 'work-secret' }],
  [
    'lifeline-excavation-damage',
    {
      answer: 'scored',
      value: 1,
      evidence: [{ kind: 'document', title: '地下管线保护交底单样本', ago: 210 }],
    },
  ],
];
