import type { DemoAnswer, DemoEvidence } from './demo-answer.ts';

/** The downpour that this city learned from; three items rest on its review. */
const stormReview: DemoEvidence = {
  id: 'storm-review',
  kind: 'event',
  title: '7·28 暴雨灾后评估报告',
  number: '示防指〔2026〕12号',
  ago: 98,
  keptAt: '市防汛办',
};

/** Area F: what this city does best, for it has been under water. */
export const demoDisasters: DemoAnswer[] = [
  [
    'disasters-special-plans',
    {
      answer: 'scored',
      value: 4,
      note: '五种规划都在期内；内涝防治、抗震防灾、消防三种有年度实施记录，项目完成率 76%。',
      evidence: [
        { kind: 'document', title: '五种防灾专项规划及批准文件汇编', ago: 610, keptAt: '市自然资源局' },
        { kind: 'measurement', title: '规划项目完成率和逾期项目通报', number: '示规〔2026〕7号', ago: 190 },
      ],
    },
  ],
  [
    'disasters-flood-spots',
    {
      answer: 'scored',
      value: 4,
      note: '易涝点 53 处，治理后遇大雨没再积水的 44 处，占 83%。',
      evidence: [
        { kind: 'operation', title: '逐处易涝点台账和近 12 个月积水记录', ago: 40 },
        { kind: 'measurement', title: '治理率计算表和反复积水点通报', number: '示水务〔2026〕33号', ago: 58 },
        stormReview,
      ],
    },
  ],
  [
    'disasters-flood-standard',
    {
      answer: 'scored',
      value: 54,
      evidence: [{ kind: 'measurement', title: '23 个排水分区内涝防治标准校核表', ago: 170, keptAt: '市水务局' }],
    },
  ],
  [
    'disasters-preseason-check',
    {
      answer: 'scored',
      value: 5,
      note: '入汛日整改率 96%；7·28 暴雨查出两处闸门没有列入检查表，已补列。',
      evidence: [
        { kind: 'operation', title: '汛前检查问题清单和整改照片', ago: 205 },
        { kind: 'measurement', title: '入汛日整改率统计', ago: 200 },
        stormReview,
      ],
    },
  ],
  [
    'disasters-joint-operation',
    {
      answer: 'scored',
      value: 4,
      note: '四次暴雨前应预降 31 处次，降到位 26 处次。水位差别在汛后会上通报过，没有留文。',
      evidence: [
        { kind: 'document', title: '河湖、管网联合调度方案', number: '示防指〔2025〕6号', ago: 560, validFor: 1095 },
        { kind: 'operation', title: '逐次调度令和雨前水位记录', ago: 66 },
      ],
    },
  ],
  [
    'disasters-underground-flooding',
    {
      answer: 'scored',
      value: 4,
      evidence: [
        { kind: 'document', title: '地下和下穿场所逐处台账（四类 118 处）', ago: 150 },
        { kind: 'exercise', title: '不打招呼的下穿隧道封闭演练记录', ago: 182, validFor: 730 },
      ],
    },
  ],
  [
    'disasters-shelters',
    {
      answer: 'scored',
      value: 1.42,
      note: '名录上 64 处，巡查合格 57 处，只计合格面积。',
      evidence: [{ kind: 'operation', title: '避难场所逐处巡查记录', ago: 47, keptAt: '市应急局' }],
    },
  ],
  [
    'disasters-supplies',
    {
      answer: 'scored',
      value: 5,
      note: '账实相符率 97%；7·28 调拨时发现北片缺移动泵车，已增设一处仓点。',
      evidence: [
        { kind: 'measurement', title: '三类应急物资盘点表', ago: 88 },
        { kind: 'audit', title: '应急物资突击盘点报告', number: '示审〔2026〕18号', ago: 61 },
        stormReview,
      ],
    },
  ],
  [
    'disasters-service-recovery',
    {
      answer: 'scored',
      value: 3,
      note: '供电按时率 91%，供水 78%；公交没有逐次记录。',
      evidence: [
        { kind: 'document', title: '极端天气供水供电保障方案', ago: 330 },
        { kind: 'operation', title: '近 24 个月逐次停供恢复记录', ago: 29 },
      ],
    },
  ],
  [
    'disasters-sponge-area',
    {
      answer: 'scored',
      value: 37,
      note: '按 2024 年评估，去年以来建成的片区没有算进去。',
      evidence: [{ kind: 'document', title: '海绵城市建设片区评估表', ago: 720 }],
    },
  ],
];
