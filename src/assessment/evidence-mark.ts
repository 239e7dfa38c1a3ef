import { createHash } from 'node:crypto';
import { contentOf, type Evidence } from './evidence.ts';

/** Tells one state of a record from another: 16 hexadecimal digits of the hash of its content and file. */
export function evidenceMark(record: Evidence): string {
  const { sha256, name } = record.file ?? {};
  return createHash('sha256')
    .update(JSON.stringify([contentOf(record), sha256, name]))
    .digest('hex')
    .slice(0, 16);
}
