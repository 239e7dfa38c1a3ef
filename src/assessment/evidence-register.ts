import type { Assessment } from './assessment.ts';
import { contentOf, type Evidence } from './evidence.ts';

/** A record of the register: the answers that carry it, each with its revision. */
export type RegisteredEvidence = {
  record: Evidence;
  usedBy: { item: string; rev: number }[];
  /** More than one where older data say different things under one id; the first is `record`. */
  versions: { record: Evidence; item: string }[];
};

/** The records of an assessment in the order in which its answers were first given; the same id is the same record. */
export function evidenceRegister({ answers }: Pick<Assessment, 'answers'>): RegisteredEvidence[] {
  const byId = new Map<string, RegisteredEvidence>();
  for (const [item, { rev, answer }] of Object.entries(answers))
    for (const [index, record] of (answer?.evidence ?? []).entries()) {
      const key = record.id ?? `${item} ${index}`;
      const known = byId.get(key) ?? { record, usedBy: [], versions: [] };
      byId.set(key, withUse(known, { record, item, rev }));
    }
  return [...byId.values()];
}

export function findEvidence(assessment: Pick<Assessment, 'answers'>, id: string): RegisteredEvidence | undefined {
  return evidenceRegister(assessment).find(({ record }) => record.id === id);
}

type Use = { record: Evidence; item: string; rev: number };

function withUse({ record: first, usedBy, versions }: RegisteredEvidence, { record, item, rev }: Use) {
  const isKnown = versions.some(version => contentOf(version.record) === contentOf(record));
  return {
    record: first.file === undefined && record.file !== undefined ? { ...first, file: record.file } : first,
    usedBy: [...usedBy, { item, rev }],
    versions: isKnown ? versions : [...versions, { record, item }],
  };
}
