import { readFileSync } from 'node:fs';
import compression from 'compression';
import express from 'express';

/** The baseline: Express sending a file's text as a constant string; prints its address. */
const html = readFileSync(process.argv[2] ?? '', 'utf8');
const server = express()
  .use(compression())
  .get('/', (_req, res) => {
    res.type('html').send(html);
  })
  .listen(0, '127.0.0.1', () => {
    const address = server.address();
    console.log(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`);
  });
process.once('SIGTERM', () => process.exit());
