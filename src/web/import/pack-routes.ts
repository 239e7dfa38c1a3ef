import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import type { Answer } from '#assessment/answer.ts';
import { findAnswer } from '#assessment/record-answer.ts';
import { findItem, itemsOf } from '#checklist/checklist-lookups.ts';
import { AppError } from '#shared/app-error.ts';
import { type Language, languageSchema } from '#shared/text.ts';
import { type OpenAssessment, openAssessment } from '../assessment/open-assessment.ts';
import { openEarlier } from '../assessment/open-earlier.ts';
import { departmentName } from '../checklist/item-words.ts';
import { contentDisposition } from '../content-disposition.ts';
import { nobody } from '../departments/department-link.ts';
import type { SheetFor } from '../exchange-port.ts';
import type { Format } from '../format.ts';
import { languageOf } from '../language.ts';
import type { Site } from '../site.ts';

const querySchema = z.object({ department: z.string().catch(''), language: z.string().catch('') });

/** Sheets to be filled in elsewhere. */
export function packRoutes(site: Site): Router {
  return Router()
    .get('/assessments/:id/pack.xlsx', async (req, res) => {
      const { open, packFor, format } = await openSheet(site, req, res);
      const { assessment, checklist } = open;
      const exportedAt = site.now().toISOString();
      const sheet = { assessment, checklist, packFor, exportedAt, last: await lastAnswers(site, open) };
      const bytes = await site.exchange.workbook(sheet, format);
      res.setHeader('Content-Disposition', fileName(open, packFor, { format, extension: 'xlsx' }));
      res.type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet').send(Buffer.from(bytes));
    })
    .get('/assessments/:id/pack.csv', async (req, res) => {
      const { open, packFor, format } = await openSheet(site, req, res);
      const { assessment, checklist } = open;
      res.setHeader('Content-Disposition', fileName(open, packFor, { format, extension: 'csv' }));
      const csv = await site.exchange.csv({ assessment, checklist, packFor }, format);
      res.type('text/csv; charset=utf-8').send(csv);
    });
}

async function openSheet(site: Site, req: Request<{ id: string }>, res: Response) {
  const open = await openAssessment(site, req.params.id);
  const query = querySchema.parse(req.query);
  const language: Language = languageSchema.catch(languageOf(res)).parse(query.language);
  return { open, packFor: sheetFor(query.department, open), format: site.formats[language] };
}

/** Of the assessment before, for the items that still ask the same. */
async function lastAnswers(site: Site, open: OpenAssessment): Promise<Map<string, Answer>> {
  const earlier = await openEarlier(site, open);
  if (!earlier) return new Map();
  return new Map(
    itemsOf(open.checklist).flatMap(item => {
      const before = findItem(earlier.checklist, item.id);
      const answer = before?.meaning === item.meaning ? findAnswer(earlier.assessment, item.id) : undefined;
      return answer ? [[item.id, answer]] : [];
    }),
  );
}

/** Throws AppError `not-found` for a department that the checklist does not have. */
function sheetFor(department: string, { checklist }: OpenAssessment): SheetFor {
  if (department === '') return 'everybody';
  if (department === nobody) return 'nobody';
  if (!checklist.departments?.some(({ id }) => id === department)) throw new AppError('not-found');
  return { department };
}

function fileName(
  { assessment, checklist }: OpenAssessment,
  packFor: SheetFor,
  { format, extension }: { format: Format; extension: string },
): string {
  const { city, period, referenceDate } = assessment.setup;
  const department =
    packFor === 'everybody'
      ? format.t('pack.everybody')
      : packFor === 'nobody'
        ? format.t('departments.nobody')
        : departmentName(packFor.department, checklist, format);
  const name = format.t('pack.file-name', { city, period, department });
  return contentDisposition(`${name}.${extension}`, `answers-${referenceDate}.${extension}`);
}
