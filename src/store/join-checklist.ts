import { z } from 'zod';
import { parseChecklist } from '#checklist/check-checklist.ts';
import { areaSchema, type Checklist } from '#checklist/checklist-schema.ts';
import { type Checked, check, type Fault } from '#shared/fault.ts';
import { orderAreas } from './area-order.ts';
import { byPlace, type FileFault } from './file-fault.ts';
import type { ReadableYamlFile, YamlFile } from './yaml-file.ts';

/** `place` finds where in the files a fault or finding of the whole checklist stands. */
export type LoadedChecklist =
  | { ok: true; checklist: Checklist; place: (fault: Fault) => FileFault }
  | { ok: false; faults: FileFault[] };

/** Area files by the id that their name gives. */
export type ChecklistFiles = { head: YamlFile; areas: ReadonlyMap<string, YamlFile> };

const headSchema = z.looseObject({ areas: z.array(z.unknown()) });

/** Makes one checklist out of its files. What cannot be read is left out of the check, so that the faults of the rest show as well. */
export function joinChecklist({ head, areas }: ChecklistFiles): LoadedChecklist {
  const broken = [head, ...areas.values()].flatMap(file => (file.ok ? [] : file.faults));
  const parsedHead = headSchema.safeParse(head.ok ? head.value : undefined);
  if (!head.ok || !parsedHead.success) return faulty([...broken, ...faultsOfEach(head, areas)]);
  const { files, faults } = orderAreas(parsedHead.data.areas, head, areas);
  const place = (fault: Fault) => placeInFiles(fault, head, files);
  const parsed = parseChecklist({ ...parsedHead.data, areas: files.map(file => file.value) });
  const incomplete = [...broken, ...faults];
  if (incomplete.length === 0)
    return parsed.ok ? { ...parsed, checklist: parsed.value, place } : faulty(placed(parsed));
  return faulty([...incomplete, ...placed(parsed).filter(isNotOfTheList)]);

  function placed(checked: Checked<unknown>): FileFault[] {
    return checked.ok ? [] : checked.faults.map(place);
  }
}

function faulty(faults: FileFault[]): LoadedChecklist {
  return { ok: false, faults: faults.sort(byPlace) };
}

/** With areas missing, what is said of their list as a whole may not be true. */
function isNotOfTheList({ path }: Fault): boolean {
  return path.length !== 1 || path[0] !== 'areas';
}

function faultsOfEach(head: YamlFile, areas: ReadonlyMap<string, YamlFile>): FileFault[] {
  return [
    ...faultsOf(head, parseChecklist),
    ...[...areas.values()].flatMap(area => faultsOf(area, value => check(areaSchema, value))),
  ];
}

function faultsOf(file: YamlFile, parse: (value: unknown) => Checked<unknown>): FileFault[] {
  if (!file.ok) return [];
  const parsed = parse(file.value);
  return parsed.ok ? [] : parsed.faults.map(file.place);
}

function placeInFiles(fault: Fault, head: ReadableYamlFile, areas: ReadableYamlFile[]): FileFault {
  const [list, index, ...path] = fault.path;
  const area = list === 'areas' && index !== undefined ? areas[Number(index)] : undefined;
  return area ? area.place({ ...fault, path }) : head.place(fault);
}
