import type { MilestoneEntry } from '#assessment/milestone.ts';
import { canonicalJson } from '#shared/canonical-json.ts';
import { memberOf } from './member-of.ts';
import { milestoneHash } from './milestone-hash.ts';

/** What the trail of the assessment says the file must be. */
export type NamedMilestone = Pick<MilestoneEntry, 'id' | 'name' | 'sha256'> & { assessment: string };

/**
 * The file of a milestone as it was kept, out of bytes that were elsewhere since: spaces and the order of keys in a copy do not matter.
 * Undefined for anything that is not what the trail names.
 */
export function milestoneContent(bytes: Uint8Array, named: NamedMilestone): string | undefined {
  const document = readObject(bytes);
  if (!document || !isNamed(document, named)) return undefined;
  try {
    return milestoneHash(document) === named.sha256 ? canonicalJson(document) : undefined;
  } catch (error) {
    // Nested deeper than anything that was ever kept.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function readObject(bytes: Uint8Array): object | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function isNamed(document: object, { assessment, id, name, sha256 }: NamedMilestone): boolean {
  const head = memberOf(document, 'milestone');
  return (
    memberOf(memberOf(document, 'assessment'), 'id') === assessment &&
    memberOf(head, 'id') === id &&
    memberOf(head, 'name') === name &&
    memberOf(head, 'sha256') === sha256
  );
}
