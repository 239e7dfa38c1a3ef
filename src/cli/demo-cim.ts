import type { DemoAnswer } from './demo-answer.ts';

/** Area C: much on paper, some of it lapsed. */
export const demoCim: DemoAnswer[] = [
  [
    'cim-platform-functions',
    {
      answer: 'scored',
      value: 4,
      evidence: [
        { kind: 'document', title: '七类功能逐类使用清单', ago: 48, keptAt: '市住建局' },
        { kind: 'operation', title: '近 12 个月登录和接口调用日志导出', ago: 20 },
      ],
    },
  ],
  [
    'cim-data-categories',
    {
      answer: 'scored',
      value: 3,
      note: '地下空间和地质两类不到 50%。',
      evidence: [{ kind: 'document', title: '资源目录和七类覆盖率计算表', ago: 70 }],
    },
  ],
  [
    'cim-data-updates',
    {
      answer: 'scored',
      value: 71,
      evidence: [{ kind: 'measurement', title: '随机 20 个数据集的更新日期核查表', ago: 33 }],
    },
  ],
  [
    'cim-city-risk-assessment',
    {
      answer: 'scored',
      value: 3,
      note: '燃气专项单独成册，市级审议纪要一并附上。',
      evidence: [
        { kind: 'document', title: '示例市城市综合风险评估报告及审议纪要', number: '示安委〔2026〕5号', ago: 210 },
        { kind: 'operation', title: '风险清单近 12 个月增删改记录', ago: 15 },
      ],
    },
  ],
  [
    'cim-zoning-in-planning',
    {
      answer: 'scored',
      value: 2,
      evidence: [{ kind: 'document', title: '控制性详细规划中引用内涝分区的页码', ago: 300 }],
    },
  ],
  [
    'cim-risk-register',
    {
      answer: 'scored',
      value: 4,
      evidence: [{ kind: 'document', title: '分类风险台账', ago: 600, validFor: 365 }],
    },
  ],
  ['cim-survey-use', { answer: 'unknown', reason: '普查成果分在六个部门，用途还在汇总。' }],
  [
    'cim-scenario-runs',
    {
      answer: 'scored',
      value: 1,
      note: '只做过一次百年一遇暴雨推演，结果没有用到会商里。',
      evidence: [{ kind: 'document', title: '暴雨积水推演报告', ago: 520 }],
    },
  ],
];
