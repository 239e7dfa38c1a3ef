import type { ActionContent } from '#assessment/action.ts';
import { bestSet, type Candidate } from '#scoring/best-set.ts';
import { scoreDetails } from '#scoring/score.ts';
import { whatIf } from '#scoring/what-if.ts';
import { inputOf, scored } from '../scoring/build-answers.ts';
import { buildChecklist } from '../scoring/build-checklist.ts';
import { percentile, type Row } from './row.ts';

const items = 93;
const runs = 200;

/** What a page of the action plan asks of scoring, beside scoring the assessment anew. */
export async function bench(): Promise<Row[]> {
  const problem = problemOf(items);
  const whole = milliseconds(() => scoreDetails(problem.input).result.claimed.overall.low);
  const ours = milliseconds(() => whatIf(problem, problem.candidates).claimed.overall.low);
  const most = problemOf(500);
  const search = milliseconds(() => bestSet({ ...most, objective: 'low' }, 9_000).gain, 5);
  return [
    {
      what: `what-if of ${items} actions on ${items} items, median of ${runs}`,
      measured: `${ours.toFixed(2)} ms`,
      baseline: `${whole.toFixed(2)} ms for scoring the assessment anew`,
      ratio: (ours / whole).toFixed(2),
      target: '≤ 20 ms',
      met: ours <= 20,
    },
    {
      what: 'best set of 500 actions of odd costs within a budget, median of 5',
      measured: `${search.toFixed(0)} ms`,
      baseline: `${ours.toFixed(2)} ms for one what-if`,
      ratio: (search / ours).toFixed(0),
      target: '≤ 1,000 ms',
      met: search <= 1_000,
    },
  ];
}

function milliseconds(run: () => number | null, times = runs): number {
  const measured = Array.from({ length: times }, () => {
    const start = performance.now();
    if (run() === null) throw new Error('a run gave nothing');
    return performance.now() - start;
  });
  return percentile(measured, 0.5);
}

/** As many items of odd weights, each with an action of an odd cost: no two sets cost the same. */
function problemOf(count: number) {
  const ids = Array.from({ length: count }, (_, index) => `i${index}`);
  const fields = ids.map((id, index) => [id, { weight: 1 + ((index * 7_919) % 997) / 997 }]);
  const checklist = buildChecklist({ a: { items: Object.fromEntries(fields) } });
  const input = inputOf(checklist, Object.fromEntries(ids.map(id => [id, scored(0)])));
  const candidates = ids.map((item, index): Candidate => {
    const cost: ActionContent['cost'] = { band: '50-200', estimate: 50 + ((index * 104_729) % 14_983) / 100 };
    return { id: `s${index}`, item, target: 1 + (index % 5), evidence: ['operation'], cost };
  });
  return { input, items: scoreDetails(input).items, checklist, candidates };
}
