import type { AreaReport } from '#report/group-report.ts';
import type { ItemReport } from '#report/item-report.ts';
import type { PrintedBlock, PrintedCell, PrintedPart } from '#report/printed-report.ts';
import type { Report } from '#report/report.ts';
import type { Format } from '../format.ts';

/** Every item with its answer, what it claims and what evidence carries. */
export function scoreSheet(report: Report, format: Format): PrintedPart {
  return {
    id: 'score-sheet',
    title: format.t('report.part.items'),
    blocks: report.areas.flatMap(area => areaBlocks(area, format)),
  };
}

function areaBlocks({ area, title, items }: AreaReport, format: Format): PrintedBlock[] {
  const { t } = format;
  const columns = [
    { title: t('report.csv.code'), share: 1.2, align: 'start' as const },
    { title: t('report.item'), share: 5, align: 'start' as const },
    { title: t('report.answer'), share: 2, align: 'start' as const },
    { title: t('report.claimed.short'), share: 1, align: 'center' as const },
    { title: t('report.supported.short'), share: 1, align: 'center' as const },
    { title: t('report.evidence'), share: 5, align: 'start' as const },
  ];
  const rows = items.map(item => rowOf(item, format));
  return [
    { kind: 'heading', level: 2, text: `${area.code} ${format.text(title)}` },
    { kind: 'table', table: { caption: '', columns, rows, isWide: true } },
  ];
}

function rowOf(report: ItemReport, format: Format): PrintedCell[] {
  const { code, item, state, claimedLevel, supportedLevel, evidenceInForce } = report;
  const level = (value: number | null) => ({ text: value === null ? '—' : String(value) });
  const evidence = evidenceInForce.map(({ kind, title }) =>
    format.t('report.evidence.line', { kind: format.t(`assessment.evidence.${kind}`), title }),
  );
  return [
    { text: code },
    { text: format.text(item.title) },
    { text: format.t(`report.answer.${state}`), mark: state === 'scored' ? 'ok' : 'open' },
    level(claimedLevel),
    level(supportedLevel),
    { text: evidence.join('\n') },
  ];
}
