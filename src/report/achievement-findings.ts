import { type EvidenceKind, evidenceKindSchema } from '#checklist/checklist-schema.ts';
import { ceilings } from '#scoring/evidence-ceiling.ts';
import { bandReached } from '#scoring/grade.ts';
import { isBelow } from '#scoring/tolerance.ts';
import { type Finding, finding } from './finding.ts';
import type { ItemReport } from './item-report.ts';
import type { ReportFacts } from './report.ts';
import { shareOf } from './share-of.ts';

/** From level 4 of 5: what has been measured or exercised and reached others. */
const achievedFrom = 0.8;

/** What the city can show to be done well. Nothing here rests on a claim alone. */
export function achievementFindings(facts: ReportFacts): Finding[] {
  if (facts.counts.scored === 0) return [finding('achievements.nothing-scored')];
  return [...areaFindings(facts), ...heldBottomLines(facts), ...provedItems(facts), ...achievedItems(facts)];
}

/** Areas whose supported score is above the lowest grade; or how far the best one is from that. */
function areaFindings({ areas, checklist }: ReportFacts): Finding[] {
  const from = checklist.grades.at(-2)?.from;
  const scored = areas
    .flatMap(({ id, figures: { supported, score } }) =>
      supported === null || score === null ? [] : [{ area: id, supported, score }],
    )
    .sort((a, b) => b.supported - a.supported);
  const [best] = scored;
  if (from === undefined || !best) return [];
  const above = scored.filter(({ supported }) => supported >= from);
  if (above.length === 0)
    return [finding('achievements.no-area', { from, area: best.area, supported: best.supported })];
  return above.map(area => {
    const grade = bandReached(checklist, area.supported);
    return finding('achievements.area', { ...area, ...(grade === null ? {} : { grade }) });
  });
}

function heldBottomLines({ bottomLines }: ReportFacts): Finding[] {
  const held = bottomLines.filter(({ state }) => state === 'met').map(({ item }) => item.id);
  const total = bottomLines.filter(({ state }) => state !== 'off' && state !== 'excluded').length;
  return held.length === 0 ? [] : [finding('achievements.bottom-lines', { count: held.length, total, named: held })];
}

/** Tested by somebody or something else than the writer: whatever the level. */
function provedItems({ items, counts }: ReportFacts): Finding[] {
  const proved = items.filter(
    item => (item.supported ?? 0) > 0 && item.evidenceInForce.some(({ kind }) => tests.has(kind)),
  );
  const named = proved.map(({ id }) => id);
  return named.length === 0
    ? []
    : [finding('achievements.proved', { count: named.length, total: counts.scored, named })];
}

const tests = new Set<EvidenceKind>(['exercise', 'event', 'audit']);

function achievedItems({ items }: ReportFacts): Finding[] {
  const achieved = items
    .filter(({ supported, effectiveWeight }) => effectiveWeight > 0 && !isBelow(supported ?? 0, achievedFrom))
    .sort((a, b) => (b.supported ?? 0) - (a.supported ?? 0) || b.effectiveWeight - a.effectiveWeight);
  if (achieved.length === 0) return [finding('achievements.no-item')];
  return achieved.map(item =>
    finding('achievements.item', {
      ...{ item: item.id, supportedShare: shareOf(item.supported ?? 0) },
      kind: strongestEvidence(item)?.kind ?? 'statement',
    }),
  );
}

/** The record in force that carries most; of equals the first. */
export function strongestEvidence({ evidenceInForce }: Pick<ItemReport, 'evidenceInForce'>) {
  return [...evidenceInForce].sort((a, b) => rankOf(b.kind) - rankOf(a.kind))[0];
}

function rankOf(kind: EvidenceKind): number {
  return 10 * ceilings[kind] + evidenceKindSchema.options.indexOf(kind);
}
