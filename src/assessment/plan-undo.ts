import { findItem } from '#checklist/checklist-lookups.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import { type Place, versionDifferences } from '#checklist/version-differences.ts';
import { canonicalJson } from '#shared/canonical-json.ts';
import { checkAnswer } from './answer.ts';
import type { Assessment, Move, Setup } from './assessment.ts';
import { fitSetup } from './fit-setup.ts';
import { findAnswer } from './record-answer.ts';

export type UndoPlan = {
  move: Move;
  setup: Setup;
  /** Items whose answer of before the move comes back. */
  restored: string[];
  /** Answers given since the move that the version before cannot take, as the present version has their items. */
  taken: Place[];
  /** Answers given since the move that stay. */
  kept: Place[];
};

type Versions = { before: Checklist; present: Checklist };

/** What taking the last move back comes to; undefined where there was none. */
export function planUndo(assessment: Assessment, versions: Versions): UndoPlan | undefined {
  const move = assessment.moves?.at(-1);
  if (!move) return undefined;
  const { kept: same, changed, added, removed } = versionDifferences(versions.present, versions.before);
  const isAnswered = ({ item }: Place) => findAnswer(assessment, item.id) !== undefined;
  const fits = (place: Place) => isTakenBy(versions.before, assessment, place);
  const stays = same.map(({ after }) => after).filter(isAnswered);
  const staying = new Set(stays.filter(fits).map(({ item }) => item.id));
  const gone = [...changed.map(({ before }) => before), ...removed].filter(isAnswered);
  const places = [...changed, ...same].map(({ after }) => after);
  const restored = [...places, ...added]
    .map(({ item }) => item.id)
    .filter(id => move.left[id]?.answer && !staying.has(id));
  const back = new Set(restored);
  return {
    move,
    setup: setupBefore(assessment.setup, move, versions),
    restored,
    taken: [...gone, ...stays.filter(place => !fits(place))],
    kept: stays.filter(
      place => staying.has(place.item.id) && isLater(assessment, place, move) && !back.has(place.item.id),
    ),
  };
}

function isTakenBy(checklist: Checklist, assessment: Assessment, { item }: Place): boolean {
  const asked = findItem(checklist, item.id);
  return asked !== undefined && checkAnswer(findAnswer(assessment, item.id), asked, checklist, 'listed').ok;
}

function isLater({ answers }: Assessment, { item }: Place, { at }: Move): boolean {
  return (answers[item.id]?.at ?? '') >= at;
}

/** As it was, with what was changed since as far as the version before knows it. */
function setupBefore(setup: Setup, move: Move, { before, present }: Versions): Setup {
  const moved = fitSetup(move.setup, present).setup;
  if (isSame(setup, moved)) return move.setup;
  const { profile, scope: fittedScope, policy: fittedPolicy, ...rest } = fitSetup(setup, before).setup;
  const lost = Object.entries(move.setup.profile).filter(([id]) => !Object.hasOwn(moved.profile, id));
  const scope = isSame(setup.scope, moved.scope) ? move.setup.scope : fittedScope;
  const policy = isSame(setup.policy, moved.policy) ? move.setup.policy : fittedPolicy;
  return {
    ...rest,
    profile: { ...Object.fromEntries(lost), ...profile },
    ...(scope ? { scope } : {}),
    ...(policy ? { policy } : {}),
  };
}

function isSame(a: unknown, b: unknown): boolean {
  return canonicalJson(a ?? null) === canonicalJson(b ?? null);
}
