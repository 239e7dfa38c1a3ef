import path from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
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

function pagesOf(typst: NodeCompiler, onStep: (step: DocumentStep) => void): Buffer {
  const compiled = typst.compile({ mainFilePath: template });
  // First asked, then taken: taking empties it.
  const { result } = compiled;
  if (compiled.hasError() || !result) throw new Error(messagesOf(compiled.takeError()?.shortDiagnostics ?? []));
  onStep('file');
  return typst.pdf(result, { pdfStandard: 'ua-1', creationTimestamp: Math.floor(Date.now() / 1000) });
}

function messagesOf(diagnostics: unknown[]): string {
  return `the template was refused: ${JSON.stringify(diagnostics).slice(0, 2000)}`;
}
