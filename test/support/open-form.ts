import assert from 'node:assert/strict';
import { z } from 'zod';
import { api, browser, createAssessment } from './api-client.ts';
import { readForm } from './read-form.ts';
import type { TestApp } from './start-app.ts';

const answerSchema = z.looseObject({ rev: z.number() }).transform(({ by: _by, at: _at, ...answer }) => answer);
const storedSchema = z.object({ answers: z.record(z.string(), answerSchema) });

/** A new assessment with the form of one of its areas, as one browser sees it. */
export async function openForm(app: TestApp, overrides: object = {}, areaId = 'lifeline') {
  const id = await createAssessment(app, overrides);
  const agent = await browser(app);
  const area = `/assessments/${id}/areas/${areaId}`;
  const fields = async () => readForm((await agent.get(area).expect(200)).text);
  return {
    id,
    agent,
    area,
    fields,
    /** Sends the page's form with these changes. */
    send: async (changes: Record<string, string>) =>
      agent
        .post(area)
        .type('form')
        .send({ ...(await fields()), ...changes }),
    /** Sends fields of one item as the page's script does. */
    sendItem: (item: string, changes: Record<string, string>) =>
      agent
        .post(`/assessments/${id}/items/${item}`)
        .type('form')
        .send(Object.fromEntries(Object.entries(changes).map(([name, value]) => [`${item}:${name}`, value]))),
    /** The answers as stored, without who and when. */
    stored: async () => {
      const response = await api(app).get(`/api/v1/assessments/${id}`);
      assert.equal(response.status, 200);
      return storedSchema.parse(response.body).answers;
    },
  };
}
