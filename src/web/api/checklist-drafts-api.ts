import express, { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import type { ReadChecklist } from '#checklist/checklist-documents.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import type { Draft } from '#checklist/draft.ts';
import { type PublishRefusal, publishDraft, suggestVersion } from '#checklist/publish-draft.ts';
import { AppError } from '#shared/app-error.ts';
import { type Fault, fault, faultInLanguage } from '#shared/fault.ts';
import { newestOfCity } from '../checklist-editor/next-version.ts';
import { checklistBytes } from '../checklist-editor/receive-checklist.ts';
import { faultsOfId, startDraft } from '../checklist-editor/start-draft.ts';
import { failureOf, sendProblem } from '../error-pages.ts';
import { languageOf } from '../language.ts';
import { type Site, stampOf } from '../site.ts';
import { draftDocument, draftEntry } from './checklist-draft-document.ts';
import { expectedRevOf } from './expected-rev.ts';
import { jsonBody } from './json-body.ts';
import { acceptedValue, bodyOf, parseBody } from './parse-body.ts';
import { sendStaleRevision } from './send-stale.ts';

/** The next version of one of the city's own, or a new one: empty, or a copy. */
export const draftRequestSchema = z.union([
  z.strictObject({ next: z.string() }),
  z.strictObject({
    from: z.strictObject({ id: z.string(), version: z.string() }).optional(),
    id: z.string().optional(),
    title: z.strictObject({ zh: z.string(), en: z.string().optional() }),
  }),
]);
export const publishRequestSchema = z.strictObject({ version: z.string().optional() });
export const publishedSchema = z.strictObject({ id: z.string(), version: z.string(), sha256: z.string() });
export const publishedDraftSchema = publishedSchema
  .extend({ rev: z.int().meta({ description: 'The revision of the draft that was published' }) })
  .meta({ description: 'The version that the draft became' });

const json = jsonBody('20kb');
const document = express.raw({
  type: ['application/json', 'application/yaml', 'application/x-yaml', 'text/yaml'],
  limit: checklistBytes,
});
type Address = { id: string };

/** The checklists that the city is writing, by the same functions as the editor's pages. */
export function checklistDraftsApi(site: Site): Router {
  return Router()
    .get('/checklist-drafts', (_req, res) => {
      res.json(site.drafts.list().map(draftEntry));
    })
    .post('/checklist-drafts', json, (req, res) => start(site, req, res))
    .get('/checklist-drafts/:id', (req, res) => {
      const draft = site.drafts.find(req.params.id);
      return draft ? send(site, res, draft) : refuseGone(site, res, req.params.id);
    })
    .put('/checklist-drafts/:id', document, (req, res) => replace(site, req, res))
    .delete('/checklist-drafts/:id', (req, res) => discard(site, req, res))
    .post('/checklist-drafts/:id/publish', json, (req, res) => publish(site, req, res));
}

async function start(site: Site, req: Request, res: Response): Promise<void> {
  if (z.strictObject({}).safeParse(bodyOf(req)).success)
    throw new AppError('faulty-input', [fault(['next'], '须有 next 或 title', 'either next or title is needed')]);
  const body = parseBody(req, draftRequestSchema);
  const checklist = 'next' in body ? nextOf(site, body.next) : begun(site, body);
  const draft = await site.drafts.create(checklist, stampOf(site));
  if (draft === 'exists' || draft === 'taken') throw new AppError('faulty-input', taken(checklist, 'next' in body));
  res.status(201).location(`/api/v1/checklist-drafts/${draft.id}`);
  send(site, res, draft);
}

function taken({ id }: Checklist, isNext: boolean): Fault[] {
  return isNext ? [fault(['next'], '已有下一版的草稿', 'the next version has been begun')] : faultsOfId(id, [id]);
}

function nextOf(site: Site, id: string): Checklist {
  const newest = newestOfCity(site, id);
  if (newest) return newest;
  throw new AppError('faulty-input', [
    fault(['next'], '没有本市的这份检查表', 'the city has published no such checklist'),
  ]);
}

type Begun = Exclude<z.infer<typeof draftRequestSchema>, { next: string }>;

function begun({ checklists, drafts }: Site, { from, id = '', title }: Begun): Checklist {
  const source = from && checklists.versions(from.id).find(({ pin }) => pin.version === from.version)?.checklist;
  if (from && !source)
    throw new AppError('faulty-input', [fault(['from'], '没有这一版检查表', 'there is no such version')]);
  const used = [...checklists.list().map(({ pin }) => pin.id), ...drafts.list().map(draft => draft.id)];
  const typed = { from: '', 'title.zh': title.zh, 'title.en': title.en ?? '', id };
  return acceptedValue(startDraft(typed, source, used));
}

/** A draft may have gaps and broken references; what has not the shape of a checklist is refused with its place. */
async function replace(site: Site, req: Request<Address>, res: Response): Promise<void> {
  const { id } = req.params;
  if (!site.drafts.find(id)) return refuseGone(site, res, id);
  const rev = expectedRevOf(req.headers['if-match']);
  if (!Buffer.isBuffer(req.body)) throw new AppError('malformed');
  const gone = new AbortController();
  res.once('close', () => gone.abort());
  const read = await readUnlessGone(site, req.body, gone.signal);
  if (!read) return;
  if (!read.ok) return refuseFaulty(site, res, read.faults);
  if (read.checklist.id !== id) throw new AppError('faulty-input', [fault(['id'], `须是“${id}”`, `must be "${id}"`)]);
  const decide = (draft: Draft) => (draft.rev === rev ? { change: read.checklist } : { refused: 'stale' as const });
  const done = await site.drafts.commit(id, decide, stampOf(site));
  if (!done) return refuseGone(site, res, id);
  if ('refused' in done) return refuseStale(site, res, id);
  send(site, res, done);
}

/** Undefined where whoever sent it went away: nobody waits for it any more. */
async function readUnlessGone(site: Site, bytes: Buffer, signal: AbortSignal): Promise<ReadChecklist | undefined> {
  try {
    return await site.checklistDocuments.read(bytes, 'draft', { signal });
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
}

async function discard(site: Site, req: Request<Address>, res: Response): Promise<void> {
  const { id } = req.params;
  if (!site.drafts.find(id)) return refuseGone(site, res, id);
  if (await site.drafts.discard(id, expectedRevOf(req.headers['if-match']))) return void res.status(204).end();
  refuseStale(site, res, id);
}

async function publish(site: Site, req: Request<Address>, res: Response): Promise<void> {
  const { id } = req.params;
  const draft = site.drafts.find(id);
  if (!draft) return refuseGone(site, res, id);
  const rev = expectedRevOf(req.headers['if-match']);
  const newest = newestOfCity(site, id);
  const { version = suggestVersion(draft.checklist, newest).least } = parseBody(req, publishRequestSchema);
  const done = await site.drafts.publish(id, current =>
    publishDraft(current, { rev, version, newest: newestOfCity(site, id) }),
  );
  if (!done) return refuseGone(site, res, id);
  if (!('refused' in done))
    return void res.status(201).location(`/api/v1/checklists/${id}/${version}`).json(publishedSchema.parse(done.pin));
  if (done.refused.reason === 'stale') return refuseStale(site, res, id);
  throw new AppError('faulty-input', faultsOfRefusal(done.refused));
}

function faultsOfRefusal(refusal: Exclude<PublishRefusal, { reason: 'stale' }>): Fault[] {
  switch (refusal.reason) {
    case 'faulty':
      return refusal.faults;
    case 'unchanged':
      return [fault([], '与已发布的最新一版一样', 'the same as the version published last')];
    case 'version-form':
      return [fault(['version'], '须写成 1.2.3 这样', 'has to be like 1.2.3')];
    case 'version-low':
      return [fault(['version'], `至少是 ${refusal.least}`, `must be ${refusal.least} at least`)];
  }
}

function send(site: Site, res: Response, draft: Draft): void {
  res.setHeader('ETag', `"${draft.rev}"`).json(draftDocument(draft, newestOfCity(site, draft.id), languageOf(res)));
}

function refuseStale(site: Site, res: Response, id: string): void {
  const draft = site.drafts.find(id);
  if (!draft) return refuseGone(site, res, id);
  const current = draftDocument(draft, newestOfCity(site, id), languageOf(res));
  sendStaleRevision(site, res, { mark: draft.rev, current });
}

/** Whoever asks for, publishes once more or changes what somebody has published is told what it became. Throws AppError `not-found`. */
function refuseGone(site: Site, res: Response, id: string): void {
  const published = site.drafts.publishedAs(id);
  if (!published) throw new AppError('not-found');
  const { pin, rev } = published;
  res.location(`/api/v1/checklists/${id}/${pin.version}`);
  sendProblem(res, failureOf(new AppError('draft-published')), site.words, {
    published: publishedDraftSchema.parse({ ...pin, rev }),
  });
}

const faultsSent = 100;

function refuseFaulty(site: Site, res: Response, faults: (Fault & { line: number; column: number })[]): void {
  const errors = faults
    .slice(0, faultsSent)
    .map(one => ({ ...faultInLanguage(one, languageOf(res)), line: one.line, column: one.column }));
  sendProblem(res, failureOf(new AppError('faulty-input')), site.words, { errors });
}
