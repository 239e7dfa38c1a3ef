import type { Fault } from '#shared/fault.ts';
import type { FileFault } from './file-fault.ts';
import { readTextFile } from './read-text-file.ts';
import { parseYaml } from './yaml-document.ts';

export type ReadableYamlFile = { ok: true; file: string; value: unknown; place: (fault: Fault) => FileFault };
export type YamlFile = ReadableYamlFile | { ok: false; file: string; faults: FileFault[] };

export async function openYamlFile(file: string): Promise<YamlFile> {
  const read = await readTextFile(file);
  if (!read.ok) return { ...read, file };
  const parsed = parseYaml(read.text);
  if (!parsed.ok) return { ok: false, file, faults: parsed.faults.map(fault => ({ file, ...fault })) };
  const { value, place } = parsed.document;
  return { ok: true, file, value, place: fault => ({ file, ...place(fault), ...fault }) };
}
