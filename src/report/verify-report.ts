import { checkAnswer } from '#assessment/answer.ts';
import { parseChecklist } from '#checklist/check-checklist.ts';
import { findItem } from '#checklist/checklist-lookups.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import { hashChecklist } from '#checklist/hash-checklist.ts';
import { check, type Fault } from '#shared/fault.ts';
import { leavesOf } from './document-leaves.ts';
import { memberOf } from './member-of.ts';
import { digestOf, located } from './milestone-document.ts';
import { milestoneHash } from './milestone-hash.ts';
import { type ReportDocument, reportDocument, reportDocumentSchema } from './report-document.ts';
import { reportOfDocument } from './report-of-document.ts';

/** `said` is what stands in the file; `computed` what was computed, where a value can be. Undefined: not there. */
export type Difference = { path: string; said?: unknown } & (
  | { kind: 'edited' | 'added' | 'removed' }
  | { kind: 'computed' | 'hash' | 'checklist'; computed: unknown }
  | { kind: 'faulty'; fault: Fault }
);

export type Verification = {
  /** Of the whole, where the file is a milestone; to be held against one that was noted elsewhere. */
  sha256: string | undefined;
  /** Whether the scores could be computed again, and with which checklist. */
  recomputed: 'with-own-checklist' | 'with-given-checklist' | 'no-checklist' | 'not-possible';
  differences: Difference[];
};

/** Checks an export by itself: shape, digests and hash of a milestone, the checklist's hash, and every number. `checklist`: one given beside it. */
export function verifyReport(document: unknown, checklist?: Checklist): Verification {
  const parsed = check(reportDocumentSchema, document);
  const kept = milestoneDifferences(document);
  if (!parsed.ok) {
    const faulty = parsed.faults.map((fault): Difference => ({ kind: 'faulty', path: pathOf(fault), fault }));
    return { ...kept, recomputed: 'not-possible', differences: [...kept.differences, ...faulty] };
  }
  const own = parsed.value.definition === undefined ? undefined : parseChecklist(parsed.value.definition);
  const used = checklist ?? (own?.ok ? own.value : undefined);
  if (!used) {
    const faulty = own?.ok === false ? own.faults.map(fault => faultOf(fault, 'definition')) : [];
    return { ...kept, recomputed: 'no-checklist', differences: [...kept.differences, ...faulty] };
  }
  const differences = [
    ...kept.differences,
    ...checklistDifferences(parsed.value, checklist, own?.ok ? own.value : used),
  ];
  const answers = answerFaults(parsed.value, used);
  if (answers.length > 0) return { ...kept, recomputed: 'not-possible', differences: [...differences, ...answers] };
  return {
    ...kept,
    recomputed: checklist ? 'with-given-checklist' : 'with-own-checklist',
    differences: [...differences, ...computedDifferences(document, parsed.value, used)],
  };
}

type Kept = Pick<Verification, 'sha256' | 'differences'>;

/** Of a file without a milestone nothing. Works on the raw document: what is no valid report may still be compared. */
function milestoneDifferences(document: unknown): Kept {
  const milestone = memberOf(document, 'milestone');
  if (milestone === undefined || typeof document !== 'object') return { sha256: undefined, differences: [] };
  const said = memberOf(milestone, 'sha256');
  const sha256 = milestoneHash(document);
  const digests = memberOf(milestone, 'digests') ?? {};
  return {
    sha256,
    differences: [
      ...editedLeaves(document, new Map(Object.entries(digests))),
      ...(said === sha256 ? [] : [{ kind: 'hash' as const, path: 'milestone.sha256', said, computed: sha256 }]),
    ],
  };
}

function editedLeaves(document: unknown, digests: Map<string, unknown>): Difference[] {
  const edited: Difference[] = [];
  const unseen = new Set(digests.keys());
  for (const [path, said] of located(document)) {
    unseen.delete(path);
    if (!digests.has(path)) edited.push({ kind: 'added', path, said });
    else if (digests.get(path) !== digestOf(said)) edited.push({ kind: 'edited', path, said });
  }
  return [...edited, ...[...unseen].map((path): Difference => ({ kind: 'removed', path }))];
}

/** That the checklist is the pinned one; against a given one the file's own is compared value by value. */
function checklistDifferences(document: ReportDocument, given: Checklist | undefined, own: Checklist): Difference[] {
  const { sha256: said } = document.checklist;
  const differing = given
    ? leafDifferences('checklist', leavesOf({ definition: own }), leavesOf({ definition: given }))
    : [];
  const { sha256: computed } = hashChecklist(given ?? own);
  return said === computed
    ? differing
    : [{ kind: 'checklist', path: 'checklist.sha256', said, computed }, ...differing];
}

function answerFaults({ assessment }: ReportDocument, checklist: Checklist): Difference[] {
  return Object.entries(assessment.answers).flatMap(([id, { rev: _rev, by: _by, at: _at, ...answer }]) => {
    const item = findItem(checklist, id);
    const checked = item && checkAnswer(answer, item, checklist, 'listed');
    return checked?.ok === false ? checked.faults.map(fault => faultOf(fault, `assessment.answers.${id}`)) : [];
  });
}

const computed = ['checklist', 'result', 'items', 'findings', 'heatmaps', 'matrices', 'pictures', 'actions'] as const;

function computedDifferences(document: unknown, parsed: ReportDocument, checklist: Checklist): Difference[] {
  const again: unknown = JSON.parse(JSON.stringify(reportDocument(reportOfDocument(parsed, checklist))));
  // Files of older versions lack some of them.
  const parts = computed.filter(part => memberOf(document, part) !== undefined);
  const pick = (from: unknown) => leavesOf(Object.fromEntries(parts.map(part => [part, memberOf(from, part)])));
  return leafDifferences('computed', pick(document), pick(again));
}

function leafDifferences(
  kind: 'computed' | 'checklist',
  said: Map<string, unknown>,
  found: Map<string, unknown>,
): Difference[] {
  const paths = new Set([...said.keys(), ...found.keys()]);
  return [...paths]
    .filter(path => JSON.stringify(said.get(path)) !== JSON.stringify(found.get(path)))
    .map(path => ({ kind, path, said: said.get(path), computed: found.get(path) }));
}

function faultOf(fault: Fault, under: string): Difference {
  return { kind: 'faulty', path: [under, ...fault.path].join('.'), fault };
}

function pathOf({ path }: Fault): string {
  return path.join('.');
}
