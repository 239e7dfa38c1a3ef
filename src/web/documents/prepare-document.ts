import type { PrintedReport } from '#report/printed-report.ts';
import type { Report } from '#report/report.ts';
import { contentDisposition } from '../content-disposition.ts';
import type { Format } from '../format.ts';
import { keepLatest } from '../keep-latest.ts';
import { printedPartIds, printedReports } from '../printed/printed-report.ts';
import type { Site } from '../site.ts';
import { type DocumentKind, formatsOf } from './document-kinds.ts';
import { type DrawnCharts, drawAhead } from './draw-ahead.ts';
import type { FileChoice } from './file-choice.ts';

/** `disposition`: the header that names the download. */
export type PreparedDocument = { reports: PrintedReport[]; fileName: string; disposition: string };

/** `stand`: as of `OpenReport`. */
type ReportAt = { report: Report; stand: string };

export type PrepareDocument = (at: ReportAt, choice: FileChoice, kind: DocumentKind) => Promise<PreparedDocument>;

const keptDrawings = 6;

/** Words and drawings of a document; drawings of a state are kept, because several people ask for the same report. */
export function documentPreparer(site: Site): PrepareDocument {
  const drawings = keepLatest<Promise<DrawnCharts>>(keptDrawings);
  return async ({ report, stand }, { language, parts }, kind) => {
    const formats = formatsOf(language, site);
    const drawn = await Promise.all(
      formats.map(format =>
        drawings(`${stand} ${format.language}`, () => drawAhead(site, report, format)).then(
          charts => [format.language, charts] as const,
        ),
      ),
    );
    const byLanguage = new Map(drawn);
    const draw = (chart: string, format: Format) => byLanguage.get(format.language)?.get(chart);
    const reports = printedReports(report, formats, { draw, ...(parts ? { parts } : {}) });
    return { reports, ...namesOf(report, formats, kind) };
  };
}

function namesOf({ assessment, milestone }: Report, [format]: Format[], kind: DocumentKind) {
  const { city, period, referenceDate } = assessment.setup;
  const name = milestone
    ? format?.t('milestone.file-name', { city, period, name: milestone.name })
    : format?.t('report.file-name', { city, period });
  const fileName = `${name ?? referenceDate}.${kind}`;
  return { fileName, disposition: contentDisposition(fileName, `report-${referenceDate}.${kind}`) };
}

/** Parts and annexes that can be chosen; one that has nothing to say in a report is left out of it. */
export function partsOf({ t }: Format): { id: string; title: string }[] {
  return printedPartIds.map(id => ({ id, title: t(`printed.part.${id}`) }));
}
