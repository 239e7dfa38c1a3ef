import { hash } from 'node:crypto';
import { canonicalJson } from '#shared/canonical-json.ts';
import { leavesOf } from './document-leaves.ts';
import type { MilestoneHead } from './milestone-head.ts';
import type { ReportDocument } from './report-document.ts';

/** The file of a milestone: its content, the hash that stands in it, and the bytes. */
export type MilestoneFile = { content: string; sha256: string; size: number };

/** What scoring and the checklist's own hash tell again; the rest needs a digest so that an edit can be located. */
const computedParts = /^(result|items|heatmaps|matrices|pictures)(\.|\[|$)/;
const ownParts = /^milestone\.(digests|sha256)(\.|\[|$)/;
const itemOfDefinition = /^definition\.areas(\.[^.[]+|\["(?:[^"\\]|\\.)*"\])\.items(\.[^.[]+|\["(?:[^"\\]|\\.)*"\])$/;

/**
 * Canonical JSON (RFC 8785) of the report with everything that it rests on. The hash is SHA-256 over the UTF-8 bytes of the
 * same without the hash itself. It proves that nothing was changed to whoever knows it from elsewhere; the digests are there to say
 * what was.
 */
export function milestoneFile(report: ReportDocument, head: Omit<MilestoneHead, 'sha256'>): MilestoneFile {
  const document = { ...report, milestone: { ...head, digests: digestsOf({ ...report, milestone: head }) } };
  const sha256 = hash('sha256', canonicalJson(document));
  const content = canonicalJson({ ...document, milestone: { ...document.milestone, sha256 } });
  return { content, sha256, size: Buffer.byteLength(content) };
}

/** Of every value that cannot be computed again: the first 12 digits of the SHA-256 over its canonical JSON, by path. */
function digestsOf(document: unknown): Record<string, string> {
  const digests: [string, string][] = [];
  for (const [path, value] of located(document)) digests.push([path, digestOf(value)]);
  return Object.fromEntries(digests);
}

/** The values that have a digest, as they stand in a document. */
export function* located(document: unknown): Generator<[path: string, value: unknown]> {
  for (const [path, value] of leavesOf(document, path => itemOfDefinition.test(path)))
    if (!computedParts.test(path) && !ownParts.test(path)) yield [path, value];
}

export function digestOf(value: unknown): string {
  return hash('sha256', canonicalJson(value)).slice(0, 12);
}
