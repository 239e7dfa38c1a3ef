import { Router } from 'express';
import { z } from 'zod';
import { setupSchema } from '#assessment/assessment.ts';
import { assessmentDocument, assessmentEntry } from '#assessment/assessment-document.ts';
import { checkSetup } from '#assessment/check-setup.ts';
import { createAssessment } from '#assessment/create-assessment.ts';
import { answersOf } from '#assessment/record-answer.ts';
import { scoreAssessment } from '#scoring/score.ts';
import { AppError } from '#shared/app-error.ts';
import { fault } from '#shared/fault.ts';
import { openAssessment } from '../assessment/open-assessment.ts';
import { type Site, stampOf } from '../site.ts';
import { checkOrigin } from '../suggestions/origins.ts';
import { acceptedValue, parseBody } from './parse-body.ts';

export const newAssessmentSchema = z.strictObject({
  checklist: z.strictObject({ id: z.string(), version: z.string().optional() }),
  ...setupSchema.shape,
  origin: z
    .string()
    .min(1)
    .optional()
    .meta({ description: 'An earlier assessment of the same unit by the same checklist, whose answers are suggested' }),
});

export function assessmentsApi(site: Site): Router {
  return Router()
    .get('/assessments', (_req, res) => {
      res.json(site.assessments.summaries().map(assessmentEntry));
    })
    .post('/assessments', async (req, res) => {
      const { checklist, origin = '', ...setup } = parseBody(req, newAssessmentSchema);
      const version = site.checklists.find(checklist.id, checklist.version);
      if (!version)
        throw new AppError('faulty-input', [
          fault(['checklist'], '没有这份检查表或这个版本', 'there is no such checklist or version'),
        ]);
      const checked = acceptedValue(checkSetup(setup, version.checklist));
      const earlier = acceptedValue(
        await checkOrigin(site, { id: origin, setup: checked, checklist: version.checklist }),
      );
      await site.checklists.keep(version);
      const { assessment } = await site.assessments.create(
        createAssessment({ id: site.newId(), checklist: version.pin, setup: checked, ...earlier, ...stampOf(site) }),
      );
      res.status(201).location(`/api/v1/assessments/${assessment.id}`).json(assessmentDocument(assessment));
    })
    .get('/assessments/:id', async (req, res) => {
      const { assessment } = await openAssessment(site, req.params.id);
      res.json(assessmentDocument(assessment));
    })
    .get('/assessments/:id/result', async (req, res) => {
      const { assessment, checklist } = await openAssessment(site, req.params.id);
      const { referenceDate, profile } = assessment.setup;
      res.json(scoreAssessment({ checklist, answers: answersOf(assessment), referenceDate, profile }));
    });
}
