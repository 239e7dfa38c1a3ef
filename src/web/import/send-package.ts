import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import { AppError } from '#shared/app-error.ts';
import { openAssessment } from '../assessment/open-assessment.ts';
import { contentDisposition } from '../content-disposition.ts';
import { formatOf, type Site } from '../site.ts';
import { packedMilestones, packedMinutes } from './packed-records.ts';

/** Throws AppError as `openAssessment` does. */
export async function sendPackage(site: Site, id: string, res: Response): Promise<void> {
  const { wholeChecklist } = await openAssessment(site, id);
  const journal = await site.assessments.journal(id);
  // What is told about the package is what is in it, also where somebody saves meanwhile.
  const read = site.assessments.readJournal(journal);
  if (!read.ok) throw new AppError('set-aside');
  const { assessment, seq, head } = read;
  const exportedAt = site.now().toISOString();
  const stored = { assessment, seq, head };
  const { files, exchange } = site;
  const content = await exchange.writePackage({
    ...{ stored, checklist: wholeChecklist, journal, files, exportedAt },
    milestones: packedMilestones(site, assessment),
    ...(await packedMinutes(site, id)),
  });
  const { city, period, referenceDate } = assessment.setup;
  const name = formatOf(site, res).t('import.package.file-name', { city, period });
  res.setHeader('Content-Disposition', contentDisposition(`${name}.rencheng.zip`, `assessment-${referenceDate}.zip`));
  res.type('application/zip');
  await pipeline(content, res);
}
