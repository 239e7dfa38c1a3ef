import type { Report } from '#report/report.ts';
import { type ShownItem, shownState } from '#report/shown-item.ts';
import type { Format } from '../format.ts';
import { reasonWords } from '../report/report-items.ts';
import { claimedChip, type LevelChip, supportedChip } from '../report/report-level.ts';

/** An item that a picture names, in words; the scope may leave it out. */

export function shownTitle({ item }: ShownItem, { text }: Format): string {
  return `${item.code} ${text(item.title)}`;
}

export function shownChip({ report: own }: ShownItem, report: Report, format: Format): LevelChip {
  return own ? claimedChip(own, report, format) : outsideChip(format);
}

export function shownSupport({ report: own }: ShownItem, report: Report, format: Format): LevelChip {
  return own ? supportedChip(own, report, format) : { mark: '—', classes: 'is-excluded', words: null, name: null };
}

function outsideChip({ t }: Format): LevelChip {
  return { mark: '—', classes: 'is-excluded', words: t('picture.out-of-scope'), name: null };
}

/** What the level that was answered says; of an item without an answer the reason that was given, where there is one. */
export function saidWords(shown: ShownItem, format: Format): string {
  const { item, report } = shown;
  if (!report || shownState(shown) === 'excluded-by-fact') return '';
  if (report.state !== 'scored') return reasonWords(report, format) ?? '';
  const said = report.claimedLevel === null ? undefined : item.levels?.[String(report.claimedLevel)];
  return said ? format.text(said) : '';
}

/** What the level above the one that was answered asks for; empty at the top, without an answer and for kinds without levels. */
export function nextLevelWords({ item, report }: ShownItem, { t, text }: Format): string {
  const level = report?.claimedLevel ?? null;
  if (level === null) return '';
  const next = item.levels?.[String(level + 1)];
  return next ? t('picture.next-level', { level: level + 1, text: text(next) }) : '';
}
