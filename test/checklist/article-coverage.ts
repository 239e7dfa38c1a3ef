/** Which items of the main checklist serve what the article (陶希东) names in its paragraphs 3 to 7. Only the names are ours to keep here, not the text. */
type Row = { name: string; items: string[] };

const onFacilities = ['lifeline-asset-survey', 'lifeline-asset-updates', 'lifeline-renewal-plan'];
const feeds = ['onenet-department-feeds', 'onenet-feed-matrix'];
const loop = ['loop-four-hazards', 'loop-step-matrix'];

/** The 14 in the order of ¶6, each with its id in the checklist. */
export const articleDepartments: [name: string, id: string][] = [
  ['应急管理', 'emergency'],
  ['工业和信息化', 'industry'],
  ['公安', 'public-security'],
  ['自然资源', 'natural-resources'],
  ['生态环境', 'ecology'],
  ['交通运输', 'transport'],
  ['水利', 'water-resources'],
  ['商务', 'commerce'],
  ['卫生健康', 'health'],
  ['市场监管', 'market'],
  ['气象', 'meteorology'],
  ['数据管理', 'data'],
  ['消防救援', 'fire'],
  ['地震', 'seismology'],
];

export const articleCoverage: Record<'3' | '4' | '5' | '6' | '7', Row[]> = {
  3: [
    { name: '生命线监管平台：燃气', items: ['lifeline-monitoring-coverage'] },
    { name: '生命线监管平台：桥梁', items: ['lifeline-monitoring-coverage'] },
    { name: '生命线监管平台：供排水', items: ['lifeline-monitoring-coverage', 'onenet-utility-faults'] },
    { name: '全面感知、自动采集', items: ['lifeline-monitoring-coverage', 'lifeline-sensor-siting'] },
    { name: '监测分析', items: ['lifeline-analysis-capabilities', 'loop-duty-watch'] },
    { name: '预警上报', items: ['loop-warning-elements', 'loop-alarm-accuracy'] },
    { name: '数字孪生模型', items: ['cim-scenario-runs', 'cim-platform-functions', 'cim-data-categories'] },
    { name: '从被动应对向主动防控', items: ['loop-consultation', 'cyber-weak-signals'] },
    {
      name: '缺口：统筹协调',
      items: ['governance-coordination-body', 'governance-duty-assessment', 'onenet-data-requests'],
    },
    { name: '缺口：风险评估', items: ['cim-city-risk-assessment', 'cim-survey-use', 'disasters-flood-standard'] },
    {
      name: '缺口：新型风险识别',
      items: ['cyber-new-trades', 'cyber-weak-signals', 'cyber-cascades', 'cyber-algorithm-override'],
    },
    {
      name: '缺口：市场参与',
      items: ['participation-market', 'work-safety-liability-insurance', 'buildings-fund-insurance'],
    },
    {
      name: '缺口：社会参与',
      items: ['participation-public-comment', 'participation-neighbourhoods', 'participation-rescue-teams'],
    },
  ],
  4: [
    { name: '生命线安全工程', items: ['lifeline-monitoring-coverage', 'lifeline-excavation-damage'] },
    { name: '老旧管线改造升级', items: ['lifeline-old-pipes'] },
    { name: '严格限制超高层建筑', items: ['buildings-tall-approval', 'buildings-facade-insulation'] },
    {
      name: '房屋安全保障水平',
      items: [
        'buildings-stock',
        'buildings-dangerous',
        'buildings-checkup',
        'buildings-assessment-interval',
        'buildings-smart-estates',
      ],
    },
    { name: '自然灾害防治', items: ['disasters-special-plans', 'disasters-geohazard-evacuation', 'cim-survey-use'] },
    { name: '城市防洪体系', items: ['disasters-joint-operation', 'disasters-special-plans'] },
    {
      name: '内涝治理',
      items: [
        'disasters-flood-spots',
        'disasters-flood-standard',
        'disasters-preseason-check',
        'disasters-underground-flooding',
        'disasters-sponge-area',
      ],
    },
    {
      name: '社会治安整体防控',
      items: ['public-order-patrol-units', 'public-order-crowds', 'public-order-vital-units', 'public-order-estates'],
    },
    { name: '市政基础设施安全管理', items: ['lifeline-renewal-plan', 'lifeline-hydrants'] },
    {
      name: '重点行业领域安全生产',
      items: [
        'work-safety-major-hazards',
        'work-safety-project-review',
        'work-safety-hazchem-online',
        'work-safety-graded-inspection',
        'work-safety-drills',
      ],
    },
    {
      name: '公共卫生防控救治',
      items: ['public-health-sentinels', 'public-health-reporting', 'public-health-surge'],
    },
    {
      name: '综合防灾减灾救灾能力',
      items: ['disasters-shelters', 'disasters-supplies', 'work-safety-fire-arrival', 'disasters-service-recovery'],
    },
  ],
  5: [
    { name: '设施韧性', items: ['lifeline-renewal-plan', 'lifeline-smart-roads'] },
    { name: '管理韧性', items: ['lifeline-asset-updates', 'governance-contingency-plans'] },
    { name: '空间韧性', items: ['cim-zoning-in-planning', 'disasters-shelters'] },
    { name: '重要设施分布式布局', items: ['lifeline-backup-supply'] },
    { name: '能源分布式布局', items: ['lifeline-backup-supply'] },
    { name: '水源分布式布局', items: ['lifeline-backup-supply'] },
    { name: '抗灾设防标准', items: ['buildings-earthquake', 'disasters-flood-standard'] },
    ...['供水', '排水', '供电', '燃气', '热力', '消火栓（消防水鹤）', '地下综合管廊'].map(name => ({
      name: `设施：${name}`,
      items: name.startsWith('消火栓') ? [...onFacilities, 'lifeline-hydrants'] : onFacilities,
    })),
    { name: '实时监测', items: ['lifeline-analysis-capabilities', 'lifeline-monitoring-coverage'] },
    { name: '模拟仿真', items: ['lifeline-analysis-capabilities', 'cim-scenario-runs'] },
    { name: '情景构建', items: ['lifeline-analysis-capabilities', 'cim-scenario-runs', 'cyber-cascades'] },
    { name: '快速评估', items: ['lifeline-analysis-capabilities'] },
    { name: '大数据分析', items: ['lifeline-analysis-capabilities'] },
    { name: '安全隐患及时预警', items: ['loop-alarm-accuracy', 'loop-warning-elements'] },
    { name: '事故应急处置', items: ['loop-arrival-times', 'loop-feedback'] },
  ],
  6: [
    { name: '城市安全风险谱系', items: ['cim-risk-register', 'cyber-cascades'] },
    { name: '常态化监测预警', items: ['loop-duty-watch', 'loop-consultation', 'loop-warning-elements'] },
    { name: '隐患排查整治', items: ['work-safety-major-hazards', 'disasters-preseason-check'] },
    { name: '问题在萌芽之时', items: ['cyber-weak-signals'] },
    { name: 'CIM 平台', items: ['cim-platform-functions', 'cim-data-categories', 'cim-data-updates'] },
    { name: '城市综合风险评估', items: ['cim-city-risk-assessment'] },
    { name: '不同风险区的控制要求', items: ['cim-zoning-in-planning'] },
    {
      name: '一网统管',
      items: ['onenet-platform-work', 'onenet-street-dispatch', 'onenet-joint-cases', 'onenet-scene-review'],
    },
    { name: '城市运行数据的共享', items: ['onenet-data-requests', 'onenet-data-correction', 'onenet-utility-faults'] },
    ...articleDepartments.map(([name]) => ({ name: `部门数据：${name}`, items: feeds })),
    { name: '社会安全稳定风险监测预警', items: ['public-order-risk-warnings', 'public-order-disputes'] },
    ...['监测', '研判', '预警', '处置'].map(name => ({ name: `环节：${name}`, items: loop })),
    { name: '风险：极端天气', items: [...loop, 'loop-red-closures', 'disasters-service-recovery'] },
    { name: '风险：燃气爆炸', items: [...loop, 'loop-arrival-times', 'lifeline-excavation-damage'] },
    { name: '风险：城市内涝', items: [...loop, 'disasters-flood-spots', 'disasters-underground-flooding'] },
    { name: '风险：社会治安', items: [...loop, 'public-order-patrol-units'] },
  ],
  7: [
    { name: '党的领导、统筹协调', items: ['governance-coordination-body', 'governance-duty-assessment'] },
    { name: '总体规划及专项规划', items: ['governance-resilience-plan', 'disasters-special-plans'] },
    { name: '经济韧性', items: ['governance-resilience-plan', 'governance-project-performance'] },
    { name: '社会韧性', items: ['governance-resilience-plan', 'participation-neighbourhoods'] },
    { name: '空间韧性', items: ['governance-resilience-plan', 'cim-zoning-in-planning'] },
    { name: '生态韧性', items: ['governance-resilience-plan', 'disasters-sponge-area'] },
    { name: '治理韧性', items: ['governance-resilience-plan', 'governance-evaluation'] },
    {
      name: '公共卫生防控救治',
      items: ['public-health-sentinels', 'public-health-surge', 'public-health-supplies'],
    },
    { name: '公共卫生多部门协同', items: ['public-health-warnings'] },
    { name: '公共卫生跨城市联防联控', items: ['public-health-neighbours', 'governance-cross-city'] },
    { name: '党委领导、政府负责', items: ['governance-coordination-body', 'governance-duty-assessment'] },
    { name: '社会协同', items: ['participation-rescue-teams', 'participation-market'] },
    { name: '公众参与', items: ['participation-public-comment', 'participation-survey', 'participation-drills'] },
    { name: '法治保障', items: ['public-order-disputes', 'work-safety-graded-inspection'] },
    { name: '治理共同体：人人参与', items: ['participation-neighbourhoods', 'participation-survey'] },
  ],
};
