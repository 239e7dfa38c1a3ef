import type { DemoAnswer, DemoEvidence } from './demo-answer.ts';

const records = (title: string, ago = 40): DemoEvidence[] => [{ kind: 'operation', title, ago }];
const papers = (title: string, ago = 200): DemoEvidence[] => [{ kind: 'document', title, ago }];
const figures = (title: string, ago = 60): DemoEvidence[] => [{ kind: 'measurement', title, ago }];

const lifeline: DemoAnswer[] = [
  ['lifeline-asset-survey', { answer: 'scored', value: 2, evidence: papers('市政设施普查报告（征求意见稿）', 55) }],
  ['lifeline-asset-updates', { answer: 'scored', value: 44, evidence: records('竣工项目与台账录入日期对照表') }],
  ['lifeline-renewal-plan', { answer: 'scored', value: 3, evidence: records('年度项目库销号表') }],
  ['lifeline-monitoring-coverage', { answer: 'scored', value: 3, evidence: records('监测点位清单和布设率计算表') }],
  ['lifeline-sensor-siting', { answer: 'scored', value: 2, evidence: papers('燃气、排水风险评估报告', 135) }],
  [
    'lifeline-analysis-capabilities',
    {
      answer: 'scored',
      value: 1,
      note: '只有排水做过内涝模拟，结果给过市住建局。',
      evidence: [
        { kind: 'document', title: '排水防涝模拟报告', ago: 290, validFor: 365 },
        { kind: 'operation', title: '模拟结果送达记录', ago: 280 },
      ],
    },
  ],
  ['lifeline-old-pipes', { answer: 'scored', value: 2, evidence: records('分类改造台账') }],
  ['lifeline-hydrants', { answer: 'scored', value: 95, evidence: records('消火栓巡检记录') }],
  ['lifeline-backup-supply', { answer: 'unknown', reason: '备用水源联通情况没有报齐。' }],
  ['lifeline-excavation-damage', { answer: 'scored', value: 1, evidence: papers('地下管线保护交底单样本') }],
];

const loop: DemoAnswer[] = [
  ['loop-four-hazards', { answer: 'scored', value: 2, evidence: papers('四类风险处置流程图（初版）') }],
  ['loop-duty-watch', { answer: 'scored', value: 3, evidence: records('值守表和夜间查岗记录') }],
  ['loop-consultation', { answer: 'scored', value: 3, evidence: records('橙红预警过程与会商记录对应表') }],
  [
    'loop-warning-elements',
    {
      answer: 'scored',
      value: 3,
      note: '抽查 20 条，6 条没有写防御指南。',
      evidence: records('近 12 个月预警台账和抽查文本'),
    },
  ],
  ['loop-arrival-times', { answer: 'scored', value: 41, evidence: records('处置单导出') }],
  ['loop-feedback', { answer: 'scored', value: 1, evidence: papers('处置反馈和归档规定', 335) }],
  ['loop-alarm-accuracy', { answer: 'unknown', reason: '误报没有统计。' }],
  ['loop-warning-release', { answer: 'scored', value: 3, evidence: records('近 12 个月预警台账') }],
  ['loop-red-closures', { answer: 'scored', value: 2, evidence: papers('极端天气停课停工停运规定', 155) }],
];

const disasters: DemoAnswer[] = [
  ['disasters-special-plans', { answer: 'scored', value: 3, evidence: records('专项规划年度实施总结', 240) }],
  [
    'disasters-flood-spots',
    {
      answer: 'scored',
      value: 3,
      note: '易涝点 61 处，治理后没再积水的 39 处。',
      evidence: records('逐处易涝点台账和积水记录'),
    },
  ],
  ['disasters-flood-standard', { answer: 'scored', value: 46, evidence: figures('排水分区校核表', 170) }],
  ['disasters-preseason-check', { answer: 'scored', value: 3, evidence: records('汛前检查问题清单', 205) }],
  ['disasters-joint-operation', { answer: 'scored', value: 2, evidence: papers('河湖、管网联合调度方案') }],
  ['disasters-underground-flooding', { answer: 'scored', value: 3, evidence: records('封闭、断电和布防逐次记录') }],
  ['disasters-shelters', { answer: 'scored', value: 1.18, evidence: records('避难场所逐处巡查记录') }],
  ['disasters-supplies', { answer: 'scored', value: 4, evidence: figures('三类应急物资盘点表') }],
  ['disasters-service-recovery', { answer: 'scored', value: 3, evidence: papers('极端天气供水供电保障方案', 20) }],
];

/** Three areas only, and before the downpour: lower, with some figures that were better. */
export const demoLastYear: DemoAnswer[] = [...lifeline, ...loop, ...disasters];
