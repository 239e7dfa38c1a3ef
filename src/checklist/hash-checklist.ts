import { hash } from 'node:crypto';
import { canonicalJson } from '#shared/canonical-json.ts';
import type { Checklist } from './checklist-schema.ts';

/** The content of a checklist's copy and its SHA-256, by which assessments pin it. Defaults are written out. */
export function hashChecklist(checklist: Checklist): { content: string; sha256: string } {
  const content = canonicalJson(checklist);
  return { content, sha256: hash('sha256', content) };
}
