import type { ErrorRequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { AppError, type ErrorCode } from '#shared/app-error.ts';
import { type Fault, faultInLanguage } from '#shared/fault.ts';
import type { Language } from '#shared/text.ts';
import { languageOf } from './language.ts';
import type { Page, SendPage } from './page.ts';
import { phoneErrorPage } from './phone/code-page.ts';
import { signInPage } from './sign-in/sign-in-page.ts';
import type { Translate, Words } from './words.ts';
import { keyPage } from './workshop/key-page.ts';

/** Error code → status; the words stand under `error.<code>.title` and `.text`. */
const statuses = {
  malformed: 400,
  'faulty-address': 400,
  'mark-malformed': 400,
  'no-token': 401,
  'foreign-origin': 403,
  'uploads-off': 403,
  'not-found': 404,
  'out-of-scope': 404,
  'file-gone': 410,
  'file-altered': 410,
  'import-gone': 410,
  'milestone-missing': 410,
  'milestone-altered': 410,
  'minutes-altered': 410,
  'stale-revision': 412,
  'too-large': 413,
  'file-too-large': 413,
  'foreign-host': 421,
  'faulty-input': 422,
  'revision-missing': 428,
  'too-many-attempts': 429,
  final: 409,
  'meetings-in-the-way': 409,
  'nothing-to-undo': 409,
  'no-newer-version': 409,
  'version-gone': 409,
  'draft-published': 409,
  'set-aside': 409,
  'storage-failed': 507,
  'no-workshop-key': 401,
  'unknown-seat': 401,
  'wrong-role': 403,
  'unknown-code': 404,
  'not-joinable': 409,
  'joining-locked': 409,
  'room-full': 409,
  'stale-command': 409,
  'illegal-step': 409,
  'vote-not-counted': 409,
  'not-now': 409,
  'workshop-over': 410,
  'document-failed': 500,
  'documents-busy': 503,
  'document-too-large': 503,
} satisfies Record<ErrorCode, number>;

export function statusOfCode(code: ErrorCode): number {
  return statuses[code];
}

/** Whoever maintains the program has to know of these. */
const logged = new Set<string>([
  'bug',
  'storage-failed',
  'document-failed',
  'document-too-large',
] satisfies Failure['code'][]);

/** A checklist that is wrong throughout need not be told a thousand times. */
const faultsShown = 100;

type Failure = { code: ErrorCode | 'bug'; status: number; faults: AppError['faults'] };

/** Answers every failure: problem details (RFC 9457) for the API, a page with a way on for people. */
export function errorPages({
  words,
  sendPage,
  log,
}: {
  words: Words;
  sendPage: SendPage;
  log: Logger;
}): ErrorRequestHandler {
  return (error, req, res, next) => {
    if (res.headersSent) return next(error);
    const failure = failureOf(error);
    if (logged.has(failure.code)) log.error({ err: error, request: req.id }, 'a request failed');
    const t = words.translate(languageOf(res));
    if (/^\/api(\/|$)/i.test(req.path)) return sendProblem(res, failure, words);
    const workshopId = /^\/workshops\/([^/]+)/.exec(req.path)?.[1];
    if (failure.code === 'no-workshop-key' && workshopId !== undefined)
      return sendPage(res, keyPage(t, { id: decodeURIComponent(workshopId) }), failure.status);
    if (/^\/(join|w)(\/|$)/.test(req.path) || res.locals.isPhoneSite)
      return sendPage(res, phoneErrorPage(t, { ...failure, request: String(req.id) }), failure.status);
    if (failure.code === 'no-token') return sendPage(res, signInPage(t, { next: req.originalUrl }), failure.status);
    sendPage(res, errorPage(t, failure, { request: String(req.id), language: languageOf(res) }), failure.status);
  };
}

/** `more` are members beside the standard ones, such as `current` of a stale revision. */
export function sendProblem(res: Response, { code, status, faults }: Failure, words: Words, more: object = {}): void {
  const language = languageOf(res);
  const t = words.translate(language);
  if (status === 401) res.setHeader('WWW-Authenticate', 'Bearer');
  res
    .status(status)
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: `urn:rencheng:problem:${code}`,
        title: t(`error.${code}.title`),
        status,
        detail: t(`error.${code}.text`),
        ...(faults.length > 0
          ? { errors: faults.slice(0, faultsShown).map(fault => faultInLanguage(fault, language)) }
          : {}),
        ...more,
      }),
    );
}

export function failureOf(error: unknown): Failure {
  if (error instanceof AppError) return { code: error.code, status: statusOfCode(error.code), faults: error.faults };
  const status = statusOfParser(error);
  if (status === 413) return { code: 'too-large', status, faults: [] };
  return status !== undefined
    ? { code: 'malformed', status: 400, faults: [] }
    : { code: 'bug', status: 500, faults: [] };
}

/** Body parsers and the router mark what the client did wrong with a 4xx status. */
function statusOfParser(error: unknown): number | undefined {
  const status = error instanceof Error && 'status' in error ? error.status : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}

function errorPage(
  t: Translate,
  { code, status, faults }: Failure,
  { request, language }: { request: string; language: Language },
): Page {
  return {
    template: 'error',
    title: t(`error.${code}.title`),
    section: 'none',
    view: {
      title: t(`error.${code}.title`),
      text: t(`error.${code}.text`),
      faults: faults.slice(0, faultsShown).map(fault => faultWords(fault, language)),
      request: t('error.request', { request, status }),
    },
  };
}

function faultWords(fault: Fault, language: Language): string {
  const { path, message } = faultInLanguage(fault, language);
  return path === '' ? message : `${path}: ${message}`;
}
