import type { Assessment } from '#assessment/assessment.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import { actionOfDocument } from './action-document.ts';
import { discussionOfDocument } from './discussion-report.ts';
import { placeOf, type Report, reportWith } from './report.ts';
import type { ReportDocument } from './report-document.ts';

/** The report computed again from its export. `checklist` is the whole one, which the export carries. */
export function reportOfDocument(document: ReportDocument, checklist: Checklist): Report {
  const { generatedAt, today, trail, comparison, milestone, discussions = [] } = document;
  const where = placeOf(assessmentOf(document), checklist);
  return {
    ...reportWith(
      where,
      { generatedAt, today },
      discussions.map(each => discussionOfDocument(each, checklist)),
    ),
    ...(trail ? { trail } : {}),
    ...(comparison ? { comparison } : {}),
    ...(milestone ? { milestone } : {}),
  };
}

/** An export knows no cleared answers; no report shows them. */
function assessmentOf(document: ReportDocument): Assessment {
  const { assessment, checklist, generatedAt, times = { begun: generatedAt, changed: generatedAt } } = document;
  const { id, checklist: _named, state, answers, ...setup } = assessment;
  const records = Object.entries(answers).map(([item, { rev, by, at, ...answer }]) => [item, { rev, by, at, answer }]);
  const { id: checklistId, version, sha256 } = checklist;
  return {
    ...{ id, setup, state, createdAt: times.begun, changedAt: times.changed },
    checklist: { id: checklistId, version, sha256 },
    answers: Object.fromEntries(records),
    ...(document.actions ? { actions: document.actions.map(actionOfDocument) } : {}),
  };
}
