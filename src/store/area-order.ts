import { areaSchema } from '#checklist/checklist-schema.ts';
import { type Fault, fault } from '#shared/fault.ts';
import type { FileFault } from './file-fault.ts';
import type { ReadableYamlFile, YamlFile } from './yaml-file.ts';

export type AreaOrder = { files: ReadableYamlFile[]; faults: FileFault[] };

/** The area files in the order of the list; every listed id must have a file, every file be listed, once, and hold the id it is named after. */
export function orderAreas(listed: unknown[], head: ReadableYamlFile, areas: ReadonlyMap<string, YamlFile>): AreaOrder {
  const ids = listed.map(entry => areaSchema.shape.id.safeParse(entry).data);
  const wanted = [...new Set(ids)].flatMap(id => (id === undefined ? [] : [id]));
  const unlisted = [...areas].filter(([id]) => !wanted.includes(id));
  const files = wanted.flatMap(id => readable(areas.get(id)).map(file => ({ id, file })));
  return {
    files: files.map(({ file }) => file),
    faults: [
      ...ids.flatMap((id, index) => faultsOfEntry(id, index, { ids, areas })).map(head.place),
      ...unlisted.map(([, file]) => notListed(file)),
      ...files.flatMap(({ id, file }) => otherId(file, id)),
    ],
  };
}

function readable(file: YamlFile | undefined): ReadableYamlFile[] {
  return file?.ok ? [file] : [];
}

type Listing = { ids: (string | undefined)[]; areas: ReadonlyMap<string, YamlFile> };

function faultsOfEntry(id: string | undefined, index: number, { ids, areas }: Listing): Fault[] {
  const path = ['areas', index];
  if (id === undefined) return [fault(path, '须为任务领域的 id', 'must be the id of an area')];
  if (ids.indexOf(id) < index) return [fault(path, `“${id}”重复`, `"${id}" is there twice`)];
  return areas.has(id) ? [] : [fault(path, `没有文件 areas/${id}.yaml`, `there is no file areas/${id}.yaml`)];
}

function notListed({ file }: YamlFile): FileFault {
  const wrong = fault([], '没有列入 checklist.yaml 的 areas', 'is not listed under `areas` in checklist.yaml');
  return { file, line: 1, column: 1, ...wrong };
}

function otherId(file: ReadableYamlFile, id: string): FileFault[] {
  const { value, place } = file;
  const written = typeof value === 'object' && value !== null && 'id' in value ? value.id : id;
  return written === id ? [] : [place(fault(['id'], `须与文件名相同：“${id}”`, `must be as the file name: "${id}"`))];
}
