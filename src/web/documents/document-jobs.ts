import type { DocumentProgress } from '#report/document-renderer.ts';
import type { Report } from '#report/report.ts';
import { type BackgroundJobs, backgroundJobs, type Job, type JobState } from '../background-jobs.ts';
import type { DocumentKind } from './document-kinds.ts';
import type { PreparedDocument } from './prepare-document.ts';

/** For one assessment or a milestone of it. */
type Details = {
  assessmentId: string;
  milestone: Report['milestone'];
  kind: DocumentKind;
  document: Omit<PreparedDocument, 'reports'>;
};

/** A document on its way, and what has come of it. */
export type DocumentJob = Job<Details, DocumentProgress, Buffer>;
export type DocumentJobState = JobState<DocumentProgress, Buffer>;
/** All assessments together. */
export type DocumentJobs = BackgroundJobs<Details, DocumentProgress, Buffer>;

export const documentJobs = backgroundJobs<Details, DocumentProgress, Buffer>;

/** Undefined also for a job of another assessment. */
export function findDocumentJob(jobs: DocumentJobs, assessmentId: string, id: string): DocumentJob | undefined {
  const job = jobs.find(id);
  return job?.assessmentId === assessmentId ? job : undefined;
}
