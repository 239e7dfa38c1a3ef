import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import type { AnswerRecord, Assessment, AssessmentChange } from '#assessment/assessment.ts';
import { answerDocument } from '#assessment/assessment-document.ts';
import { type AnswerRefusal, clearAnswer, findAnswer, findRecord, recordAnswer } from '#assessment/record-answer.ts';
import { findItem } from '#checklist/checklist-lookups.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import { AppError } from '#shared/app-error.ts';
import type { Decision } from '#shared/decision.ts';
import { fault } from '#shared/fault.ts';
import { openAssessment } from '../assessment/open-assessment.ts';
import { giveEvidenceIds } from '../give-evidence-ids.ts';
import { type Site, stampOf } from '../site.ts';
import { expectedRevOf } from './expected-rev.ts';
import { bodyOf } from './parse-body.ts';
import { sendStaleRevision } from './send-stale.ts';

type Address = { id: string; item: string };

export function answersApi(site: Site): Router {
  return Router()
    .put('/assessments/:id/answers/:item', async (req, res) => {
      const { checklist, expectedRev } = await addressed(site, req);
      const answer = giveEvidenceIds(answerOf(bodyOf(req)), site.newId);
      await commit(site, req, res, assessment =>
        recordAnswer(assessment, checklist, { itemId: req.params.item, expectedRev, answer, ...stampOf(site) }),
      );
    })
    .delete('/assessments/:id/answers/:item', async (req, res) => {
      const { assessment } = await openAssessment(site, req.params.id);
      if (!findAnswer(assessment, req.params.item)) throw new AppError('not-found');
      const { checklist, expectedRev } = await addressed(site, req);
      await commit(site, req, res, current =>
        clearAnswer(current, checklist, { itemId: req.params.item, expectedRev, ...stampOf(site) }),
      );
    });
}

/** Throws AppError `not-found`, `out-of-scope`, `revision-missing` or `mark-malformed`, in this order. */
async function addressed(site: Site, req: Request<Address>): Promise<{ checklist: Checklist; expectedRev: number }> {
  const { checklist } = await openAssessment(site, req.params.id);
  if (!findItem(checklist, req.params.item)) throw new AppError('out-of-scope');
  return { checklist, expectedRev: expectedRevOf(req.headers['if-match']) };
}

/** Takes the stage off: there is only the self stage until reviewing exists. */
function answerOf(body: unknown): unknown {
  const parsed = z.looseObject({ stage: z.unknown().optional() }).safeParse(body);
  if (!parsed.success) return body;
  const { stage, ...answer } = parsed.data;
  if (stage !== undefined && stage !== 'self')
    throw new AppError('faulty-input', [
      fault(['stage'], '目前只有自评阶段 self', 'there is only the stage "self" so far'),
    ]);
  return answer;
}

type Decide = (assessment: Assessment) => Decision<AssessmentChange, AnswerRefusal>;

async function commit(site: Site, req: Request<Address>, res: Response, decide: Decide): Promise<void> {
  const done = await site.assessments.commit(req.params.id, decide);
  if ('refused' in done) return refuse(site, res, done.refused);
  const record = findRecord(done.assessment, req.params.item);
  const document = record && answerDocument(record);
  res.setHeader('ETag', `"${record?.rev ?? 0}"`);
  if (document) res.json(document);
  else res.status(204).end();
}

function refuse(site: Site, res: Response, refusal: AnswerRefusal): void {
  switch (refusal.reason) {
    case 'out-of-scope':
      throw new AppError('out-of-scope');
    case 'final':
      throw new AppError('final');
    case 'faulty':
      throw new AppError('faulty-input', refusal.faults);
    case 'stale':
      return sendStale(site, res, refusal.current);
  }
}

function sendStale(site: Site, res: Response, record: AnswerRecord | undefined): void {
  const current = record ? answerDocument(record) : null;
  sendStaleRevision(site, res, { mark: current?.rev ?? 0, current });
}
