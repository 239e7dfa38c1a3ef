import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { AssessmentChange } from '#assessment/assessment.ts';
import { assessmentKind as kind } from '#store/assessment-store.ts';
import { beginning, headerLine, positionAfter } from '#store/journal-line.ts';
import { extend } from '#store/prepare-batch.ts';
import { writeSnapshot } from '#store/snapshot.ts';
import { answer, created } from '../store/assessment-changes.ts';

export type Written = { folder: string; id: string; answers: number; items: number; snapshotAt: number };

/** Writes an assessment with so many answers without waiting for the disk each time, and a snapshot after `snapshotAt` of them (0: none). */
export async function writeAssessment({ folder, id, answers, items, snapshotAt }: Written): Promise<void> {
  const assessments = path.join(folder, 'assessments');
  const source = { id, kind, file: path.join(assessments, `${id}.jsonl`) };
  await mkdir(assessments, { recursive: true });
  const header = headerLine(source);
  const first = extend(kind, { document: undefined, at: positionAfter(beginning, header) }, created(id));
  const lines = [`${header}\n`, first.line];
  let state = first.after;
  for (let count = 1; count <= answers; count += 1) {
    const { change }: { change: AssessmentChange } = answer(`item-${count % items}`, note)(state.document);
    const next = extend(kind, state, change);
    lines.push(next.line);
    state = next.after;
    if (count === snapshotAt) await writeSnapshot(path.join(assessments, `${id}.json`), source, state);
  }
  await writeFile(source.file, lines.join(''));
}

const note = '近十二个月运行记录已导出，缺少夜间值守台账。'.repeat(3);
