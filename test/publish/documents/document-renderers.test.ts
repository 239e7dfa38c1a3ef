import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import { openDocumentRenderers, type RendererLimits } from '#publish/documents/document-renderers.ts';
import type { SetFile } from '#publish/documents/setting-program.ts';
import type { DocumentProgress } from '#report/document-renderer.ts';
import { AppError } from '#shared/app-error.ts';
import { buildPrintedReport, buildTinyReport } from '../../support/printed-report.ts';

function open(t: TestContext, limits: Partial<RendererLimits> = {}) {
  const renderers = openDocumentRenderers(limits);
  t.after(() => renderers.close());
  const steps: DocumentProgress[] = [];
  return {
    ...renderers,
    steps,
    /** A tiny PDF; `signal` cancels it. */
    tiny: (signal = new AbortController().signal) =>
      renderers.pdf.render([buildTinyReport('zh-CN')], { signal, onProgress: progress => steps.push(progress) }),
    /** One that takes a second; `begun` settles when its pages are being set. */
    long: (signal = new AbortController().signal) => {
      const { promise: begun, resolve } = withResolve();
      const onProgress = ({ step }: DocumentProgress) => step === 'pages' && resolve();
      const file = renderers.pdf.render([buildPrintedReport('zh-CN', { items: 1_500 })], { signal, onProgress });
      file.catch(() => undefined);
      return { file, begun };
    },
  };
}

const file: SetFile = { file: Buffer.from('%PDF-'), memory: 1 };
const outOfMemory: SetFile = { outOfMemory: 'it used too much' };

/** Renderers whose programs give these answers, one program after the other; the last answer of each is its end. */
function openPrograms(t: TestContext, programs: SetFile[][]) {
  let started = 0;
  const renderers = openDocumentRenderers({}, () => {
    const answers = [...(programs[started] ?? [])];
    started += 1;
    return {
      pid: undefined,
      isAlive: () => answers.length > 0,
      set: async () => answers.shift() ?? outOfMemory,
      stop: async () => undefined,
    };
  });
  t.after(() => renderers.close());
  const signal = new AbortController().signal;
  return { started: () => started, tiny: () => renderers.pdf.render([buildTinyReport('zh-CN')], { signal }) };
}

function withResolve(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>(settle => {
    resolve = settle;
  });
  return { promise, resolve };
}

const isCode = (code: string) => (error: unknown) => error instanceof AppError && error.code === code;

describe('the program that sets documents', () => {
  test('tells its steps in order and gives a file', async t => {
    const { tiny, steps } = open(t);
    assert.ok((await tiny()).subarray(0, 5).equals(Buffer.from('%PDF-')));
    assert.deepEqual(
      steps.map(({ step }) => step),
      ['waiting', 'starting', 'pictures', 'pages', 'file'],
    );
  });

  test('takes one at a time, tells the others their place, and refuses more than may wait', async t => {
    const { tiny, steps, pdf } = open(t, { waiting: 2 });
    const files = [tiny(), tiny(), tiny()];
    const signal = new AbortController().signal;
    await assert.rejects(pdf.render([buildTinyReport('en')], { signal }), isCode('documents-busy'));
    assert.deepEqual(
      steps.flatMap(progress => (progress.step === 'waiting' ? [progress.ahead] : [])),
      [0, 1, 2],
    );
    assert.equal((await Promise.all(files)).length, 3);
    await tiny();
  });

  test('that is killed fails the document under way alone; the next one is set by another', async t => {
    const { tiny, long, pid } = open(t);
    const { file, begun } = long();
    const next = tiny();
    await begun;
    const first = pid();
    assert.ok(first !== undefined);
    process.kill(first, 'SIGKILL');
    await assert.rejects(file, isCode('document-failed'));
    assert.ok((await next).length > 1_000);
    assert.notEqual(pid(), first);
  });

  test('stops for one that is cancelled, whether it is set or still waits', async t => {
    const { tiny, long, pid } = open(t);
    const [running, waiting] = [new AbortController(), new AbortController()];
    const { file, begun } = long(running.signal);
    const left = tiny(waiting.signal);
    const after = tiny();
    waiting.abort();
    await assert.rejects(left, { name: 'AbortError' });
    await begun;
    const first = pid();
    running.abort();
    await assert.rejects(file, { name: 'AbortError' });
    assert.ok((await after).length > 1_000);
    assert.notEqual(pid(), first);
    await assert.rejects(tiny(AbortSignal.abort()), { name: 'AbortError' });
  });

  test('may take so long and so much memory, and no more', async t => {
    const late = open(t, { timeout: 1 });
    await assert.rejects(late.tiny(), isCode('document-too-large'));
    const large = open(t, { memory: 1_000_000 });
    await assert.rejects(large.tiny(), isCode('document-too-large'));
  });

  test('is another one after a document that left much memory behind', async t => {
    const { tiny, pid } = open(t, { memoryKept: 1_000_000 });
    await tiny();
    const first = pid();
    await tiny();
    assert.notEqual(pid(), first);
  });

  test('does not charge a document for those before it: what ran out of memory in a used program is set in a new one', async t => {
    const { tiny, started } = openPrograms(t, [[file, outOfMemory], [file]]);
    await tiny();
    assert.equal((await tiny()).length, 5);
    assert.equal(started(), 2);
  });

  test('is not tried again with a document that ran out of memory in a new one', async t => {
    const { tiny, started } = openPrograms(t, [[outOfMemory], [outOfMemory], [file, outOfMemory], [outOfMemory]]);
    await assert.rejects(tiny(), isCode('document-too-large'));
    assert.equal(started(), 1);
    await assert.rejects(tiny(), isCode('document-too-large'));
    await tiny();
    await assert.rejects(tiny(), isCode('document-too-large'));
    assert.equal(started(), 4);
  });

  test('is another one after so many documents', async t => {
    const { tiny, pid } = open(t, { jobsOfProgram: 2 });
    await tiny();
    const first = pid();
    await tiny();
    assert.equal(pid(), first);
    await tiny();
    assert.notEqual(pid(), first);
  });

  test('fails what waits and ends when it is closed', async t => {
    const { tiny, long, close, pid } = open(t);
    const { file, begun } = long();
    const next = tiny();
    next.catch(() => undefined);
    await begun;
    const running = pid();
    await close();
    await assert.rejects(file, isCode('document-failed'));
    await assert.rejects(next, isCode('document-failed'));
    assert.throws(() => process.kill(running ?? 0, 0), { code: 'ESRCH' });
  });
});
