import type { AnswerRecord } from '#assessment/assessment.ts';
import { findOpinionAuthor } from '#workshop/opinion-author.ts';
import { formerDiscussions, latestDiscussions } from './discussion-report.ts';
import { type Finding, finding } from './finding.ts';
import type { ReportFacts } from './report.ts';

/** How the answers came about, as far as the assessment's own records tell. */
export function processFindings(facts: ReportFacts): Finding[] {
  const { assessment } = facts;
  return [
    finding('process.begun', { since: assessment.createdAt }),
    ...answering(facts),
    ...workshopsHeld(facts),
    finding(`process.${assessment.state}`, { until: assessment.changedAt }),
  ];
}

function answering({ assessment, items }: ReportFacts): Finding[] {
  const inScope = new Set(items.map(({ id }) => id));
  const records = Object.entries(assessment.answers).filter(([id, { answer }]) => answer && inScope.has(id));
  const kept = records.map(([, record]) => record);
  const times = kept.map(({ at }) => at).sort();
  const [since, until] = [times[0], times.at(-1)];
  if (since === undefined || until === undefined)
    return [finding('process.unanswered', { total: items.length, count: items.length })];
  return [
    finding('process.answered', { count: kept.length, total: items.length, since, until }),
    ...aboutRecords(
      'process.revised',
      kept.filter(({ rev }) => rev > 1),
    ),
    ...aboutRecords(
      'process.adopted',
      kept.filter(({ by }) => findOpinionAuthor(by)),
    ),
  ];
}

function aboutRecords(code: 'process.revised' | 'process.adopted', records: AnswerRecord[]): Finding[] {
  return records.length === 0 ? [] : [finding(code, { count: records.length })];
}

function workshopsHeld({ discussions }: ReportFacts): Finding[] {
  if (discussions.length === 0) return [finding('process.no-workshop')];
  const discussed = latestDiscussions(discussions);
  return [
    finding('process.workshops', {
      count: discussions.length,
      closed: discussions.filter(({ state }) => state === 'closed').length,
      total: discussed.length,
      recorded: discussed.filter(({ opinion }) => opinion).length,
    }),
    ...onFormerItems(discussions),
  ];
}

/** What was discussed and is not asked so any more. */
function onFormerItems(discussions: ReportFacts['discussions']): Finding[] {
  const former = formerDiscussions(discussions);
  return former.length === 0
    ? []
    : [
        finding('process.workshops-former', {
          count: former.length,
          recorded: former.filter(({ opinion }) => opinion).length,
        }),
      ];
}
