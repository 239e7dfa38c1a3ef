import type { DemoAnswer } from './demo-answer.ts';

/** How far each hazard has got in each step; two cells of public order have not been filled in yet. */
const steps = {
  weather: { monitor: 3, analyse: 3, warn: 3, respond: 2 },
  gas: { monitor: 2, analyse: 1, warn: 1, respond: 3 },
  flood: { monitor: 2, analyse: 2, warn: 2, respond: 2 },
  security: { monitor: 2, respond: 2 },
};

/** Area E: weather warnings are firm, gas is not, and what happened after an alarm is hard to show. */
export const demoLoop: DemoAnswer[] = [
  [
    'loop-four-hazards',
    {
      answer: 'scored',
      value: 3,
      evidence: [
        { kind: 'document', title: '四类风险处置流程图', number: '示政办〔2025〕40号', ago: 380 },
        { kind: 'operation', title: '闭环台账导出及齐全率统计', ago: 28 },
      ],
    },
  ],
  [
    'loop-step-matrix',
    { answer: 'scored', value: steps, evidence: [{ kind: 'operation', title: '每格 1 条记录汇编', ago: 28 }] },
  ],
  [
    'loop-duty-watch',
    {
      answer: 'scored',
      value: 4,
      evidence: [
        { kind: 'document', title: '值守表和委托值守合同', ago: 90 },
        { kind: 'exercise', title: '夜间查岗记录（12 次）', ago: 45 },
      ],
    },
  ],
  [
    'loop-consultation',
    {
      answer: 'scored',
      value: 3,
      evidence: [{ kind: 'operation', title: '橙红预警过程与会商记录对应表', ago: 31 }],
    },
  ],
  [
    'loop-warning-elements',
    {
      answer: 'scored',
      value: 5,
      note: '抽查 20 条，八要素齐全。',
      evidence: [
        { kind: 'event', title: '7·28 暴雨红色预警过程复盘报告', number: '示应急〔2026〕19号', ago: 110 },
        { kind: 'operation', title: '近 12 个月预警台账和抽查文本', ago: 22, keptAt: '市预警中心' },
      ],
    },
  ],
  [
    'loop-arrival-times',
    {
      answer: 'scored',
      value: 38,
      note: '燃气队伍 30 分钟到场只有三成，积水队伍五成。',
      evidence: [{ kind: 'operation', title: '处置单导出（接警、派单、到场时间）', ago: 22 }],
    },
  ],
  [
    'loop-feedback',
    { answer: 'scored', value: 1, evidence: [{ kind: 'document', title: '处置反馈和归档规定', ago: 700 }] },
  ],
  ['loop-alarm-accuracy', { answer: 'unknown', reason: '误报由运营单位核实，结论没有汇总到市里。' }],
  [
    'loop-warning-release',
    {
      answer: 'scored',
      value: 1,
      evidence: [{ kind: 'operation', title: '近 12 个月预警台账（发布、调整、解除时间）', ago: 22 }],
    },
  ],
  [
    'loop-red-closures',
    {
      answer: 'scored',
      value: 4,
      note: '停课、停工、停运、停业四类有规定和执行清单；停办没有。',
      evidence: [
        { kind: 'document', title: '极端天气停课停工停运规定', number: '示政办〔2025〕22号', ago: 520, validFor: 1825 },
        { kind: 'measurement', title: '7·28 红色预警落实核查表和通报', number: '示应急〔2026〕36号', ago: 104 },
      ],
    },
  ],
];
