import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const packageSchema = z.object({ version: z.string() });

/** Of this program, for what has to say by which version it was made. */
export function programVersion(): string {
  const file = path.join(import.meta.dirname, '../package.json');
  return packageSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).version;
}
