import type { DocumentStep } from '#report/document-renderer.ts';
import type { PrintedReport } from '#report/printed-report.ts';
export async function setDocx(reports: readonly PrintedReport[], onStep: (step: DocumentStep) => void): Promise<Buffer> {
  onStep('file');
  return Buffer.from(String(reports.length));
}
