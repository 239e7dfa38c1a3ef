import { reportCsv } from '#publish/report-csv.ts';
import { tableCsv } from '#publish/table-csv.ts';
import type { EvidenceFilesOptions } from '#store/evidence-files.ts';
import type { AppDependencies } from '#web/app-dependencies.ts';
import { onDemand } from './on-demand.ts';

type Formats = Pick<AppDependencies, 'describeApi'> & {
  exchange: Omit<AppDependencies['exchange'], 'workbook'>;
  exports: Omit<AppDependencies['exports'], 'documents'>;
  sniff: EvidenceFilesOptions['sniff'];
};

/**
 * What writes and reads files. Nobody needs it before the first chart, download or upload, and its libraries are a quarter of all modules: it
 * is loaded when it is first used, so that the start does not wait for it.
 */
export function openFormats(): Formats {
  const charts = onDemand(() => import('#publish/charts/draw-charts.ts'));
  const trend = onDemand(() => import('#publish/charts/draw-trend.ts'));
  const report = onDemand(() => import('#publish/workbook/report-workbook.ts'));
  const archive = onDemand(() => import('#publish/archive/write-archive.ts'));
  const csvPack = onDemand(() => import('#exchange/write-csv.ts'));
  const answers = onDemand(() => import('#exchange/read-answers-file.ts'));
  const packageOut = onDemand(() => import('#exchange/write-package.ts'));
  const packageIn = onDemand(() => import('#exchange/read-package.ts'));
  const sniffer = onDemand(() => import('#store/sniff-file.ts'));
  const openapi = onDemand(() => import('#web/api/openapi-document.ts'));
  return {
    exports: {
      csv: reportCsv,
      tableCsv,
      charts: async () => (await charts()).charts,
      trend: async () => (await trend()).trend,
      xlsx: async (...asked) => (await report()).reportWorkbook(...asked),
      archive: async (...asked) => (await archive()).writeArchive(...asked),
    },
    exchange: {
      csv: async (...asked) => (await csvPack()).writeAnswersCsv(...asked),
      readAnswers: async (...asked) => (await answers()).readAnswersFile(...asked),
      writePackage: async (...asked) => (await packageOut()).writePackage(...asked),
      openPackage: async (...asked) => (await packageIn()).openPackage(...asked),
    },
    sniff: async (...asked) => (await sniffer()).sniffFile(...asked),
    describeApi: async () => (await openapi()).openapiDocument(),
  };
}
