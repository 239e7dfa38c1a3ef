import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import request from 'supertest';
import { api, browser } from '../support/api-client.ts';
import { startApp } from '../support/start-app.ts';

test('without the start token only health, the sign-in page and its assets answer', async t => {
  const app = await startApp(t);
  const stranger = request(app.url);
  await stranger.get('/healthz').expect(200);
  await stranger.get('/readyz').expect(200);
  const signIn = await stranger.get('/login').expect(200);
  const asset = /href="(\/assets\/[^"]+\.css)"/.exec(signIn.text)?.[1] ?? '';
  await stranger
    .get(asset)
    .expect(200)
    .expect('cache-control', /immutable/);
  for (const address of ['/', '/checklists', '/assessments/new', '/nothing']) {
    const response = await stranger.get(address).expect(401);
    assert.match(response.text, /name="token"/, address);
  }
  await stranger.get('/api/v1/assessments').expect(401).expect('www-authenticate', 'Bearer');
  await stranger.post('/assessments').expect(401);
});

test('the token signs in, by link or typed, and only a right one', async t => {
  const app = await startApp(t);
  await request(app.url)
    .post('/login')
    .type('form')
    .send({ token: 'wrong' })
    .expect(401)
    .expect(/口令不对/);
  const signedIn = await request(app.url).post('/login').type('form').send({ token: app.token, next: '/checklists' });
  assert.equal(signedIn.status, 303);
  assert.equal(signedIn.headers.location, '/checklists');
  const [cookie] = signedIn.headers['set-cookie'] ?? [];
  assert.match(cookie ?? '', /HttpOnly; SameSite=Strict/);
  assert.ok(!cookie?.includes(app.token), 'the cookie is not the token itself');
});

test('the cookie of an https address travels by https alone, that of this machine also without', async t => {
  const app = await startApp(t, { baseUrl: 'https://city.example' });
  const cookieAt = async (host: string) => {
    const { headers } = await request(app.url).post('/login').set('Host', host).type('form').send({ token: app.token });
    return headers['set-cookie']?.[0] ?? '';
  };
  assert.match(await cookieAt('city.example'), /; Secure/);
  assert.match(await cookieAt(`127.0.0.1:${app.port}`), /HttpOnly; SameSite=Strict$/);
});

test('signing in never leads to another site', async t => {
  const app = await startApp(t);
  for (const next of [
    '/.//example.org',
    '/..//example.org',
    'http://localhost//example.org',
    'https://example.org/',
    '//example.org',
    '/\\example.org',
    'javascript:alert(1)',
  ]) {
    const { headers } = await request(app.url).post('/login').type('form').send({ token: app.token, next });
    assert.ok(headers.location?.startsWith('/') && !headers.location.startsWith('//'), `${next} → ${headers.location}`);
    const language = await request(app.url).get(`/language/en?back=${encodeURIComponent(next)}`);
    assert.doesNotMatch(language.headers.location ?? '', /^\/[/\\]|^[^/]/, next);
  }
});

test('guessing the token is slowed down, and does not keep out who has it', async t => {
  const app = await startApp(t);
  const statuses = [];
  for (let attempt = 0; attempt < 25; attempt += 1)
    statuses.push(
      (
        await request(app.url)
          .post('/login')
          .type('form')
          .send({ token: `guess ${attempt}` })
      ).status,
    );
  assert.equal(statuses[0], 401);
  assert.equal(statuses.at(-1), 429);
  await request(app.url).post('/login').type('form').send({ token: app.token, next: '/' }).expect(303);
});

test('a foreign Host, a foreign Origin and a cookie without Origin are refused', async t => {
  const app = await startApp(t);
  await api(app).get('/').set('Host', 'evil.example').expect(421);
  await api(app).post('/assessments').set('Origin', 'http://evil.example').expect(403);
  await api(app).post('/assessments').set('Origin', 'null').expect(403);
  const agent = await browser(app);
  const withoutOrigin = agent.post('/assessments').type('form').send({ city: 'x' });
  withoutOrigin.unset('Origin');
  assert.equal((await withoutOrigin).status, 403);
});

test('a default reverse proxy in front lets nobody in', async t => {
  const app = await startApp(t);
  await request(app.url).get('/').set('X-Forwarded-For', '127.0.0.1').set('Host', '127.0.0.1').expect(401);
  await api(app).post('/assessments').set('Origin', 'https://city.example').set('Host', '127.0.0.1').expect(403);
});

test('every answer carries a strict content security policy', async t => {
  const app = await startApp(t);
  for (const address of ['/login', '/', '/api/v1/checklists', '/healthz']) {
    const { headers } = await api(app).get(address);
    assert.match(headers['content-security-policy'] ?? '', /^default-src 'self'/, address);
    assert.doesNotMatch(headers['content-security-policy'] ?? '', /unsafe|https?:|\*/, address);
    assert.equal(headers['x-powered-by'], undefined);
  }
});

test('the token file is readable by its owner alone', async t => {
  const app = await startApp(t);
  const { mode } = await stat(path.join(app.dataFolder, 'local-token'));
  assert.equal(mode & 0o077, 0);
});

test('an unknown page, a broken address and a wrong method lead back', async t => {
  const app = await startApp(t);
  const agent = await browser(app);
  await agent
    .get('/nothing')
    .expect(404)
    .expect(/没有这一页/)
    .expect(/href="\/"/);
  await agent.get('/checklists/%E0%A4%A').expect(400);
  await agent.delete('/').expect(404);
  await agent.get('/assessments/__proto__').expect(404);
});

test('the language is chosen once and kept', async t => {
  const app = await startApp(t);
  const agent = await browser(app);
  await agent.get('/').expect(/lang="zh-CN"/);
  await agent.get('/language/en?back=/checklists').expect(303).expect('location', '/checklists');
  await agent.get('/').expect(/lang="en"/);
  await agent.get('/language/fr').expect(404);
});

test('pages and files of a city stay out of shared caches', async t => {
  const app = await startApp(t);
  for (const address of ['/', '/assessments/new', '/login', '/checklists'])
    await api(app).get(address).expect('cache-control', 'private, no-cache');
  await api(app).get('/api/v1/assessments').expect('cache-control', 'no-store');
});
