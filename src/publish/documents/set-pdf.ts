import path from 'node:path';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { z } from 'zod';
import type { DocumentStep } from '#report/document-renderer.ts';
import type { PrintedReport } from '#report/printed-report.ts';
import { notoSansSc } from '../fonts/noto-sans-sc.ts';
import { pdfContent } from './pdf-content.ts';

const folder = import.meta.dirname;
const template = path.join(folder, 'report.typ');

/** One for the life of the program: another one takes about 50 MB that nobody gives back. */
let compiler: NodeCompiler | undefined;

/** A tagged PDF after PDF/UA-1, with its fonts. Takes the thread until it is done. */
export async function setPdf(reports: readonly PrintedReport[], onStep: (step: DocumentStep) => void): Promise<Buffer> {
  onStep('pictures');
  const { setting, pictures } = pdfContent(reports);
  compiler ??= NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: notoSansSc.folders }] });
  try {
    compiler.mapShadow(path.join(folder, 'data.json'), Buffer.from(JSON.stringify(setting)));
    for (const [file, svg] of pictures) compiler.mapShadow(path.join(folder, file), Buffer.from(svg));
    onStep('pages');
    return pagesOf(compiler, onStep);
  } finally {
    compiler.resetShadow();
    compiler.evictCache(0);
  }
}

/** So often the pages are set at most; every time is right in itself, only a chart or a last line may leave a page emptier than it need. */
const roundsAtMost = 6;

function pagesOf(typst: NodeCompiler, onStep: (step: DocumentStep) => void): Buffer {
  let places: Places = {};
  let document = compile(typst, places);
  for (let round = 1; round < roundsAtMost; round += 1) {
    const next = placesIn(document, typst, places);
    if (JSON.stringify(next) === JSON.stringify(places)) break;
    places = next;
    document = compile(typst, places);
  }
  onStep('file');
  return typst.pdf(document, { pdfStandard: 'ua-1', creationTimestamp: Math.floor(Date.now() / 1000) });
}

/** What the template is told of the pages before: a chart by its file, a sheet by its name. */
type Places = Record<string, 'here' | 'apart' | 'tight'>;

function compile(typst: NodeCompiler, places: Places): NodeTypstDocument {
  typst.mapShadow(path.join(folder, 'places.json'), Buffer.from(JSON.stringify(places)));
  const compiled = typst.compile({ mainFilePath: template });
  // First asked, then taken: taking empties it.
  const { result } = compiled;
  if (compiled.hasError() || !result) throw new Error(messagesOf(compiled.takeError()?.shortDiagnostics ?? []));
  return result;
}

const chartsSchema = z.array(z.object({ file: z.string(), fits: z.boolean() }));
const sheetsSchema = z.array(z.object({ sheet: z.string(), isNearlyEmpty: z.boolean() }));

/** Where each chart belongs and which sheets are to be set tighter, as far as these pages tell; a sheet that was set tighter once stays so, or the pages would never agree. */
function placesIn(document: NodeTypstDocument, typst: NodeCompiler, before: Places): Places {
  const charts = chartsSchema.parse(typst.query(document, { selector: '<chart>', field: 'value' }));
  const sheets = sheetsSchema.parse(typst.query(document, { selector: '<sheet-end>', field: 'value' }));
  const tight = sheets.filter(({ sheet, isNearlyEmpty }) => isNearlyEmpty || before[sheet] === 'tight');
  return {
    ...Object.fromEntries(charts.map(({ file, fits }) => [file, fits ? ('here' as const) : ('apart' as const)])),
    ...Object.fromEntries(tight.map(({ sheet }) => [sheet, 'tight' as const])),
  };
}

function messagesOf(diagnostics: unknown[]): string {
  return `the template was refused: ${JSON.stringify(diagnostics).slice(0, 2000)}`;
}
