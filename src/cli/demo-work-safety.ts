import type { DemoAnswer } from './demo-answer.ts';

/** Area I: inspections are regular, the fire engines are too far away. */
export const demoWorkSafety: DemoAnswer[] = [
  [
    'work-safety-major-hazards',
    {
      answer: 'scored',
      value: 3,
      note: '五个行业有台账，到期 71 项，按期销号 60 项；特种设备、工贸没有报。',
      evidence: [
        { kind: 'document', title: '重大事故隐患台账', ago: 30 },
        { kind: 'operation', title: '近 12 个月督办单、复查记录和销号单', ago: 30, keptAt: '市安委会办公室' },
      ],
    },
  ],
  [
    'work-safety-project-review',
    {
      answer: 'scored',
      value: 2,
      note: '有规定，论证过三个项目；全部高风险项目有多少还没有统一名录。',
      evidence: [{ kind: 'document', title: '高风险项目批前论证规定', number: '示安委〔2024〕11号', ago: 780 }],
    },
  ],
  [
    'work-safety-hazchem-online',
    {
      answer: 'scored',
      value: 96,
      evidence: [{ kind: 'measurement', title: '重大危险源月度在线率通报', number: '示应急〔2026〕44号', ago: 26 }],
    },
  ],
  [
    'work-safety-graded-inspection',
    {
      answer: 'scored',
      value: 3,
      note: '工业企业、燃气、建筑施工检查率过 70%，交通 61%，消防 58%。',
      evidence: [{ kind: 'operation', title: '最高风险等级单位逐家检查记录', ago: 33 }],
    },
  ],
  [
    'work-safety-drills',
    {
      answer: 'scored',
      value: 5,
      note: '抽查 20 家：三家上半年、两家下半年查不到演练记录。',
      evidence: [{ kind: 'operation', title: '抽中 20 家高危单位的演练记录', ago: 41 }],
    },
  ],
  [
    'work-safety-fire-arrival',
    {
      answer: 'scored',
      value: 61,
      note: '东部新区两个站没有建成，那里只有三成。',
      evidence: [{ kind: 'operation', title: '近 12 个月火警出动单导出', ago: 16, keptAt: '市消防救援支队' }],
    },
  ],
  [
    'work-safety-liability-insurance',
    {
      answer: 'scored',
      value: 4,
      note: '投保率 92%，服务率由承保机构报为 64%，没有核过。',
      evidence: [
        { kind: 'document', title: '应投保单位名单和保险合同', ago: 130 },
        { kind: 'statement', title: '承保机构关于上门服务的说明', ago: 37 },
      ],
    },
  ],
];
