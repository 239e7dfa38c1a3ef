import type { BottomLine, BottomLineState } from '#report/bottom-lines.ts';
import type { Report } from '#report/report.ts';
import type { Format } from '../format.ts';
import { claimedChip, percentWords, supportedChip } from './report-level.ts';
import { findingParagraph } from './report-words.ts';

/** Icon and colour of each state; the word stands under `report.bottom-line.<state>`. */
export const bottomLineMarks = {
  breached: { icon: 'circle-x', classes: 'is-stop' },
  unverified: { icon: 'circle-help', classes: 'is-warn' },
  unsupported: { icon: 'scale', classes: 'is-warn' },
  met: { icon: 'circle-check', classes: 'is-ok' },
  excluded: { icon: 'circle-slash', classes: '' },
  off: { icon: 'circle-slash', classes: '' },
} satisfies Record<BottomLineState, { icon: string; classes: string }>;

/** How every bottom line in scope stands, those that the city switched off included. */
export function bottomLinesPart(report: Report, format: Format) {
  return {
    lead: leadOf(report, format),
    rows: report.bottomLines.map(line => ({
      title: `${line.item.code} ${format.text(line.item.item.title)}`,
      ...bottomLineMarks[line.state],
      state: format.t(`report.bottom-line.${line.state}`),
      claimed: claimedChip(line.item, report, format),
      supported: supportedChip(line.item, report, format),
      why: whyOf(line, format),
    })),
  };
}

function leadOf(report: Report, format: Format): string {
  const { t } = format;
  const count = (state: BottomLineState) => report.bottomLines.filter(line => line.state === state).length;
  const off = count('off');
  const enabled = report.bottomLines.length - off;
  const states = (['breached', 'unverified', 'unsupported', 'met', 'excluded'] as const)
    .filter(state => count(state) > 0)
    .map(state => t('report.bottom-lines.part', { count: count(state), state: t(`report.bottom-line.${state}`) }));
  return [
    ...(enabled > 0 ? [t('report.bottom-lines.enabled', { count: enabled, states: format.list(states) })] : []),
    ...(off > 0 ? [t('report.bottom-lines.off', { count: off })] : []),
    findingParagraph(report, 'bottom-lines', format),
  ].join(t('report.sentence-separator'));
}

function whyOf({ item, state }: BottomLine, format: Format): string {
  if (state === 'met') return '';
  return format.t(`report.bottom-line.${state}.why`, {
    claimed: percentWords(item.fraction ?? 0, format),
    supported: percentWords(item.supported ?? 0, format),
    floor: percentWords(item.item.bottomLine?.floor ?? 0, format),
  });
}
