import type { Finding, FindingParams } from '#report/finding.ts';
import type { Report } from '#report/report.ts';
import { contentWord } from '../assessment/content-words.ts';
import type { Format } from '../format.ts';

/** A finding in the language of the page. */
export function findingWords({ code, params }: Finding, report: Report, format: Format): string {
  return format.t(`report.finding.${code}`, findingParams(params, report, format));
}

/** The parameters of a finding in words, for sentences of another length. */
export function findingParams(params: FindingParams, report: Report, format: Format): Record<string, string | number> {
  const worded = Object.entries(params).flatMap(([name, value]) =>
    value === undefined
      ? []
      : [[name, contentWord(name, params, report, format) ?? wordOf(name, value, report, format)] as const],
  );
  return Object.fromEntries(worded);
}

/** The findings of one part of the report, such as `grade`. */
export function findingsOf({ findings }: Report, part: string): Finding[] {
  return findings.filter(({ code }) => code.startsWith(`${part}.`));
}

export function findingParagraph(report: Report, part: string, format: Format): string {
  const sentences = findingsOf(report, part).map(finding => findingWords(finding, report, format));
  return sentences.join(format.t('report.sentence-separator'));
}

export function gradeWords(id: string, { checklist }: Report, format: Format): string {
  const grade = checklist.grades.find(grade => grade.id === id);
  return grade ? format.t('report.grade-name', { id, label: format.text(grade.label) }) : id;
}

export function areaWords(id: string, { checklist }: Report, format: Format): string {
  const area = checklist.areas.find(area => area.id === id);
  return area ? `${area.code} ${format.text(area.title)}` : id;
}

/** Where each grade begins: "60、75、90". */
export function bandWords({ checklist }: Report, format: Format): string {
  const bounds = checklist.grades.filter(({ from }) => from > 0).map(({ id, from }) => `${id} ${from}`);
  return format.list(bounds);
}

type Param = NonNullable<FindingParams[keyof FindingParams]>;

function wordOf(name: string, value: Param, report: Report, format: Format): string | number {
  if (Array.isArray(value)) return name === 'items' ? itemList(value, report, format) : areaList(value, report, format);
  if (typeof value === 'string')
    return name === 'area' || name === 'otherArea'
      ? areaWords(value, report, format)
      : gradeWords(value, report, format);
  if (percents.has(name)) return format.percent(value);
  return scores.has(name) ? format.score(value) : value;
}

const scores = new Set<string>([
  ...(['score', 'otherScore', 'low', 'high', 'supported', 'gap', 'openGap', 'points'] as const),
] satisfies (keyof FindingParams)[]);
const percents = new Set<string>(['coverage', 'minimum', 'excluded', 'maximum'] satisfies (keyof FindingParams)[]);

function areaList(ids: string[], report: Report, format: Format): string {
  return format.list(ids.map(id => areaWords(id, report, format)));
}

/** With their titles as long as they are few. */
function itemList(ids: string[], { items }: Report, format: Format): string {
  const named = items.filter(({ id }) => ids.includes(id));
  return format.list(named.map(({ code, item }) => (named.length > 3 ? code : `${code} ${format.text(item.title)}`)));
}
