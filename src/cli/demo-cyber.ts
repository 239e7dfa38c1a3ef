import type { DemoAnswer } from './demo-answer.ts';

/** Area L: the weakest. The bottom line of yearly tests is not reached. */
export const demoCyber: DemoAnswer[] = [
  [
    'cyber-security-tests',
    {
      answer: 'scored',
      value: 1,
      note: '运行管理服务、数据共享两类系统有定级备案证明，其余四类没有清单。',
      evidence: [{ kind: 'document', title: '定级备案证明（两类 3 个系统）', ago: 520 }],
    },
  ],
  [
    'cyber-fallback',
    {
      answer: 'scored',
      value: 2,
      note: '三类系统在政务云上做了同城备份，没有恢复过。',
      evidence: [{ kind: 'statement', title: '政务云备份情况说明', ago: 68 }],
    },
  ],
  [
    'cyber-new-trades',
    {
      answer: 'scored',
      value: 3,
      note: '电动自行车、储能、充换电、密室、游乐设施五类已定牵头部门，前三类检查过。',
      evidence: [
        { kind: 'document', title: '新业态安全监管职责分工纪要', number: '示安委〔2025〕30号', ago: 405 },
        { kind: 'operation', title: '三类新业态逐家检查记录', ago: 77 },
      ],
    },
  ],
  [
    'cyber-weak-signals',
    {
      answer: 'scored',
      value: 1,
      evidence: [{ kind: 'document', title: '外地事故警示专报（一期）', ago: 225 }],
    },
  ],
  [
    'cyber-cascades',
    {
      answer: 'scored',
      value: 2,
      note: '停电—停水—断通信、暴雨—内涝—地下断电两条链有书面情景，没有推演。',
      evidence: [{ kind: 'document', title: '链式灾害情景文本', ago: 250 }],
    },
  ],
  ['cyber-algorithm-override', { answer: 'unknown', reason: '各部门在用的算法没有清单，误判比例没有测过。' }],
];
