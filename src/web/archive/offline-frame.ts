import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** For a page that is opened from a disk: its whole style, and a policy by which it loads nothing but pictures beside it and runs nothing. */
export function offlineFrame(...files: string[]): { style: string; policy: string } {
  const style = files.map(file => readFileSync(path.join(import.meta.dirname, file), 'utf8')).join('');
  const policy = `default-src 'none'; img-src 'self' file:; style-src 'sha256-${hash('sha256', style, 'base64')}'`;
  return { style, policy };
}
