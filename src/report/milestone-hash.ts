import { hash } from 'node:crypto';
import { canonicalJson } from '#shared/canonical-json.ts';
import { memberOf } from './member-of.ts';

/** Over the canonical JSON of the document without the hash itself. */
export function milestoneHash(document: object | null): string {
  const milestone = memberOf(document, 'milestone');
  const bare = typeof milestone === 'object' ? { ...milestone, sha256: undefined } : milestone;
  return hash('sha256', canonicalJson({ ...document, milestone: bare }));
}
