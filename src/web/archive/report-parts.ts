import { setImmediate as nextTurn } from 'node:timers/promises';
import { chartNames } from '#report/chart-names.ts';
import { reportDocument } from '#report/report-document.ts';
import { actionsTable } from '../actions/actions-table.ts';
import type { ArchivePart } from '../app-dependencies.ts';
import { type DocumentKind, documentKinds } from '../documents/document-kinds.ts';
import type { Format } from '../format.ts';
import { exportLanguage } from '../report/report-texts.ts';
import { type ArchiveContext, formatsOf, pathIn } from './archive-context.ts';

type Made = Promise<Uint8Array | string> | Uint8Array | string;

/** The report in each format that holds all languages asked for. */
const wholeFiles: { path: string; isPacked?: boolean; make: (context: ArchiveContext) => Made }[] = [
  ...documentKinds.map(kind => ({
    path: `report.${kind}`,
    isPacked: true,
    make: (context: ArchiveContext) => documentFile(kind, context),
  })),
  {
    path: 'report.xlsx',
    isPacked: true,
    make: context => {
      const { site, report } = context;
      return site.exports.xlsx(
        report,
        formatsOf(context).map(format => exportLanguage(report, format)),
      );
    },
  },
  { path: 'report.json', make: ({ report }) => `${JSON.stringify(reportDocument(report), null, 1)}\n` },
];

/** As the page of the report makes it, with all its parts. */
async function documentFile(
  kind: DocumentKind,
  { site, opened, report, languages, prepare, signal }: ArchiveContext,
): Promise<Buffer> {
  const [first, ...others] = languages;
  const language = others.length > 0 || first === undefined ? 'both' : first;
  const at = { report, stand: opened.stand };
  const { reports } = await prepare(at, { language, parts: undefined }, kind);
  return site.exports.documents[kind].render(reports, { signal });
}

/** The report in formats of one language. */
const filesOfLanguage: { path: string; make: (context: ArchiveContext, format: Format) => Made }[] = [
  {
    path: 'report.csv',
    make: ({ site, report }, { language, t, minute }) => site.exports.csv(report, { language, t, minute }),
  },
];

/** Left out where nothing is planned. */
const planFile = {
  path: 'actions.csv',
  make: ({ site, opened, report }: ArchiveContext, format: Format) =>
    site.exports.tableCsv(actionsTable({ open: opened.open, plan: report.plan }, format)),
};

export function reportParts(context: ArchiveContext): ArchivePart[] {
  const formats = formatsOf(context);
  const listed = context.report.plan.actions.length > 0 ? [...filesOfLanguage, planFile] : filesOfLanguage;
  return [
    ...wholeFiles.map(({ path, isPacked = false, make }) => ({
      ...{ path, isPacked, kind: kindOf(path) },
      content: async () => make(context),
    })),
    ...listed.flatMap(({ path, make }) =>
      formats.map(format => ({
        path: pathIn(format.language, path, context),
        kind: kindOf(path),
        content: async () => make(context, format),
      })),
    ),
  ];
}

/** `report-csv` of `report.csv`. */
function kindOf(path: string): string {
  return path.replace('.', '-');
}

/** As SVG and PNG; each PNG takes a second or so. */
export function chartParts(context: ArchiveContext): ArchivePart[] {
  return formatsOf(context).flatMap(format => chartsIn(format, context));
}

function chartsIn(format: Format, context: ArchiveContext): ArchivePart[] {
  const { site, report } = context;
  const { charts } = site.exports;
  const path = (file: string) => pathIn(format.language, `charts/${file}`, context);
  return chartNames(report).flatMap(name => [
    {
      ...{ path: path(`${name}.svg`), kind: `chart:${name}` },
      content: async () => {
        await nextTurn();
        return drawn((await charts()).svg(report, name, format));
      },
    },
    {
      ...{ path: path(`${name}.png`), kind: `chart:${name}`, isPacked: true },
      content: async () => drawn(await (await charts()).png(report, name, format)),
    },
  ]);
}

function drawn<T>(picture: T | undefined): T {
  if (picture === undefined) throw new Error('the chart has nothing to show');
  return picture;
}
