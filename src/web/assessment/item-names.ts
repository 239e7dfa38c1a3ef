import { findItemReport } from '#report/item-index.ts';
import type { ItemReport } from '#report/item-report.ts';
import type { Report } from '#report/report.ts';
import type { Format } from '../format.ts';

/** More names than anybody reads in one sentence; the score sheet has them all. */
const namedAtMost = 20;

/** "A1 市政设施普查与底数". */
export function itemTitle({ code, item }: ItemReport, { text }: Format): string {
  return `${code} ${text(item.title)}`;
}

export function itemName(id: string, { items }: Report, format: Format): string {
  const item = findItemReport(items, id);
  return item ? itemTitle(item, format) : id;
}

/** Every item with its title; of very many the first, and how many more there are. */
export function namedItems(ids: string[], report: Report, format: Format): string {
  const names = ids.slice(0, namedAtMost).map(id => itemName(id, report, format));
  const more = ids.length - names.length;
  return more === 0 ? format.list(names) : format.t('findings.more', { items: format.list(names), more });
}
