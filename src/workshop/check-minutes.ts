import { canonicalJson } from '#shared/canonical-json.ts';
import { type Checked, check, type Fault, fault } from '#shared/fault.ts';
import { agreementRules } from './agreement.ts';
import { totalOf } from './counts.ts';
import { type Minutes, workshopMinutesSchema } from './minutes.ts';
import { fewestForBars, type RoundResults, roundResults } from './round-results.ts';
import { fewestShown } from './shown-departments.ts';
import { commandNames } from './workshop-command.ts';

const levelsAtMost = 101;
/** A key that was replaced stands in the log as well. */
const knownCommands: ReadonlySet<string> = new Set([...commandNames, 'issue-key']);

/**
 * Minutes that came from elsewhere: of this assessment, over, and such as this program writes them. What nobody may see of a vote is not
 * in them, and every figure follows from the votes that are shown.
 */
export function checkMinutes(input: unknown, assessment: string): Checked<Minutes> {
  const parsed = check(workshopMinutesSchema, input);
  if (!parsed.ok) return parsed;
  const faults = faultsOf(parsed.value, assessment);
  return faults.length > 0 ? { ok: false, faults } : parsed;
}

function faultsOf(minutes: Minutes, assessment: string): Fault[] {
  const { items, log, state } = minutes;
  return [
    ...(minutes.assessment === assessment
      ? []
      : [fault(['assessment'], '是另一次评价的会商', 'they are of another assessment')]),
    ...(state === 'closed' ? [] : [fault(['state'], '会商还没有结束', 'the workshop is not over')]),
    ...log.flatMap(({ command }, index) =>
      knownCommands.has(command)
        ? []
        : [fault(['log', index, 'command'], `不认识的操作“${command}”`, `unknown command "${command}"`)],
    ),
    ...items.flatMap((item, index) => itemFaults(item, minutes).map(each => under(each, ['items', index]))),
  ];
}

function itemFaults({ scale, rounds }: Minutes['items'][number], minutes: Minutes): Fault[] {
  const levels = scale.max - scale.min + 1;
  if (rounds.length > 0 && (levels < 2 || levels > levelsAtMost))
    return [fault(['scale'], '等级的个数不对', 'no such scale')];
  return rounds.flatMap(({ round, results }, index) =>
    results && (results.round !== round || !isShownResult(results, scale, minutes))
      ? [
          fault(
            ['rounds', index, 'results'],
            '结果与票数不符，或列出了不得显示的票数',
            'the results do not follow from the votes, or tell what may not be seen',
          ),
        ]
      : [],
  );
}

/** Below three votes there are neither bars nor figures; departments of an anonymous vote have five votes at least. */
function isShownResult(results: RoundResults, scale: { min: number; max: number }, { mode, rules }: Minutes): boolean {
  const { counts, n, unknown, paper, changed, departments = [] } = results;
  if (mode === 'anonymous' && departments.some(department => department.n < fewestShown)) return false;
  if (changed && changed.of < fewestForBars) return false;
  if (counts === null)
    return n < fewestForBars && [results.median, results.q1, results.q3].every(each => each === null);
  if (counts.length !== scale.max - scale.min + 1 || n !== totalOf(counts) || n < fewestForBars) return false;
  // Other rules may come to another verdict.
  if (rules !== agreementRules) return true;
  const outcome = {
    ...{ counts, unknown, paper, changed, reasons: [] },
    departments: departments.map(({ median, ...rest }) => ({
      ...rest,
      median: median === null ? null : median - scale.min,
    })),
  };
  const again = roundResults(outcome, { round: results.round, scale, mode });
  return canonicalJson(again) === canonicalJson({ ...results, departments });
}

function under({ path, ...rest }: Fault, parents: (string | number)[]): Fault {
  return { ...rest, path: [...parents, ...path] };
}
