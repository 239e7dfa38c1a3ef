import type { Evidence } from '#assessment/evidence.ts';
import { isUnscoredTable } from '#assessment/matrix-cells.ts';
import type { AreaReport } from '#report/group-report.ts';
import { type ItemReport, itemStateSchema } from '#report/item-report.ts';
import type { Report } from '#report/report.ts';
import { evidenceWords } from '../evidence/evidence-line.ts';
import type { Format } from '../format.ts';
import { noteHtml } from '../note-html.ts';
import { rangeWords } from './report-bar.ts';
import { claimedChip, supportedChip } from './report-level.ts';

/** Every item with its answer, what supports it and what was said about it. */
export function itemsPart(report: Report, format: Format) {
  return {
    lead: leadOf(report, format),
    areas: report.areas.map(area => ({
      id: `area-${area.id}`,
      title: `${area.area.code} ${format.text(area.title)}`,
      figures: figureWords(area, format),
      rows: area.items.map(item => rowOf(item, report, format)),
    })),
  };
}

function leadOf({ counts }: Report, { t, list }: Format): string {
  const states = itemStateSchema.options
    .filter(state => counts[state] > 0)
    .map(state => t('report.items.part', { count: counts[state], state: t(`report.answer.${state}`) }));
  return t('report.items.lead', { count: counts.total, states: list(states) });
}

function figureWords({ figures }: AreaReport, format: Format): string {
  const { t, score } = format;
  return t('report.items.figures', {
    score: score(figures.score),
    range: rangeWords(figures, format),
    supported: score(figures.supported),
  });
}

function rowOf(item: ItemReport, report: Report, format: Format) {
  const reason = reasonWords(item, format);
  // The one place where a person's text becomes tags, so that the template needs to know nothing of Markdown.
  const note = item.answer?.note ? noteHtml(item.answer.note) : null;
  return {
    code: item.code,
    title: format.text(item.item.title),
    bottomLine: item.item.bottomLine !== undefined,
    claimed: claimedChip(item, report, format),
    supported: supportedChip(item, report, format),
    evidence: shownEvidence(item).map(evidence => evidenceWords(evidence, format)),
    evidenceNote: evidenceNote(item, format),
    reason,
    note,
    remark: reason !== null || note !== null,
  };
}

/** What is not counted needs no evidence. */
function shownEvidence({ state, evidenceInForce }: ItemReport): Evidence[] {
  const counts = state !== 'excluded-by-fact' && state !== 'not-applicable' && state !== 'not-our-mandate';
  return counts ? evidenceInForce : [];
}

/** That a scored item has nothing to show, or has more that is out of date. */
function evidenceNote(
  { item, fraction, evidenceInForce, evidenceNotInForce }: ItemReport,
  { t }: Format,
): string | null {
  const count = evidenceNotInForce.length;
  if (fraction === null || isUnscoredTable(item)) return null;
  const none = evidenceInForce.length === 0;
  if (count > 0) return t(none ? 'report.evidence.only-lapsed' : 'report.evidence.lapsed', { count });
  return none ? t('report.evidence.none') : null;
}

export function reasonWords({ answer }: ItemReport, { t }: Format): string | null {
  if (answer?.reason === undefined) return null;
  const reason = answer.answer === 'withheld' ? t(`assessment.withheld.${answer.reason}`) : answer.reason;
  return t('report.reason', { reason });
}
