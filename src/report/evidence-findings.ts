import { roundScore } from '#scoring/rounding.ts';
import { type EvidenceUse, evidenceUses } from './evidence-uses.ts';
import { type Finding, type FindingCode, finding } from './finding.ts';
import type { ItemReport } from './item-report.ts';
import type { ReportFacts } from './report.ts';
import { claimedAbove } from './share-of.ts';

/** What stands behind the answers: which have evidence, which have none, and which records do not count or soon will not. */
export function evidenceFindings(facts: ReportFacts): Finding[] {
  const uses = evidenceUses(facts);
  return [
    ...carriedAnswers(facts.items, uses),
    ...about('evidence.lapsed', uses, ['expired', 'later', 'never']),
    ...about('evidence.expiring', uses, ['expiring']),
    ...about('evidence.undated', uses, ['undated']),
  ];
}

/** An answer at the bottom of its scale claims nothing and needs no evidence. */
function carriedAnswers(items: ItemReport[], uses: EvidenceUse[]): Finding[] {
  const claiming = items.filter(({ fraction }) => (fraction ?? 0) > 0);
  if (claiming.length === 0) return [finding('evidence.nothing-scored')];
  const missing = claiming.filter(({ evidenceInForce }) => evidenceInForce.length === 0);
  const claimingIds = new Set(claiming.map(({ id }) => id));
  const records = uses.filter(({ counts, items: used }) => counts && used.some(id => claimingIds.has(id))).length;
  const count = claiming.length - missing.length;
  return missing.length === 0
    ? [finding('evidence.complete', { count, records })]
    : [
        finding('evidence.carried', { count, total: claiming.length, records }),
        finding('evidence.missing', {
          ...{ count: missing.length, named: missing.map(({ id }) => id) },
          points: roundScore(missing.reduce((sum, item) => sum + claimedAbove(item), 0)),
        }),
      ];
}

function about(code: FindingCode, uses: EvidenceUse[], validities: EvidenceUse['validity'][]): Finding[] {
  const concerned = uses.filter(({ validity }) => validities.includes(validity));
  const named = [...new Set(concerned.flatMap(({ items }) => items))];
  return concerned.length === 0 ? [] : [finding(code, { count: concerned.length, named })];
}
