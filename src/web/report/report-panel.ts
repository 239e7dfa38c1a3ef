import type { PanelFigure, PanelReport } from '#report/panel-report.ts';
import type { Report } from '#report/report.ts';
import { shownState } from '#report/shown-item.ts';
import { saidWords, shownChip, shownSupport, shownTitle } from '../assessment/shown-words.ts';
import type { Format } from '../format.ts';

/** Items with their own figures, group by group. */
export function panelView({ groups }: PanelReport, report: Report, format: Format) {
  return {
    lead: leadOf(groups, format),
    groups: groups.map(({ label, figures }) => ({
      title: format.text(label),
      rows: figures.map(figure => ({
        title: shownTitle(figure, format),
        claimed: shownChip(figure, report, format),
        said: saidWords(figure, format),
        supported: shownSupport(figure, report, format),
        asOf: asOfWords(figure, format),
        tableHref: tableHref(figure, report),
      })),
    })),
  };
}

function leadOf(groups: PanelReport['groups'], { t }: Format): string {
  const figures = groups.flatMap(group => group.figures);
  return t('picture.panel.lead', {
    count: figures.length,
    answered: figures.filter(figure => shownState(figure) === 'scored').length,
    counted: figures.filter(({ item, value }) => isCountedIn(item) && value !== null).length,
  });
}

/** Its answer is a figure, in a unit or as a number of cases. */
function isCountedIn({ kind }: PanelFigure['item']): boolean {
  return kind === 'metric' || kind === 'deduction';
}

function asOfWords({ report, asOf }: PanelFigure, { t, day }: Format): string {
  if (report?.state !== 'scored') return '—';
  if (asOf !== null) return day(asOf);
  return t(report.evidenceInForce.length > 0 ? 'picture.panel.undated' : 'report.evidence.none');
}

/** Where the cells of a table stand on the page of the report. */
function tableHref({ item }: PanelFigure, { matrices }: Report): string | null {
  return matrices.some(({ item: { id } }) => id === item.id) ? `#matrix-${item.id}` : null;
}
