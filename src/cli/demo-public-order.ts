import type { DemoAnswer } from './demo-answer.ts';

/** Area H: patrols are counted, disputes are counted by each office for itself. */
export const demoPublicOrder: DemoAnswer[] = [
  [
    'public-order-patrol-units',
    {
      answer: 'scored',
      value: 4,
      note: '巡防单元 214 个，按月有警情件数和到场用时的 183 个。',
      evidence: [
        { kind: 'operation', title: '近 12 个月逐单元警情和到场用时导出', ago: 14, keptAt: '市公安局指挥中心' },
        { kind: 'measurement', title: '三季度警情多的单元通报', number: '示公〔2026〕52号', ago: 49 },
      ],
    },
  ],
  [
    'public-order-risk-warnings',
    {
      answer: 'scored',
      value: 3,
      note: '信访、110 警情、12345 热线三路汇到一处，预警 46 件，有结果的 35 件。',
      evidence: [{ kind: 'operation', title: '近 12 个月社会稳定风险预警台账', ago: 19 }],
    },
  ],
  [
    'public-order-crowds',
    {
      answer: 'scored',
      value: 4,
      note: '抽查 20 场：两场没有踏勘记录，两场实到人数没有记。',
      evidence: [{ kind: 'operation', title: '抽中 20 场的现场检查和踏勘记录', ago: 36 }],
    },
  ],
  ['public-order-vital-units', { answer: 'withheld', reason: 'work-secret' }],
  [
    'public-order-disputes',
    {
      answer: 'scored',
      value: 4,
      note: '合格率 86%；后两个季度的重复纠纷通报还没有交来。',
      evidence: [
        { kind: 'operation', title: '近 12 个月矛盾纠纷台账和抽中 20 件的回访记录', ago: 27 },
        { kind: 'measurement', title: '重复纠纷季度通报', number: '示政法〔2026〕8号', ago: 260, validFor: 180 },
      ],
    },
  ],
  [
    'public-order-estates',
    {
      answer: 'scored',
      value: 2,
      evidence: [{ kind: 'document', title: '住宅小区和智慧安防小区名单', ago: 115 }],
    },
  ],
];
