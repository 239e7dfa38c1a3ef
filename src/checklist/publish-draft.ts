import type { Decision } from '#shared/decision.ts';
import type { Checked, Fault } from '#shared/fault.ts';
import { parseChecklist } from './check-checklist.ts';
import { checkLengths } from './check-lengths.ts';
import type { Checklist } from './checklist-schema.ts';
import type { Draft } from './draft.ts';
import { compareVersions, nextVersion, type VersionStep, versionStep } from './version-step.ts';

export type PublishRefusal =
  | { reason: 'stale' }
  | { reason: 'unchanged' }
  | { reason: 'version-form' }
  | { reason: 'version-low'; least: string }
  | { reason: 'faulty'; faults: Fault[] };

/** `rev`: which state of the draft was shown; `newest`: what was published last. */
type Publication = { rev: number; version: string; newest: Checklist | undefined };

/** What is published is what was shown, whole and without a fault. */
export function publishDraft(draft: Draft, { rev, version, newest }: Publication): Decision<Checklist, PublishRefusal> {
  if (draft.rev !== rev) return { refused: { reason: 'stale' } };
  if (!/^\d{1,6}\.\d{1,6}\.\d{1,6}$/.test(version)) return { refused: { reason: 'version-form' } };
  const { step, least } = suggestVersion(draft.checklist, newest);
  if (step === 'none') return { refused: { reason: 'unchanged' } };
  if (compareVersions(version, least) < 0) return { refused: { reason: 'version-low', least } };
  const parsed = checkWhole({ ...draft.checklist, version });
  return parsed.ok ? { change: parsed.value } : { refused: { reason: 'faulty', faults: parsed.faults } };
}

/** The version that follows from what changed; a first one is 1.0.0. */
export function suggestVersion(
  checklist: Checklist,
  newest: Checklist | undefined,
): { step: VersionStep | 'first'; least: string } {
  if (!newest) return { step: 'first', least: '1.0.0' };
  const step = versionStep(newest, checklist);
  return { step, least: nextVersion(newest.version, step) };
}

/** Everything that stands in the way of publishing, with paths in the whole checklist. */
export function faultsOfDraft({ checklist }: Draft): Fault[] {
  const parsed = checkWhole(checklist);
  return parsed.ok ? [] : parsed.faults;
}

/** A draft can be a copy of a version that was published before there were limits. */
function checkWhole(checklist: Checklist): Checked<Checklist> {
  const parsed = parseChecklist(checklist);
  const faults = [...(parsed.ok ? [] : parsed.faults), ...checkLengths(checklist)];
  return faults.length > 0 ? { ok: false, faults } : parsed;
}
