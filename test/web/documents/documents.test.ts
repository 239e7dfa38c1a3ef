import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, describe, test } from 'node:test';
import request, { type Response } from 'supertest';
import { api, browser, createAssessment, putAnswer } from '../../support/api-client.ts';
import { readPdf } from '../../support/pdf-text.ts';
import { startApp } from '../../support/start-app.ts';
import { unzip } from '../../support/unzip.ts';

const level3 = { answer: 'scored', value: 3, evidence: [{ kind: 'document', title: '管理办法' }] };

/** One program for all: starting the one that sets documents takes a second. */
const app = await startApp({ after });
const id = await createAssessment(app, { city: '𠮷城/市', scope: { areas: ['cim', 'onenet', 'loop'] } });
await putAnswer(app, { id, item: 'cim-platform-functions' }, level3);

/** The whole body as bytes. */
const download = (address: string, agent = api(app)) =>
  agent
    .get(address)
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', chunk => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    });

const report = () => `/assessments/${id}/report`;
const documents = () => `/assessments/${id}/documents`;
const form = { format: 'pdf', language: 'zh-CN', chosen: 'parts', parts: ['results', 'score-sheet'] };

describe('a document straight from its address', () => {
  test('is a PDF named after city and period, in the language of the person', async () => {
    const chinese = await download(`${report()}.pdf`).expect(200).expect('content-type', 'application/pdf');
    const name = encodeURIComponent('𠮷城-市 2026 年度 自评价报告.pdf');
    assert.equal(
      chinese.headers['content-disposition'],
      `attachment; filename="report-2026-11-30.pdf"; filename*=UTF-8''${name}`,
    );
    const [front = '', ...pages] = readPdf(chinese.body).pages;
    assert.match(front, /^〔U\+20BB7〕城\/市/);
    assert.ok(pages.join('').includes('管理办法'));
    const english = await download(`${report()}.pdf`).set('Cookie', 'language=en').expect(200);
    assert.ok(readPdf(english.body).pages[0]?.includes('Contents'));
  });

  test('takes language and parts from its address', async () => {
    const both = readPdf((await download(`${report()}.pdf?language=both&parts=results`).expect(200)).body).pages.join(
      '',
    );
    assert.ok(both.includes('各领域得分') && both.includes('Scoresbyarea'));
    assert.ok(!both.includes('管理办法'), 'the score sheet was left out');
    const summary = readPdf((await download(`${report()}.pdf?parts=summary`).expect(200)).body).pages;
    assert.equal(summary.length, 2, 'front page and summary');
  });

  test('is a DOCX with the same words', async () => {
    const { body, headers } = await download(`${report()}.docx?language=zh-CN&parts=score-sheet,results`).expect(200);
    assert.match(headers['content-type'] ?? '', /wordprocessingml\.document$/);
    const document = (await unzip(body)).get('word/document.xml')?.toString('utf8') ?? '';
    assert.ok(document.includes('管理办法') && document.includes('𠮷城/市'));
  });

  test('is not there in another format, of another assessment or for a stranger', async () => {
    await api(app).get(`${report()}.odt`).expect(404);
    await api(app).get('/assessments/nothing/report.pdf').expect(404);
    await request(app.url).get(`${report()}.pdf`).expect(401);
    await request(app.url).get(`${report()}.docx`).expect(401);
  });
});

describe('a document of a milestone', async () => {
  const agent = await browser(app);
  await agent.post(`/assessments/${id}/milestones`).type('form').send({ name: '上报稿' }).expect(303);
  const [, query = ''] =
    /href="[^"]*\/report(\?milestone=[^"&]+)"/.exec((await agent.get(`/assessments/${id}/milestones`)).text) ?? [];
  const saysWhich = (text: string) => {
    assert.ok(query !== '' && text.includes(`href="${report()}${query}"`), 'the way back');
    assert.match(text, /返回留存版本“上报稿”的报告/);
  };
  const offersTheSame = (text: string) => {
    saysWhich(text);
    assert.match(text, /<h2>留存版本：上报稿<\/h2>/);
    assert.ok(text.includes('文件反映这一留存版本') && !text.includes('生成那一刻'));
    assert.ok(text.includes(`action="${documents()}${query}"`) && text.includes(`href="${report()}.xlsx${query}"`));
  };

  test('is chosen on a page that says which, also where something is wrong', async () => {
    offersTheSame((await agent.get(`${documents()}${query}`).expect(200)).text);
    const wrong = agent.post(`${documents()}${query}`).type('form').send({ language: 'fr' });
    offersTheSame((await wrong.expect(422)).text);
    assert.match((await agent.get(documents()).expect(200)).text, /生成那一刻的填报情况/);
  });

  test('is chosen again from the same milestone, when it is cancelled and when it is not kept any more', async () => {
    const started = await agent.post(`${documents()}${query}`).type('form').send(form).expect(303);
    const job = started.headers.location ?? '';
    assert.ok(job.endsWith(query), job);
    const working = (await agent.get(job).expect(200)).text;
    saysWhich(working);
    const [, cancel = ''] = /action="([^"]+\/cancel[^"]*)"/.exec(working) ?? [];
    await agent.post(cancel).expect(303).expect('location', job);
    const cancelled = (await agent.get(job).expect(200)).text;
    saysWhich(cancelled);
    assert.ok(cancelled.includes(`href="${documents()}${query}"`));
    const gone = `${documents()}/${randomUUID()}`;
    for (const address of [gone, `${gone}/file`])
      offersTheSame((await agent.get(`${address}${query}`).expect(410)).text);
    await agent.get(`${gone}?milestone=nothing`).expect(404);
  });
});

describe('a document as a job', () => {
  test('is made from the form, watched and downloaded', async () => {
    const agent = await browser(app);
    const started = await agent.post(documents()).type('form').send(form).expect(303);
    const job = started.headers.location ?? '';
    assert.match(job, new RegExp(`^${documents()}/[^/]+$`));
    const working = await agent.get(job).expect(200);
    assert.match(working.text, /<noscript><meta http-equiv="refresh" content="2"><\/noscript>/);
    assert.match(working.text, new RegExp(`action="${job}/cancel"`));
    await agent.get(`${job}/file`).expect(404);
    const ready = await untilSettled(() => agent.get(job));
    assert.match(ready.text, new RegExp(`href="${job}/file" download`));
    assert.doesNotMatch(ready.text, /http-equiv="refresh"/);
    const file = await download(`${job}/file`);
    assert.equal(file.headers['content-type'], 'application/pdf');
    assert.ok(readPdf(file.body).pages.join('').includes('管理办法'));
  });

  test('can be cancelled, and stays so', async () => {
    const agent = await browser(app);
    const job =
      (
        await agent
          .post(documents())
          .type('form')
          .send({ ...form, language: 'both' })
      ).headers.location ?? '';
    await agent.post(`${job}/cancel`).expect(303).expect('location', job);
    for (const _ of [1, 2]) {
      const { text } = await agent.get(job).expect(200);
      assert.match(text, /<h1>已取消<\/h1>/);
    }
    await agent.post(`${job}/cancel`).expect(303);
    await agent.get(`${job}/file`).expect(404);
  });

  test('that is not kept any more is told so, with the form to make it again', async () => {
    const agent = await browser(app);
    const gone = `${documents()}/${randomUUID()}`;
    for (const address of [gone, `${gone}/file`]) {
      const { text } = await agent.get(address).expect(410);
      assert.match(text, /<h2>这份文件没有保留下来<\/h2>/);
      assert.match(text, new RegExp(`<form[^>]* action="${documents()}"`));
    }
    await agent.get(`/assessments/nothing/documents/${randomUUID()}`).expect(404);
  });

  test('belongs to its assessment and to those who are signed in', async () => {
    const agent = await browser(app);
    const job = (await agent.post(documents()).type('form').send(form)).headers.location ?? '';
    const other = await createAssessment(app);
    const elsewhere = job.replace(id, other);
    const { text } = await agent.get(elsewhere).expect(410);
    assert.doesNotMatch(text, new RegExp(id));
    await agent.post(`${elsewhere}/cancel`).expect(404);
    await agent.get(`${documents()}/nothing`).expect(404);
    const stranger = request(app.url);
    for (const address of [job, `${job}/file`]) await stranger.get(address).expect(401);
    await stranger.post(`${job}/cancel`).expect(401);
    await stranger.post(documents()).type('form').send(form).expect(401);
    await agent.post(documents()).set('Origin', 'http://example.org').type('form').send(form).expect(403);
  });

  test('is not made from a form that is wrong; what was chosen stays', async () => {
    const agent = await browser(app);
    for (const wrong of [
      { format: 'exe' },
      { language: 'fr' },
      { parts: ['results', '<script>'] },
      { format: ['pdf', 'docx'] },
    ]) {
      const refused = await agent
        .post(documents())
        .type('form')
        .send({ ...form, format: 'docx', ...wrong });
      assert.equal(refused.status, 422, JSON.stringify(wrong));
      assert.match(refused.text, /role="alert"/);
      assert.match(refused.text, /value="results" checked/);
      assert.ok(!refused.text.includes('<script>'));
      if ('language' in wrong) assert.match(refused.text, /语言：只能选一种：zh-CN、en、both/);
    }
    await agent.post(documents()).expect(400);
  });

  test('without any part is the summary alone', async () => {
    const agent = await browser(app);
    const { parts: _parts, ...none } = form;
    const job = (await agent.post(documents()).type('form').send(none).expect(303)).headers.location ?? '';
    await untilSettled(() => agent.get(job));
    assert.equal(readPdf((await download(`${job}/file`)).body).pages.length, 2);
  });
});

test('the report offers the form with its parts, and the files for machines', async () => {
  const { text } = await api(app).get(report()).expect(200);
  assert.match(text, new RegExp(`<form method="post" action="${documents()}"`));
  for (const name of ['pdf', 'docx', 'zh-CN', 'en', 'both', 'results', 'score-sheet'])
    assert.ok(text.includes(`value="${name}"`), name);
  assert.ok(text.includes(`href="${report()}.csv"`) && text.includes(`href="${report()}.json"`));
});

test('a program that fails spoils its own document only, and says so', async t => {
  const poor = await startApp(t, { documentLimits: { memory: 1_000_000 } });
  const assessment = await createAssessment(poor);
  const failed = await api(poor).get(`/assessments/${assessment}/report.pdf`).expect(503);
  assert.match(failed.text, /用时太久或占用内存太多/);
  const agent = await browser(poor);
  const job = (await agent.post(`/assessments/${assessment}/documents`).type('form').send(form)).headers.location ?? '';
  const { text } = await untilSettled(() => agent.get(job));
  assert.match(text, /没有生成[\s\S]*用时太久或占用内存太多/);
  await api(poor).get(`/assessments/${assessment}/report`).expect(200);
  await putAnswer(poor, { id: assessment, item: 'lifeline-asset-survey' }, level3);
});

/** Asks until the page does not look again by itself. */
async function untilSettled(ask: () => PromiseLike<Response>): Promise<Response> {
  for (;;) {
    const answer = await ask();
    assert.equal(answer.status, 200);
    if (!answer.text.includes('http-equiv="refresh"')) return answer;
  }
}

test('where too many are being made, what was chosen stands in the form again', async t => {
  // A program of its own: until it has started the one that sets documents, none of them is done.
  const busy = await startApp(t);
  const address = `/assessments/${await createAssessment(busy)}/documents`;
  const agent = await browser(busy);
  const posts = Array.from({ length: 32 }, () =>
    agent
      .post(address)
      .type('form')
      .send({ ...form, parts: ['scope'] }),
  );
  const refused = (await Promise.all(posts)).filter(({ status }) => status === 429);
  const [{ text = '' } = {}] = refused;
  assert.ok(refused.length > 0);
  assert.match(text, /正在生成的文件太多[\s\S]*所选内容都在下面/);
  assert.match(text, /value="scope"[^>]* checked/);
  assert.doesNotMatch(text, /value="results"[^>]* checked/);
});
