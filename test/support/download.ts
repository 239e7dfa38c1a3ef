import { api } from './api-client.ts';
import type { TestApp } from './start-app.ts';

/** The bytes of a file that the site hands out. */
export async function download(app: TestApp, address: string): Promise<Buffer> {
  const { body } = await api(app)
    .get(address)
    .buffer(true)
    .parse((res, done) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('end', () => done(null, Buffer.concat(chunks)));
    })
    .expect(200);
  return body;
}
