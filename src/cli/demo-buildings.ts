import type { DemoAnswer } from './demo-answer.ts';

/** Area B: the lists are there, what is done with the houses on them is slower. */
export const demoBuildings: DemoAnswer[] = [
  [
    'buildings-stock',
    {
      answer: 'scored',
      value: 3,
      note: '抽 20 栋对照四项，齐全率 66%；缺的多是老城平房的年代和结构。',
      evidence: [
        { kind: 'document', title: '城镇房屋台账字段说明和普查成果接收单', ago: 260, keptAt: '市住建局' },
        { kind: 'operation', title: '近 12 个月房屋新增、拆除、鉴定录入记录', ago: 21 },
      ],
    },
  ],
  [
    'buildings-dangerous',
    {
      answer: 'scored',
      value: 3,
      note: '自建房处置率 88%，危旧住宅 79%，合计 83%。逐栋处置记录只报到去年 10 月。',
      evidence: [
        { kind: 'document', title: '严重隐患房屋逐栋台账', number: '示住建〔2026〕15号', ago: 140 },
        { kind: 'operation', title: '加固验收、拆除和停用核人逐栋记录', ago: 395, validFor: 365 },
      ],
    },
  ],
  [
    'buildings-checkup',
    {
      answer: 'scored',
      value: 1,
      note: '方案已印发，首批 60 栋的体检机构还没有定。',
      evidence: [
        { kind: 'document', title: '示例市房屋体检试点方案', number: '示住建〔2026〕22号', ago: 96, validFor: 730 },
      ],
    },
  ],
  [
    'buildings-fund-insurance',
    {
      answer: 'scored',
      value: 2,
      note: '管理资金支付过两笔；质量保险只签了框架协议，没有保单。',
      evidence: [
        { kind: 'document', title: '房屋安全管理资金使用办法（试行）', number: '示住建〔2025〕41号', ago: 350 },
      ],
    },
  ],
  [
    'buildings-assessment-interval',
    {
      answer: 'scored',
      value: 58,
      note: '学校 91%、医院养老 74%、商场宾馆 40%、文体娱乐 27%，取四类平均。',
      evidence: [{ kind: 'operation', title: '近 60 个月鉴定报告逐栋登记', ago: 38, keptAt: '市房屋安全管理所' }],
    },
  ],
  [
    'buildings-earthquake',
    {
      answer: 'scored',
      value: 3,
      note: '学校、医院、养老和儿童福利机构、避难场所四类有逐栋台账，解决率 57%。',
      evidence: [
        { kind: 'document', title: '公共建筑逐栋抗震台账', ago: 230 },
        { kind: 'operation', title: '近 12 个月加固验收和停用限用记录', ago: 52 },
      ],
    },
  ],
  [
    'buildings-tall-approval',
    { answer: 'not-applicable', reason: '近 36 个月没有超限高层建筑开工，市住建局有书面说明。' },
  ],
  [
    'buildings-facade-insulation',
    {
      answer: 'scored',
      value: 2,
      note: '两个区的台账还没有收到，先按区里口头报的数填。',
      evidence: [{ kind: 'statement', title: '高层建筑外保温排查情况说明', ago: 75 }],
    },
  ],
  ['buildings-smart-estates', { answer: 'unknown', reason: '报警由各物业接收，到场记录没有汇总到市里。' }],
];
