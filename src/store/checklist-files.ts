import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Checklist } from '#checklist/checklist-schema.ts';
import { fault } from '#shared/fault.ts';
import { FaultyChecklists } from './faulty-checklists.ts';
import { byPlace, type FileFault } from './file-fault.ts';
import { joinChecklist, type LoadedChecklist } from './join-checklist.ts';
import { unreadable } from './read-text-file.ts';
import { openYamlFile, type YamlFile } from './yaml-file.ts';

/** Reads `checklist.yaml` and `areas/*.yaml`: the checklist, or every fault with its place. */
export async function loadChecklistFolder(folder: string): Promise<LoadedChecklist> {
  const missing = await faultsOfFolder(folder);
  if (missing.length > 0) return { ok: false, faults: missing };
  const head = await openYamlFile(path.join(folder, 'checklist.yaml'));
  const areas = await openAreas(path.join(folder, 'areas'));
  const loaded = joinChecklist({ head, areas: areas.files });
  if (loaded.ok && areas.faults.length === 0) return loaded;
  const faults = [...areas.faults, ...(loaded.ok ? [] : loaded.faults)];
  return { ok: false, faults: faults.sort(byPlace) };
}

/** Every checklist in a folder of `root`. Throws FaultyChecklists with the faults of all of them. */
export async function loadBuiltInChecklists(root: string): Promise<Checklist[]> {
  const folders = await builtInFolders(root);
  if (folders.length === 0) throw new FaultyChecklists([noChecklist(root)]);
  const loaded = await Promise.all(folders.map(loadBuiltIn));
  const faults = loaded.flatMap(each => (each.ok ? [] : each.faults));
  if (faults.length > 0) throw new FaultyChecklists(faults);
  return loaded.flatMap(each => (each.ok ? [each.checklist] : []));
}

export async function builtInFolders(root: string): Promise<string[]> {
  try {
    const entries = await readdir(root, { withFileTypes: true });
    return entries
      .filter(entry => entry.isDirectory())
      .map(entry => path.join(root, entry.name))
      .sort();
  } catch (error) {
    throw new FaultyChecklists(unreadable(root, error).faults);
  }
}

/** The name of the folder is the id, so that two built-in checklists cannot share one. */
async function loadBuiltIn(folder: string): Promise<LoadedChecklist> {
  const loaded = await loadChecklistFolder(folder);
  const name = path.basename(folder);
  if (!loaded.ok || loaded.checklist.id === name) return loaded;
  const wrong = fault(['id'], `须与文件夹同名：“${name}”`, `must be the name of the folder, "${name}"`);
  return { ok: false, faults: [loaded.place(wrong)] };
}

function noChecklist(root: string): FileFault {
  return { file: root, line: 1, column: 1, ...fault([], '没有检查表', 'there is no checklist') };
}

async function faultsOfFolder(folder: string): Promise<FileFault[]> {
  try {
    await readdir(folder);
    return [];
  } catch (error) {
    return unreadable(folder, error).faults;
  }
}

type Areas = { files: Map<string, YamlFile>; faults: FileFault[] };

async function openAreas(folder: string): Promise<Areas> {
  try {
    const names = (await readdir(folder)).filter(name => /^[^.].*\.ya?ml$/i.test(name)).sort();
    const files = await Promise.all(names.map(async name => openArea(folder, name)));
    return { files: new Map(files), faults: [] };
  } catch (error) {
    return { files: new Map(), faults: unreadable(folder, error).faults };
  }
}

/** Only `.yaml` counts, so that `x.yaml` and `x.yml` cannot both be area x. */
async function openArea(folder: string, name: string): Promise<[string, YamlFile]> {
  const file = await openYamlFile(path.join(folder, name));
  return [name.endsWith('.yaml') ? path.basename(name, '.yaml') : name, file];
}
