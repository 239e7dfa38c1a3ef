import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ChecklistInput } from '#checklist/checklist-schema.ts';

/** As the only version of its id in a folder of checklists; JSON is YAML as well. */
export async function writeChecklist(root: string, { areas, ...head }: ChecklistInput): Promise<void> {
  const folder = path.join(root, head.id);
  await rm(folder, { recursive: true, force: true });
  await mkdir(path.join(folder, 'areas'), { recursive: true });
  const names = areas.map(({ id }) => id);
  await writeFile(path.join(folder, 'checklist.yaml'), JSON.stringify({ ...head, areas: names }));
  for (const area of areas) await writeFile(path.join(folder, 'areas', `${area.id}.yaml`), JSON.stringify(area));
}
