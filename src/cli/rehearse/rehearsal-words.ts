import { inLanguage, type Language } from '#shared/text.ts';
import type { ItemState } from '#workshop/workshop.ts';
import { castOf, type Follows } from './habits.ts';
import type { RehearsalLog } from './rehearsal-log.ts';
import type { RehearsalSummary, Times } from './summarise-rehearsal.ts';
import type { PhoneState } from './views.ts';

type Played = { people: number; seed: number; seconds: number; language: Language };

const mostFailures = 5;

const itemStates: Record<ItemState, { zh: string; en: string }> = {
  queued: { zh: '待议', en: 'queued' },
  briefing: { zh: '介绍', en: 'briefing' },
  open: { zh: '投票中', en: 'voting open' },
  closed: { zh: '投票已结束', en: 'voting closed' },
  revealed: { zh: '已公布', en: 'revealed' },
  discussion: { zh: '讨论', en: 'discussion' },
  recorded: { zh: '已记录', en: 'recorded' },
  skipped: { zh: '已跳过', en: 'skipped' },
  parked: { zh: '已搁置', en: 'parked' },
};

/** While it goes on. */
export function liveLine(log: RehearsalLog, { people, seconds, language }: Omit<Played, 'seed'>): string {
  const votes = (outcome: string) => log.votes.filter(vote => vote.outcome === outcome).length;
  const place = log.state ? placeOf(log.state, language) : '';
  const [counted, refused, failed] = ['acknowledged', 'refused', 'failed'].map(votes);
  return inLanguage(
    {
      zh: `${clock(seconds)} 到场 ${log.joined}/${people} ${place} 投票：已确认 ${counted}，被拒绝 ${refused}，失败 ${failed}；重连 ${log.reconnected}`,
      en: `${clock(seconds)} joined ${log.joined}/${people} ${place} votes: acknowledged ${counted}, refused ${refused}, failed ${failed}; reconnected ${log.reconnected}`,
    },
    language,
  );
}

function placeOf({ position, round, state }: PhoneState, language: Language): string {
  if (position === null || state === null) return inLanguage({ zh: '等候', en: 'waiting' }, language);
  const { zh, en } = itemStates[state];
  return inLanguage(
    {
      zh: `第 ${position.number}/${position.total} 项 第 ${round} 轮 ${zh}`,
      en: `item ${position.number}/${position.total} round ${round} ${en}`,
    },
    language,
  );
}

/** At the end. */
export function summaryLines(log: RehearsalLog, summary: RehearsalSummary, played: Played): string[] {
  const say = (zh: string, en: string) => inLanguage({ zh, en }, played.language);
  const { votes, comparison, acknowledged, seen, conclusion } = summary;
  const kinds = kindsOf(played.people);
  const failures = [...new Set(log.failures)].slice(0, mostFailures);
  return [
    say(
      `演练结束：用时 ${clock(played.seconds)}，种子 ${played.seed}`,
      `rehearsal over: ${clock(played.seconds)}, seed ${played.seed}`,
    ),
    say(
      `参会人：${played.people} 人（事件流 ${kinds.stream}，轮询 ${kinds.poll}，无脚本表单 ${kinds.form}），加入 ${log.joined}，换手机 ${log.moved} 次，重连 ${log.reconnected} 次`,
      `participants: ${played.people} (streams ${kinds.stream}, polling ${kinds.poll}, plain forms ${kinds.form}), joined ${log.joined}, moved to another phone ${log.moved} times, reconnected ${log.reconnected} times`,
    ),
    say(
      `投票：已确认 ${votes.acknowledged}，被拒绝 ${votes.refused}（来晚的票应当被拒绝），失败 ${votes.failed}`,
      `votes: acknowledged ${votes.acknowledged}, refused ${votes.refused} (those that come late have to be), failed ${votes.failed}`,
    ),
    say(
      `投票到确认：${timesIn(acknowledged, '，', '最长')}`,
      `from vote to acknowledgement: ${timesIn(acknowledged, ', ', 'longest')}`,
    ),
    seenLine(seen, say),
    say(
      `逐级核对 ${comparison.rounds} 轮：丢票 ${comparison.lost}，多计 ${comparison.extra}；未公布、无法核对 ${comparison.notShown} 轮`,
      `compared level by level, ${comparison.rounds} rounds: lost ${comparison.lost}, counted too many ${comparison.extra}; not shown, so not compared: ${comparison.notShown} rounds`,
    ),
    ...failures.map(failure => say(`问题：${failure}`, `problem: ${failure}`)),
    inLanguage(conclusions[conclusion], played.language),
  ];
}

const conclusions: Record<RehearsalSummary['conclusion'], { zh: string; en: string }> = {
  sound: { zh: '结论：没有丢票，没有失败', en: 'all sound: no vote lost, nothing failed' },
  'nothing-compared': { zh: '结论：没有公布过一轮，无法核对', en: 'nothing to compare: no round was revealed' },
  faulty: { zh: '结论：有问题，见上', en: 'not sound, see above' },
};

type Say = (zh: string, en: string) => string;

function seenLine({ times, changes, fromSending }: RehearsalSummary['seen'], say: Say): string {
  const from = fromSending
    ? say('从主持人按下算起', 'since the facilitator pressed')
    : say('从第一部手机看到算起', 'since the first phone saw it');
  return say(
    `事件流手机看到变化（${from}，${changes} 次）：${timesIn(times, '，', '最长')}`,
    `changes seen on phones with a stream (${from}, ${changes} of them): ${timesIn(times, ', ', 'longest')}`,
  );
}

function kindsOf(people: number): Record<Follows, number> {
  const kinds = { stream: 0, poll: 0, form: 0 };
  for (let index = 0; index < people; index += 1) kinds[castOf(index).follows] += 1;
  return kinds;
}

function timesIn(times: Times, comma: string, longest: string): string {
  if (times === null) return '-';
  const [p50, p95, most] = [times.p50, times.p95, times.longest].map(value => `${value.toFixed(0)} ms`);
  return `p50 ${p50}${comma}p95 ${p95}${comma}${longest} ${most}`;
}

function clock(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${`${whole % 60}`.padStart(2, '0')}`;
}
