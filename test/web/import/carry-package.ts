import { browser } from '../../support/api-client.ts';
import { readZip } from '../../support/read-zip.ts';
import type { TestApp } from '../../support/start-app.ts';

export async function packageOf(app: TestApp, id: string): Promise<Buffer> {
  const agent = await browser(app);
  return (await agent.get(`/assessments/${id}/package`).responseType('blob').expect(200)).body;
}

export async function bring(app: TestApp, bytes: Buffer, name = '示例市.rencheng.zip') {
  const agent = await browser(app);
  return agent.post('/assessments/import').attach('file', bytes, name);
}

/** What is in an archive, by name. */
export async function entriesOf(bytes: Buffer): Promise<Record<string, Buffer>> {
  return Object.fromEntries(Array.from(await readZip(bytes), ([name, { content }]) => [name, content]));
}
