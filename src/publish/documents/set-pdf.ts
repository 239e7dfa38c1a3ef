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

/** So often the pages are set at most; every time is right in itself, only a chart may leave a page emptier than it need. */
const roundsAtMost = 6;

function pagesOf(typst: NodeCompiler, onStep: (step: DocumentStep) => void): Buffer {
  let [document, places] = [compile(typst, '{}'), '{}'];
  for (let round = 1; round < roundsAtMost; round += 1) {
    const next = placesIn(document, typst);
    if (next === places) break;
    [document, places] = [compile(typst, next), next];
  }
  onStep('file');
  return typst.pdf(document, { pdfStandard: 'ua-1', creationTimestamp: Math.floor(Date.now() / 1000) });
}

/** `places`: what `placesIn` tells. */
function compile(typst: NodeCompiler, places: string): NodeTypstDocument {
  typst.mapShadow(path.join(folder, 'places.json'), Buffer.from(places));
  const compiled = typst.compile({ mainFilePath: template });
  // First asked, then taken: taking empties it.
  const { result } = compiled;
  if (compiled.hasError() || !result) throw new Error(messagesOf(compiled.takeError()?.shortDiagnostics ?? []));
  return result;
}

const marksSchema = z.array(z.object({ file: z.string(), fits: z.boolean() }));

/** Where each chart belongs as far as these pages tell, as the template reads it. */
function placesIn(document: NodeTypstDocument, typst: NodeCompiler): string {
  const marks = marksSchema.parse(typst.query(document, { selector: '<chart>', field: 'value' }));
  return JSON.stringify(Object.fromEntries(marks.map(({ file, fits }) => [file, fits ? 'here' : 'apart'])));
}

function messagesOf(diagnostics: unknown[]): string {
  return `the template was refused: ${JSON.stringify(diagnostics).slice(0, 2000)}`;
}
