import type { DemoAnswer } from './demo-answer.ts';

/** Area G: reporting works day by day; that beds can be freed is known from a list. */
export const demoPublicHealth: DemoAnswer[] = [
  [
    'public-health-sentinels',
    {
      answer: 'scored',
      value: 3,
      note: '本市有 13 类单位，设了哨点的 9 类，按时在报的 7 类。',
      evidence: [
        { kind: 'document', title: '传染病监测哨点名单', number: '示疾控〔2026〕9号', ago: 245 },
        { kind: 'operation', title: '近 3 个月分类上报记录导出', ago: 17 },
      ],
    },
  ],
  [
    'public-health-reporting',
    {
      answer: 'scored',
      value: 3,
      note: '抽查 20 起：迟报 2 起，漏报 1 起，都在民营医院。',
      evidence: [{ kind: 'measurement', title: '抽查 20 起逐起核对表及通报', number: '示疾控〔2026〕31号', ago: 43 }],
    },
  ],
  [
    'public-health-warnings',
    {
      answer: 'scored',
      value: 3,
      note: '发出 14 条，查得到应答的 9 条。应答多在电话里，台账没有记。',
      evidence: [{ kind: 'document', title: '疫情警示信息文本汇编', ago: 55 }],
    },
  ],
  [
    'public-health-surge',
    {
      answer: 'scored',
      value: 2,
      evidence: [
        { kind: 'document', title: '救治床位扩容清单（11 家）', number: '示卫〔2025〕27号', ago: 400 },
        { kind: 'exercise', title: '传染病院区转换演练评估', ago: 860, validFor: 730 },
      ],
    },
  ],
  [
    'public-health-supplies',
    {
      answer: 'scored',
      value: 93,
      note: '目录 58 种，数量和效期都够的 54 种；缺的四种已列入采购。',
      evidence: [{ kind: 'operation', title: '三季度卫生应急物资盘点表和轮换记录', ago: 62, validFor: 120 }],
    },
  ],
  [
    'public-health-neighbours',
    {
      answer: 'scored',
      value: 4,
      evidence: [
        { kind: 'operation', title: '近 12 个月与毗邻四市协查函和会商记录', ago: 24 },
        { kind: 'exercise', title: '两市联合处置演练评估报告', ago: 310, keptAt: '市疾控局' },
      ],
    },
  ],
];
