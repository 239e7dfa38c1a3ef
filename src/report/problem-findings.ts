import { isBelow } from '#scoring/tolerance.ts';
import { breakFindings, missingCells } from './break-findings.ts';
import { type Finding, type FindingCode, finding } from './finding.ts';
import { openFindings } from './open-findings.ts';
import type { ReportFacts } from './report.ts';
import { claimedAbove, lostPoints, shareOf } from './share-of.ts';

/** Below the second of five levels. */
const lowBelow = 0.4;

/** The problem list, the gravest kind first; each kind ordered by what it costs. Its first statement counts them. */
export function problemFindings(facts: ReportFacts): Finding[] {
  const lists = [
    ...bottomLineProblems(facts),
    ...lowAnswers(facts),
    ...breakFindings(facts),
    ...claimsAboveEvidence(facts),
    ...openFindings(facts),
  ];
  return [countsOf(lists, facts), ...lists];
}

function countsOf(lists: Finding[], facts: ReportFacts): Finding {
  const count = (...codes: FindingCode[]) => lists.filter(({ code }) => codes.includes(code)).length;
  return finding('problems.counts', {
    breached: count('problems.breached'),
    unverified: count('problems.unverified'),
    unsupported: count('problems.unsupported'),
    lowItems: count('problems.low'),
    shared: count('problems.shared'),
    gaps: facts.matrices.reduce((sum, matrix) => sum + missingCells(matrix), 0),
    claims: count('problems.claim', 'problems.claim-bare'),
    open: facts.counts.open,
  });
}

function bottomLineProblems({ bottomLines }: ReportFacts): Finding[] {
  return bottomLines.flatMap(({ item, state }) => {
    if (state !== 'breached' && state !== 'unverified' && state !== 'unsupported') return [];
    const shares =
      state === 'unverified'
        ? {}
        : { claimedShare: shareOf(item.fraction ?? 0), supportedShare: shareOf(item.supported ?? 0) };
    const floorShare = shareOf(item.item.bottomLine?.floor ?? 0);
    return [finding(`problems.${state}`, { item: item.id, ...shares, floorShare })];
  });
}

function lowAnswers({ items }: ReportFacts): Finding[] {
  return items
    .filter(({ fraction, effectiveWeight }) => fraction !== null && isBelow(fraction, lowBelow) && effectiveWeight > 0)
    .sort((a, b) => lostPoints(b) - lostPoints(a))
    .map(item =>
      finding('problems.low', {
        ...{ item: item.id, claimedShare: shareOf(item.fraction ?? 0), points: lostPoints(item) },
      }),
    );
}

function claimsAboveEvidence({ items }: ReportFacts): Finding[] {
  return items
    .filter(({ fraction, supported, effectiveWeight }) => effectiveWeight > 0 && isBelow(supported ?? 0, fraction ?? 0))
    .sort((a, b) => claimedAbove(b) - claimedAbove(a))
    .map(item =>
      finding(item.evidenceInForce.length > 0 ? 'problems.claim' : 'problems.claim-bare', {
        ...{ item: item.id, claimedShare: shareOf(item.fraction ?? 0), supportedShare: shareOf(item.supported ?? 0) },
        points: claimedAbove(item),
      }),
    );
}
