import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import type { EvidenceFile } from '#assessment/evidence-file.ts';
import { contentDisposition } from './content-disposition.ts';
import type { Site } from './site.ts';

/** As a download only: whatever is in it, a browser neither shows nor runs it as a page of this site. */
export async function sendEvidenceFile({ files }: Site, res: Response, file: EvidenceFile): Promise<void> {
  const content = await files.read(file);
  const extension = file.name.split('.').at(-1) ?? 'bin';
  res.setHeader('Content-Type', file.type);
  res.setHeader('Content-Length', file.size);
  res.setHeader(
    'Content-Disposition',
    contentDisposition(file.name, `evidence-${file.sha256.slice(0, 8)}.${extension}`),
  );
  res.setHeader('Content-Security-Policy', "sandbox; default-src 'none'");
  res.setHeader('X-Content-Type-Options', 'nosniff');
  res.setHeader('ETag', `"${file.sha256}"`);
  // Who breaks off a download has told nobody anything.
  await pipeline(content, res).catch(error => {
    if (!res.destroyed && !res.writableEnded) throw error;
  });
}
