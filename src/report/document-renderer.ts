import type { PrintedReport } from './printed-report.ts';

/** A file for people, such as PDF. Several reports become one file, each with its own contents: that is how both languages stand together. */
export type DocumentRenderer = {
  /** Throws AppError `documents-busy`, `document-too-large` or `document-failed`, and the signal's reason once it is aborted. */
  render: (reports: readonly PrintedReport[], options: RenderOptions) => Promise<Buffer>;
};

export type RenderOptions = { signal: AbortSignal; onProgress?: (progress: DocumentProgress) => void };

/** `ahead`: how many documents are made before this one. */
export type DocumentProgress = { step: 'waiting'; ahead: number } | { step: DocumentStep };

/** In this order: the program that sets documents is started or asked, pictures are drawn, pages are set, the file is written. */
export type DocumentStep = 'starting' | 'pictures' | 'pages' | 'file';
