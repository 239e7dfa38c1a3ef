import { checkAnswer } from '#assessment/answer.ts';
import { findItem } from '#checklist/checklist-lookups.ts';
import { type Checked, type Fault, fault } from '#shared/fault.ts';
import { agreementRules } from './agreement.ts';
import type { CommandContext } from './command-context.ts';
import type { Opinion, OpinionValue, Provenance } from './opinion.ts';
import { answerOfOpinion } from './opinion-answer.ts';
import { getEntry, getProgress, revealedRounds } from './progress.ts';
import { type RoundResults, roundResults } from './round-results.ts';
import { objectionsOf } from './table.ts';
import type { AgendaEntry, ItemProgress, Workshop } from './workshop.ts';
import type { CommandNamed } from './workshop-command.ts';

type Texts = Pick<Opinion, 'rationale' | 'dissent' | 'evidence' | 'actions'>;
type Recording = { command: CommandNamed<'record' | 'amend'>; context: CommandContext };

/** The opinion with where it comes from. Its value is checked as any answer to the item is. */
export function composeOpinion(workshop: Workshop, itemId: string, { command, context }: Recording): Checked<Opinion> {
  const entry = getEntry(workshop, itemId);
  const progress = getProgress(workshop, itemId);
  const results = lastResults(progress, entry, workshop.mode);
  const provenance = provenanceOf(progress, results, objectionsOf(workshop, itemId).cannotLive);
  const value = asAnswered(command.value, entry) ?? valueOfMedian(provenance.median, entry);
  if (value === undefined) return { ok: false, faults: [noValue()] };
  const texts = textsOf(command);
  const faults = [
    ...valueFaults({ value, ...texts }, itemId, context),
    ...(texts.rationale || !needsRationale(provenance, value, entry) ? [] : [noRationale()]),
  ];
  if (faults.length > 0) return { ok: false, faults };
  const { actor, at } = context;
  return {
    ok: true,
    value: {
      ...{ version: progress.opinions.length + 1, value, ...texts, provenance },
      ...{ by: actor.by, role: actor.role, at, from: stateBefore(progress) },
      ...(command.command === 'amend' ? { amends: command.reason } : {}),
    },
  };
}

/** What is empty is left out. */
function textsOf({ rationale, dissent, evidence, actions }: Recording['command']): Texts {
  return {
    ...(rationale ? { rationale } : {}),
    ...(dissent ? { dissent } : {}),
    ...(evidence && evidence.length > 0 ? { evidence } : {}),
    ...(actions && actions.length > 0 ? { actions } : {}),
  };
}

/** Of the last round that was revealed and counts; undefined without one. */
function lastResults(progress: ItemProgress, { scale }: AgendaEntry, mode: Workshop['mode']): RoundResults | undefined {
  const { last } = revealedRounds(progress);
  return last?.outcome && roundResults(last.outcome, { round: last.round, scale, mode });
}

function provenanceOf({ rounds }: ItemProgress, results: RoundResults | undefined, objections: number): Provenance {
  return {
    rounds: rounds.filter(({ voided, outcome }) => !voided && outcome).length,
    round: results?.round ?? null,
    ...{ n: results?.n ?? 0, unknown: results?.unknown ?? 0, paper: results?.paper ?? 0 },
    ...{ median: results?.median ?? null, q1: results?.q1 ?? null, q3: results?.q3 ?? null },
    ...{ verdict: results?.verdict ?? null, badges: results?.badges ?? [] },
    ...{ objections, rules: agreementRules },
  };
}

/** Yes and no are counted as 1 and 0; whoever names them so means the answer. */
function asAnswered(value: OpinionValue | undefined, { kind }: AgendaEntry): OpinionValue | undefined {
  return kind === 'yes-no' && (value === 0 || value === 1) ? value === 1 : value;
}

/** A median between two levels is nobody's value: somebody has to choose. */
function valueOfMedian(median: number | null, { kind }: AgendaEntry): OpinionValue | undefined {
  if (median === null || !Number.isInteger(median)) return undefined;
  return kind === 'yes-no' ? median === 1 : median;
}

/** For a figure nobody votes on: where somebody cannot live with it. */
function needsRationale({ verdict, median, objections }: Provenance, value: OpinionValue, entry: AgendaEntry): boolean {
  if (verdict === null) return objections > 0;
  return verdict !== 'consensus' || value !== valueOfMedian(median, entry);
}

function valueFaults(
  opinion: Parameters<typeof answerOfOpinion>[0],
  itemId: string,
  { checklist }: CommandContext,
): Fault[] {
  const item = findItem(checklist, itemId);
  if (!item) return [fault(['item'], '本项已不在评价范围内', 'this item is no longer in the scope of the assessment')];
  const checked = checkAnswer(answerOfOpinion(opinion), item, checklist, 'listed');
  return checked.ok ? [] : checked.faults;
}

function stateBefore({ state }: ItemProgress): Opinion['from'] {
  if (state === 'briefing' || state === 'revealed' || state === 'discussion' || state === 'recorded') return state;
  throw new Error(`nothing is recorded in the state "${state}"`);
}

function noValue(): Fault {
  return fault(
    ['value'],
    '请选择等级：中位数在两级之间，或票数太少没有中位数',
    'choose a level: the median lies between two levels, or there are too few votes for one',
  );
}

function noRationale(): Fault {
  return fault(
    ['rationale'],
    '请写明理由：意见不一致、记录的不是中位数，或有人不能接受',
    'give the rationale: the room does not agree, what is recorded is not the median, or somebody cannot live with it',
  );
}
