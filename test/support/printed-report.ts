import type { PrintedBlock, PrintedCell, PrintedPart, PrintedReport, PrintedTable } from '#report/printed-report.ts';

type Language = PrintedReport['language'];

/** `charts`: drawings of the real chart writer; `text` stands wherever somebody can type. */
type Size = { items?: number; charts?: string[]; text?: string };

/** A report as a city would print it: 12 areas, 93 items, a matrix, all kinds of blocks. */
export function buildPrintedReport(
  language: Language,
  { items = 93, charts = [], text = '' }: Size = {},
): PrintedReport {
  const say = (zh: string, en: string) => (language === 'en' ? en : zh) + text;
  return {
    language,
    title: say('示例市韧性城市建设自评报告', 'Self-assessment of resilience, Shili City'),
    subtitle: say('2026 年度', '2026'),
    facts: [
      { label: say('评价对象', 'Assessed'), value: say('示例市', 'Shili City') },
      { label: say('基准日', 'Reference date'), value: say('2026年11月30日', '30 November 2026') },
      {
        label: say('检查表', 'Checklist'),
        value: say('安全可靠的韧性城市检查表，版本 1.4.0', 'Safe and reliable resilient city, version 1.4.0'),
      },
      {
        label: say('变更记录校验值', 'Hash of the last change'),
        value: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      },
    ],
    runningTitle: say('示例市　2026 年度　韧性城市建设自评报告', 'Shili City, 2026, self-assessment of resilience'),
    summary: { id: 'summary', title: say('摘要', 'Summary'), blocks: summaryBlocks(say) },
    parts: partsOf(say, charts),
    annexes: [
      { id: 'score-sheet', title: say('评分明细表', 'Score sheet'), blocks: scoreSheet(say, items) },
      {
        id: 'matrices',
        title: say('数据共享矩阵', 'Data sharing matrix'),
        blocks: [{ kind: 'table', table: matrix(say) }],
      },
      {
        id: 'signatures',
        title: say('报送单', 'Submission sheet'),
        blocks: [
          {
            kind: 'signatures',
            labels: [
              say('填报人', 'Filled in by'),
              say('审核人', 'Checked by'),
              say('分管领导', 'Responsible leader'),
              say('盖章', 'Seal'),
            ],
          },
        ],
      },
    ],
  };
}

/** As little as a report can have. */
export function buildTinyReport(language: Language): PrintedReport {
  const empty: PrintedPart = { id: 'summary', title: language === 'en' ? 'Summary' : '摘要', blocks: [] };
  return {
    ...{ language, title: '示例市', subtitle: '', facts: [], runningTitle: '示例市' },
    ...{ summary: empty, parts: [], annexes: [] },
  };
}

type Say = (zh: string, en: string) => string;

function summaryBlocks(say: Say): PrintedBlock[] {
  return [
    {
      kind: 'note',
      tone: 'plain',
      text: say(
        '等次 C（中），因 2 条底线项不达要求而封顶。自报得分 71.7，区间 62.4–79.3，有据得分 55.2。',
        'Grade C (fair), held there by 2 bottom lines. Claimed score 71.7, range 62.4–79.3; supported score 55.2.',
      ),
    },
    {
      kind: 'paragraph',
      text: say(
        '自报得分比佐证能支持的高 16.5 分，差距主要在 C CIM 平台与综合风险评估、D 一网统管与数据共享两个领域。',
        'The claim is 16.5 above what evidence shows, most of all in C CIM platform and risk assessment and D unified management and data sharing.',
      ),
    },
    {
      kind: 'note',
      tone: 'stop',
      text: say('底线项 A1-03 燃气管网泄漏监测：未达要求。', 'Bottom line A1-03, monitoring of gas leaks: breached.'),
    },
    {
      kind: 'note',
      tone: 'warn',
      text: say(
        '底线项 C2-01 风险普查成果入库：佐证已过有效期。',
        'Bottom line C2-01, risk survey in the platform: its evidence is out of date.',
      ),
    },
    {
      kind: 'list',
      items: [
        say('强项：E 监测—研判—预警—处置闭环，88.0 分', 'Strongest: E the loop from monitoring to response, 88.0'),
        say('弱项：D 一网统管与数据共享，49.3 分', 'Weakest: D unified management and data sharing, 49.3'),
      ],
    },
  ];
}

function partsOf(say: Say, charts: string[]): PrintedPart[] {
  return [
    {
      id: 'scope',
      title: say('评价范围与依据', 'Scope and basis'),
      blocks: [
        {
          kind: 'paragraph',
          text: say(
            '本次评价按检查表的全部 12 个任务领域进行，共 93 个检查项，其中 4 项因本市情况不适用而不计分。',
            'This assessment covers all 12 areas of the checklist with 93 items, 4 of which do not apply to the city and are not counted.',
          ),
        },
        { kind: 'heading', level: 2, text: say('评价依据', 'Basis') },
        {
          kind: 'facts',
          facts: [
            { label: say('报告状态', 'State'), value: say('填报中', 'In progress') },
            { label: say('底线项封顶', 'Cap'), value: say('启用，最高为 C', 'On, C at most') },
          ],
        },
        { kind: 'heading', level: 2, text: say('评价过程', 'Process') },
        { kind: 'heading', level: 3, text: say('集中会商', 'Workshops') },
        {
          kind: 'paragraph',
          text: say(
            '召开集中会商两次，42 人次参加，记录意见 31 项。',
            'Two workshops were held with 42 participants; 31 opinions were recorded.',
          ),
        },
      ],
    },
    {
      id: 'results',
      title: say('评价结果', 'Results'),
      blocks: [
        { kind: 'table', table: areasTable(say) },
        ...charts.map(
          (svg, index): PrintedBlock => ({
            kind: 'chart',
            caption: say(`图 ${index + 1}`, `Chart ${index + 1}`),
            alt: say('各领域自报与有据得分', 'Claimed and supported scores by area'),
            svg,
          }),
        ),
      ],
    },
  ];
}

function areasTable(say: Say): PrintedTable {
  return {
    caption: say('各任务领域得分', 'Scores by area'),
    columns: [
      { title: say('任务领域', 'Area'), share: 5, align: 'start' },
      { title: say('权重', 'Weight'), share: 1, align: 'end' },
      { title: say('自报', 'Claimed'), share: 1, align: 'end' },
      { title: say('区间', 'Range'), share: 2, align: 'end' },
      { title: say('有据', 'Supported'), share: 1.4, align: 'end' },
    ],
    rows: Array.from({ length: 12 }, (_, index) => [
      {
        text: `${String.fromCharCode(65 + index)} ${say('生命线安全工程与市政设施', 'Lifelines and municipal facilities')}`,
      },
      { text: String(8 + (index % 3)) },
      { text: `${60 + index}.4` },
      { text: `${50 + index}.1–${70 + index}.9` },
      { text: `${45 + index}.2`, mark: index % 4 === 0 ? 'warn' : 'ok' },
    ]),
    isWide: false,
  };
}

function scoreSheet(say: Say, count: number): PrintedBlock[] {
  const perArea = Math.ceil(count / 12);
  return Array.from({ length: 12 }, (_, area): PrintedBlock[] => [
    {
      kind: 'heading',
      level: 2,
      text: `${String.fromCharCode(65 + area)} ${say('生命线安全工程与市政设施', 'Lifelines and municipal facilities')}`,
    },
    {
      kind: 'table',
      table: {
        caption: '',
        columns: [
          { title: say('编号', 'Code'), share: 1, align: 'start' },
          { title: say('检查项', 'Item'), share: 4, align: 'start' },
          { title: say('牵头部门', 'Department'), share: 3, align: 'start' },
          { title: say('填报', 'Answer'), share: 1.6, align: 'start' },
          { title: say('自报等级', 'Claimed'), share: 1.1, align: 'center' },
          { title: say('有据等级', 'Supported'), share: 1.1, align: 'center' },
          { title: say('佐证', 'Evidence'), share: 5, align: 'start' },
        ],
        rows: Array.from({ length: Math.min(perArea, Math.max(0, count - area * perArea)) }, (_, row) =>
          scoreRow(say, row),
        ),
        isWide: true,
      },
    },
  ]).flat();
}

const marks = ['stop', 'warn', 'ok', 'open'] as const;

function scoreRow(say: Say, row: number): PrintedCell[] {
  const mark = marks[row % 4];
  return [
    { text: `A${row + 1}-0${(row % 9) + 1}` },
    { text: say('城市地下市政基础设施普查与数字化建档', 'Survey and digital records of underground facilities') },
    { text: say('市住房和城乡建设局', 'Housing and Urban-Rural Development') },
    { text: say('已评分', 'Scored'), ...(mark ? { mark } : {}) },
    { text: String(row % 6) },
    { text: String(row % 4) },
    {
      text: say(
        '制度文件：地下管线普查成果汇编（建发〔2026〕12号，2026年3月18日，有效期至2027年3月18日）',
        'Document: survey of underground pipes (No. 12 of 2026, 18 March 2026, valid until 18 March 2027)',
      ),
    },
  ];
}

function matrix(say: Say): PrintedTable {
  return {
    caption: say('部门之间的数据共享', 'Data sharing between departments'),
    columns: Array.from({ length: 15 }, (_, index) => ({
      title: index === 0 ? say('需要方', 'Needs') : say(`数据${index}`, `Feed ${index}`),
      share: index === 0 ? 2 : 1,
      align: index === 0 ? 'start' : 'center',
    })),
    rows: Array.from({ length: 10 }, (_, row) =>
      Array.from({ length: 15 }, (_, column) => ({
        text: column === 0 ? say(`部门${row + 1}`, `Department ${row + 1}`) : String((row * column) % 4),
      })),
    ),
    isWide: true,
  };
}
