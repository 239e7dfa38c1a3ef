import { scaleOf } from '#checklist/checklist-lookups.ts';
import type { FindingParams } from '#report/finding.ts';
import { findItemReport } from '#report/item-index.ts';
import type { Report } from '#report/report.ts';
import { isUsualScale } from '#report/step.ts';
import { roundScore } from '#scoring/rounding.ts';
import { departmentName } from '../checklist/item-words.ts';
import { hasLevels } from '../evidence/evidence-standing.ts';
import type { Format } from '../format.ts';
import { itemName, namedItems } from './item-names.ts';
import { lineLabels } from './line-labels.ts';

type Given = { params: FindingParams; report: Report; format: Format };

/** A parameter of `content-params.ts` in words; undefined for any other, whole numbers included. */
export function contentWord(name: string, params: FindingParams, report: Report, format: Format): string | undefined {
  return words.get(name)?.({ params, report, format });
}

type Word = (given: Given) => string | undefined;

const words = new Map<string, Word>(
  Object.entries({
    item: ({ params: { item = '' }, report, format }) => itemName(item, report, format),
    named: ({ params: { named = [] }, report, format }) => namedItems(named, report, format),
    claimedShare: given => levelOrPercent(given.params.claimedShare, given),
    supportedShare: given => levelOrPercent(given.params.supportedShare, given),
    floorShare: given => levelOrPercent(given.params.floorShare, given),
    kind: ({ params: { kind }, format }) => kind && format.t(`findings.kind.${kind}`),
    departments: ({ params: { departments = [] }, report, format }) =>
      format.list(departments.map(id => departmentName(id, report.wholeChecklist, format)).filter(Boolean)),
    group: ({ params, report, format }) => lineLabels([params.group], params, report, format),
    row: ({ params, report, format }) => lineLabels([params.row], params, report, format),
    rows: ({ params, report, format }) => lineLabels(params.rows ?? [], params, report, format),
    columns: ({ params, report, format }) => lineLabels(params.columns ?? [], params, report, format),
    cell: meaningOfCell,
    weightShare: ({ params: { weightShare = 0 }, format }) =>
      format.t('site.percent', { value: format.score(weightShare) }),
    since: spanWords,
    until: ({ params: { until }, format }) => until && dayOf(until, format),
  } satisfies Partial<Record<keyof FindingParams, Word>>),
);

/** "3 级" for items with levels from 0 to 5, "60%" for others: a share of three levels would be no level. */
function levelOrPercent(share: number | undefined, { params, report, format }: Given): string | undefined {
  const item = findItemReport(report.items, params.item)?.item;
  if (share === undefined) return undefined;
  if (!item || !hasLevels(item) || !isUsualScale(scaleOf(item, report.checklist))) return format.percent(share);
  return format.t('findings.level', { level: String(roundScore(share / 20)) });
}

function meaningOfCell({ params: { item, cell = 0 }, report, format }: Given): string {
  const meaning = report.matrices.find(matrix => matrix.item.id === item)?.meanings[cell];
  return meaning ? format.text(meaning) : String(cell);
}

function spanWords({ params: { since, until = since }, format }: Given): string | undefined {
  if (since === undefined || until === undefined) return undefined;
  const [from, to] = [dayOf(since, format), dayOf(until, format)];
  return from === to ? from : format.t('findings.span', { from, to });
}

function dayOf(time: string, { day, isoDay }: Format): string {
  return day(isoDay(time));
}
