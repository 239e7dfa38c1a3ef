import type { RunningServer } from '../serve.ts';
import { callApi } from './call-api.ts';
import { dayOf } from './demo-fill.ts';

/** Days are counted from today: `in: -20` was 20 days ago. */
type DemoAction = {
  content: Record<string, unknown>;
  in?: number;
  acceptedAgo?: number;
  notes?: { ago: number; text: string }[];
};

/** What last year left to be done: pipes take longer than a year. */
const leftOver: DemoAction[] = [
  {
    content: {
      ...{ item: 'lifeline-old-pipes', target: 3, evidence: ['operation'] },
      measure: '更换灰口铸铁供水管 46 公里、燃气老旧管 18 公里，排水管建立逐段台账。',
      ...{ lead: 'housing', support: ['water', 'finance'], status: 'running' },
      ...{ cost: { band: 'over-1000', estimate: 3_800 }, funding: '地方政府专项债券，管线单位自筹' },
    },
    in: 400,
  },
];

/** The plan of this year: one overdue, one accepted, one that nobody has put a day to. */
const planned: DemoAction[] = [
  {
    content: {
      ...{ item: 'lifeline-asset-survey', target: 4, evidence: ['measurement'] },
      measure: '补查燃气庭院管 210 公里，四类查明率都到 85%；现场核对 60 处，一致率通报权属单位。',
      ...{ lead: 'housing', support: ['urban-management', 'water'], status: 'running' },
      ...{ cost: { band: '50-200', estimate: 160 }, funding: '本级财政' },
    },
    in: 150,
    notes: [
      { ago: 61, text: '测绘单位进场，先做老城三个街道。' },
      { ago: 12, text: '已补查 94 公里，燃气查明率由 82% 升到 84%。' },
    ],
  },
  {
    content: {
      ...{ item: 'onenet-department-feeds', target: 13, evidence: ['measurement'] },
      measure: '接入水利、地震两个部门的运行数据，接口连续 90 天可用。',
      ...{ lead: 'data', support: ['water-resources', 'seismology'], status: 'running' },
      ...{ cost: { band: '10-50' }, funding: '本级财政' },
    },
    in: -20,
    notes: [{ ago: 34, text: '水利已接入；地震部门的接口待省局批准。' }],
  },
  {
    content: {
      ...{ item: 'loop-feedback', target: 3, evidence: ['operation'] },
      measure: '处置单增加“反馈”一栏，办结必填；每季度抽查 20 件归档。',
      ...{ lead: 'housing', support: ['emergency'], cost: { band: 'under-10' } },
    },
    in: 60,
  },
  {
    content: {
      ...{ item: 'cim-risk-register', evidence: ['measurement'], status: 'accepted' },
      measure: '风险台账逐类复核一遍，出具复核表和年度更新率统计。',
      ...{ lead: 'emergency', cost: { band: 'none' } },
    },
    in: -10,
    acceptedAgo: 5,
  },
  {
    content: {
      ...{ item: 'lifeline-excavation-damage', target: 2, evidence: ['operation'] },
      measure: '开挖前交底改为线上办理，未交底不发施工许可；监护记录留存一年。',
      ...{ lead: 'housing', support: ['urban-management'], cost: { band: '10-50', estimate: 28 }, funding: '本级财政' },
    },
    in: 200,
  },
  {
    content: {
      ...{ item: 'cim-scenario-runs', target: 3, evidence: ['exercise'] },
      measure: '用平台推演暴雨内涝、燃气爆炸两种情景，结果用于修订预案并演练一次。',
      ...{ lead: 'emergency', support: ['housing', 'meteorology'], cost: { band: '50-200' } },
    },
  },
  {
    content: {
      ...{ item: 'cim-platform-functions', evidence: ['measurement'] },
      measure: '按七类功能统计近 12 个月的登录和调用次数，出具使用情况报表。',
      ...{ lead: 'housing', support: ['data'], cost: { band: 'none' } },
    },
    in: 90,
  },
];

/** Last year's assessment gets what was left of it, this year's takes it over and adds its own. */
export async function demoActions(
  server: RunningServer,
  ids: { lastYear: string; current: string },
  today: Date,
): Promise<void> {
  for (const action of leftOver) await plan(server, ids.lastYear, action, today);
  await callApi(server, {
    ...{ method: 'POST', address: `/assessments/${ids.current}/actions/carry` },
    body: { from: ids.lastYear },
  });
  for (const action of planned) await plan(server, ids.current, action, today);
}

async function plan(server: RunningServer, assessment: string, action: DemoAction, today: Date): Promise<void> {
  const { content, notes = [], acceptedAgo } = action;
  const address = `/assessments/${assessment}/actions`;
  const body = {
    ...content,
    ...(action.in === undefined ? {} : { deadline: dayOf(today, action.in) }),
    ...(acceptedAgo === undefined
      ? {}
      : { acceptance: { by: '市安委会办公室', on: dayOf(today, -acceptedAgo), against: '《风险台账复核表》' } }),
  };
  const { id } = await callApi(server, { method: 'POST', address, body });
  for (const { ago, text } of notes)
    await callApi(server, {
      ...{ method: 'POST', address: `${address}/${id}/notes` },
      body: { on: dayOf(today, -ago), text },
    });
}
