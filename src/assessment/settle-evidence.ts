import { z } from 'zod';
import { findItem } from '#checklist/checklist-lookups.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import { type Fault, fault } from '#shared/fault.ts';
import type { Answer } from './answer.ts';
import type { Assessment } from './assessment.ts';
import { foreignFile } from './change-evidence.ts';
import { type Evidence, isSameContent } from './evidence.ts';
import { type EvidenceFile, isSameFile } from './evidence-file.ts';
import { type ItemPlace, otherRecords, ownRecord, storedRecord } from './evidence-of-items.ts';
import { lastFile } from './file-entries.ts';

const sentSchema = z.looseObject({ evidence: z.array(z.unknown()) });
const recordSchema = z.looseObject({ id: z.string(), file: z.unknown().optional() });

/** `faults` name the references that lead nowhere. */
export type SettledAnswer = { answer: unknown; faults: Fault[] };

/**
 * What came in as an answer, with its records settled against the register: `{id}` alone stands for the record of that id,
 * and a record that names no file keeps the one it has. What is not of that shape goes on as it is and meets its check later.
 */
export function settleEvidence(assessment: Assessment, itemId: string, answer: unknown): SettledAnswer {
  const parsed = sentSchema.safeParse(answer);
  if (!parsed.success) return { answer, faults: [] };
  const faults: Fault[] = [];
  const evidence = parsed.data.evidence.map((sent, index) => {
    const record = recordSchema.safeParse(sent);
    if (!record.success) return sent;
    const settled = settledRecord(record.data, { assessment, itemId });
    if (!settled) faults.push(nowhere(['evidence', index, 'id']));
    return settled ?? sent;
  });
  return { answer: { ...parsed.data, evidence }, faults };
}

/** The rules between the answers: nobody rewrites a record of another item, and nobody names a file that was not uploaded for it. */
export function checkEvidence(
  where: Where,
  { answer: { evidence = [] }, checklist }: { answer: Answer; checklist: Checklist },
): Fault[] {
  return evidence.flatMap((record, index) => {
    const path = ['evidence', index];
    // Harmless as an id, but no name anywhere else either.
    if (record.id === '__proto__')
      return [fault([...path, 'id'], '名称不能是 __proto__', '__proto__ cannot be a name')];
    if (!isSameFile(record.file, fileOf(record.id, where))) return [foreignFile([...path, 'file'])];
    const others = differingItems(record, where);
    return others.length > 0 ? [usedElsewhere(path, others, checklist)] : [];
  });
}

type Where = ItemPlace & { assessment: Assessment };

/** Undefined where a reference leads nowhere. */
function settledRecord(record: z.infer<typeof recordSchema>, where: Where): object | undefined {
  const { id } = record;
  const stored = storedRecord(id, where);
  if (Object.keys(record).length === 1) return stored;
  const file = fileOf(id, where);
  return record.file === undefined && file ? { ...record, file } : record;
}

function nowhere(path: Fault['path']): Fault {
  return fault(path, '佐证登记里没有这份佐证', 'the evidence register has no such record');
}

/** A record that comes back, such as out of a form that was open while it was taken off, has the file it last had. */
function fileOf(id: string | undefined, where: Where): EvidenceFile | undefined {
  if (id === undefined) return undefined;
  const stored = storedRecord(id, where);
  return stored ? stored.file : lastFile(where.assessment.files ?? [], id);
}

/** What an item says already may stay, also where another says something else. */
function differingItems(record: Evidence, where: Where): string[] {
  const own = ownRecord(record.id, where);
  if (record.id === undefined || (own && isSameContent(own, record))) return [];
  const others = otherRecords(record.id, where);
  return others.some(other => !isSameContent(other.record, record)) ? others.map(({ item }) => item) : [];
}

function usedElsewhere(path: Fault['path'], items: string[], checklist: Checklist): Fault {
  const codes = items.map(id => findItem(checklist, id)?.code ?? id);
  return fault(
    path,
    `这份佐证也用于 ${codes.join('、')}，内容请到佐证登记中修改`,
    `this record is also used by ${codes.join(', ')}; change it in the evidence register`,
  );
}
